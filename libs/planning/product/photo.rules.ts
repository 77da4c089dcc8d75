import type { Refusal } from '@phien/kernel';
import {
  photoDimensionsRefused,
  photoTooLarge,
  photoTypeDiffers,
  photoTypeUnknown,
} from './product.refusals';

export const PHOTO_TYPES = ['image/jpeg', 'image/webp', 'image/png'] as const;
export type PhotoType = (typeof PHOTO_TYPES)[number];

const LARGEST_BYTES = 65_536;

/** A tile of a till shows 300 at most; a picture of a few kB may unpack to gigabytes. */
export const LARGEST_SIDE_PX = 1_024;

export interface PhotoShape {
  mediaType: PhotoType;
  widthPx: number;
  heightPx: number;
}

/** What a file is by its own first bytes, and how large a picture it unpacks to; null when neither. */
export function photoShape(bytes: Buffer): PhotoShape | null {
  return pngShape(bytes) ?? webpShape(bytes) ?? jpegShape(bytes);
}

/** Why a photo is not taken, or null. */
export function whyNotKept(bytes: Buffer, claimed: PhotoType): Refusal | null {
  if (bytes.length > LARGEST_BYTES) return photoTooLarge();
  const shape = photoShape(bytes);
  if (shape === null) return photoTypeUnknown();
  if (shape.mediaType !== claimed) return photoTypeDiffers();
  const fits = (side: number) => side >= 1 && side <= LARGEST_SIDE_PX;
  return fits(shape.widthPx) && fits(shape.heightPx)
    ? null
    : photoDimensionsRefused(LARGEST_SIDE_PX);
}

const text = (bytes: Buffer, from: number, to: number) => bytes.toString('latin1', from, to);

/* PNG: signature, then the IHDR chunk with width and height. */
function pngShape(bytes: Buffer): PhotoShape | null {
  if (bytes.length < 33 || text(bytes, 0, 8) !== '\x89PNG\r\n\x1a\n') return null;
  if (text(bytes, 12, 16) !== 'IHDR') return null;
  return {
    mediaType: 'image/png',
    widthPx: bytes.readUInt32BE(16),
    heightPx: bytes.readUInt32BE(20),
  };
}

/* WebP: a RIFF container whose first chunk is lossy (VP8), lossless (VP8L) or extended (VP8X). */
function webpShape(bytes: Buffer): PhotoShape | null {
  if (bytes.length < 30 || text(bytes, 0, 4) !== 'RIFF' || text(bytes, 8, 12) !== 'WEBP') {
    return null;
  }
  const mediaType = 'image/webp';
  const kind = text(bytes, 12, 16);
  if (kind === 'VP8X') {
    return {
      mediaType,
      widthPx: bytes.readUIntLE(24, 3) + 1,
      heightPx: bytes.readUIntLE(27, 3) + 1,
    };
  }
  if (kind === 'VP8 ' && bytes.readUIntBE(23, 3) === 0x9d012a) {
    return {
      mediaType,
      widthPx: bytes.readUInt16LE(26) & 0x3fff,
      heightPx: bytes.readUInt16LE(28) & 0x3fff,
    };
  }
  if (kind === 'VP8L' && bytes[20] === 0x2f) {
    const packed = bytes.readUInt32LE(21);
    return { mediaType, widthPx: (packed & 0x3fff) + 1, heightPx: ((packed >> 14) & 0x3fff) + 1 };
  }
  return null;
}

/* Start of frame: baseline, extended, progressive and lossless; C4, C8 and CC are other things. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/* JPEG: segments with their lengths, until the frame says how large the picture is. */
function jpegShape(bytes: Buffer): PhotoShape | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) {
      return {
        mediaType: 'image/jpeg',
        heightPx: bytes.readUInt16BE(at + 5),
        widthPx: bytes.readUInt16BE(at + 7),
      };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
