import { m } from '../paraglide/messages.js';
import { boundedSides } from './backdrop.rules';
import { safeSvg } from './safe-svg';

const MOST_FILE_BYTES = 20 * 1024 * 1024;
/** What the server takes. */
const MOST_BYTES = 6 * 1024 * 1024;
/** Just under what a phone's browser draws. */
const BOUNDS = { sidePx: 8_192, dots: 16_000_000 };
/** What a browser is asked to unpack, at most. */
const MOST_UNPACKED_DOTS = 120_000_000;
/* From the finest to what surely fits. */
const TRIES = [
  { type: 'image/webp', quality: 0.92, times: 1 },
  { type: 'image/jpeg', quality: 0.88, times: 1 },
  { type: 'image/jpeg', quality: 0.8, times: 0.6 },
] as const;

/** A file that is no picture to draw over, with the sentence that says why. */
export class PictureRefused extends Error {}

/**
 * A file that somebody chose as a picture to draw over: drawn anew, dot by dot and no larger than is
 * allowed, so that nothing of the file is kept but what is seen.
 */
export async function pictureIn(file: File): Promise<{ bytes: Blob; leftOut: number }> {
  if (file.size > MOST_FILE_BYTES) throw new PictureRefused(m.backdrop_file_large());
  const isSvg = file.type === 'image/svg+xml' || /\.svg$/i.test(file.name);
  const safe = isSvg ? safeSvg(await file.text(), BOUNDS) : null;
  if (isSvg && !safe) throw new PictureRefused(m.backdrop_svg_unread());
  const address = URL.createObjectURL(safe?.drawing ?? file);
  try {
    const image = await loaded(address);
    const { naturalWidth: width, naturalHeight: height } = image;
    if (width * height > MOST_UNPACKED_DOTS) throw new PictureRefused(m.backdrop_too_many_dots());
    return {
      bytes: await drawnAnew(image, boundedSides(width, height, BOUNDS)),
      leftOut: safe?.leftOut ?? 0,
    };
  } finally {
    URL.revokeObjectURL(address);
  }
}

/* Its size is told before it is unpacked. */
function loaded(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.addEventListener('load', () =>
      image.naturalWidth > 0 && image.naturalHeight > 0
        ? resolve(image)
        : reject(new PictureRefused(m.backdrop_unread())),
    );
    image.addEventListener('error', () => reject(new PictureRefused(m.backdrop_unread())));
    image.src = address;
  });
}

async function drawnAnew(
  image: HTMLImageElement,
  { width, height }: { width: number; height: number },
): Promise<Blob> {
  for (const { type, quality, times } of TRIES) {
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width * times));
    canvas.height = Math.max(1, Math.round(height * times));
    const pen = canvas.getContext('2d');
    if (!pen) break;
    /* Paper is white; what is seen through would be black in some kinds of picture. */
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const bytes = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, type, quality),
    );
    if (bytes && bytes.size <= MOST_BYTES) return bytes;
  }
  throw new PictureRefused(m.backdrop_too_many_dots());
}
