import { photoShape } from '../product/photo.rules';

export const DOSSIER_FILE_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type DossierFileType = (typeof DOSSIER_FILE_TYPES)[number];

/** 5 MB: a page photographed by a phone, or ten that were scanned. */
export const LARGEST_DOSSIER_FILE_BYTES = 5 * 1024 * 1024;

/**
 * What a file is by its own bytes, whatever it is called; null for anything else. A PDF begins with its
 * version and ends with its mark; a picture says its size.
 */
export function dossierFileType(bytes: Buffer): DossierFileType | null {
  if (/^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8))) {
    const end = bytes.toString('latin1', Math.max(0, bytes.length - 1_024));
    return end.includes('%%EOF') ? 'application/pdf' : null;
  }
  const shape = photoShape(bytes);
  if (shape === null || shape.mediaType === 'image/webp') return null;
  return shape.widthPx > 0 && shape.heightPx > 0 ? shape.mediaType : null;
}

const ENDINGS: Record<DossierFileType, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** What a downloaded file is called: by its paper, never by a name that came with it. */
export const dossierFileName = (itemId: string, type: DossierFileType) =>
  `ho-so-${itemId.slice(-12)}.${ENDINGS[type]}`;
