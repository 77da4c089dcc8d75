import type { ProductPhoto } from './my-client';
import { attempts, fittedSize, PHOTO_BYTES } from './small-photo.rules';

/** A photo made small on this device, and an address to show it by; who shows it lets it go. */
export interface SmallPhoto {
  photo: ProductPhoto;
  byteCount: number;
  url: string;
}

/**
 * Draws a picture again, small: WebP where the browser can write it, JPEG elsewhere, at most
 * 40 kB. What the camera wrote into the file beside the picture (place, time, device) is left
 * behind. Throws when the browser cannot read the file.
 */
export async function makeSmall(file: Blob): Promise<SmallPhoto> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    let smallest: Blob | null = null;
    for (const { side, quality } of attempts) {
      smallest = await drawn(picture, side, quality);
      if (smallest.size <= PHOTO_BYTES) break;
    }
    if (smallest === null) throw new Error('No attempt was made.');
    const { type } = smallest;
    if (type !== 'image/webp' && type !== 'image/jpeg') throw new Error(`It became ${type}.`);
    return {
      photo: { mediaType: type, base64: await base64Of(smallest) },
      byteCount: smallest.size,
      url: URL.createObjectURL(smallest),
    };
  } finally {
    picture.close();
  }
}

async function drawn(picture: ImageBitmap, side: number, quality: number): Promise<Blob> {
  const { widthPx, heightPx } = fittedSize(picture.width, picture.height, side);
  const canvas = document.createElement('canvas');
  canvas.width = widthPx;
  canvas.height = heightPx;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser draws no pictures.');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, widthPx, heightPx);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, widthPx, heightPx);
  const written = await blobOf(canvas, 'image/webp', quality);
  /* A browser that cannot write WebP writes PNG, which is far too heavy. */
  return written.type === 'image/webp' ? written : blobOf(canvas, 'image/jpeg', quality);
}

const blobOf = (canvas: HTMLCanvasElement, type: string, quality: number) =>
  new Promise<Blob>((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture was not written.'))),
      type,
      quality,
    );
  });

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
