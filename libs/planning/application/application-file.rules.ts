import type { Refusal } from '@phien/kernel';
import { photoShape } from '../product/photo.rules';
import {
  fileBroken,
  fileKindUnknown,
  fileMissing,
  filePictureTooLarge,
  fileTooLarge,
} from './application.refusals';
import { oneLine } from './plain-line.rules';

export const FILE_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type FileType = (typeof FILE_TYPES)[number];

export const MOST_FILE_BYTES = 5 * 1024 * 1024;
export const MOST_FILES = 10;

/** A camera makes 12,000; a picture of a few kB may unpack to gigabytes in whoever looks at it. */
const LARGEST_SIDE_PX = 16_000;
const LONGEST_NAME = 100;

const ENDINGS: Record<FileType, string> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
};

/** What a file is by its own bytes, whatever it is called, or why it is not taken. */
export function fileTypeOf(bytes: Buffer): FileType | Refusal {
  if (bytes.length === 0) return fileMissing();
  if (bytes.length > MOST_FILE_BYTES) return fileTooLarge();
  if (bytes.toString('latin1', 0, 5) === '%PDF-') {
    const end = bytes.toString('latin1', Math.max(0, bytes.length - 1_024));
    return end.includes('%%EOF') ? 'application/pdf' : fileBroken();
  }
  const shape = photoShape(bytes);
  if (shape === null || shape.mediaType === 'image/webp') {
    const begins = bytes.toString('latin1', 0, 4);
    return begins === '\x89PNG' || begins.startsWith('\xff\xd8\xff')
      ? fileBroken()
      : fileKindUnknown();
  }
  const { mediaType, widthPx, heightPx } = shape;
  if (!hasEnd(bytes, mediaType) || widthPx < 1 || heightPx < 1) return fileBroken();
  if (Math.max(widthPx, heightPx) > LARGEST_SIDE_PX) return filePictureTooLarge(LARGEST_SIDE_PX);
  return mediaType;
}

/* A picture that was cut off on its way lacks its end; some cameras write more behind it. */
const hasEnd = (bytes: Buffer, type: 'image/jpeg' | 'image/png') =>
  type === 'image/png'
    ? bytes.lastIndexOf('IEND', undefined, 'latin1') > 0
    : bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > 0;

/** A name for a file that is safe to save under: its own words, and the ending of what it is. */
export function fileNameOf(typed: string, type: FileType): string {
  const stem = oneLine(typed.replace(/^.*[\\/]/s, ''))
    .replace(/\.[^.]{0,10}$/u, '')
    .replace(/[^\p{L}\p{N}\p{M} ()+.,_-]/gu, '_')
    .replace(/^[.\s]+|[.\s]+$/gu, '');
  return `${[...stem].slice(0, LONGEST_NAME).join('').trim() || 'file'}${ENDINGS[type]}`;
}
