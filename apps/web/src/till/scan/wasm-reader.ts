import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { CodeReader } from './code-reader';

prepareZXingModule({ overrides: { locateFile: () => wasm } });

const canvas = document.createElement('canvas');
const pen = canvas.getContext('2d', { willReadFrequently: true });

export const wasmReader: CodeReader = async (picture) => {
  if (!pen || picture.videoWidth === 0) return [];
  canvas.width = picture.videoWidth;
  canvas.height = picture.videoHeight;
  pen.drawImage(picture, 0, 0);
  const pixels = pen.getImageData(0, 0, canvas.width, canvas.height);
  const found = await readBarcodes(pixels, { formats: ['EANUPC'], maxNumberOfSymbols: 1 });
  return found.map(({ text }) => text);
};
