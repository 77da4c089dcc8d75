import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const left = ['0001101', '0011001', '0010011', '0111101', '0100011', '0110001', '0101111'];
left.push('0111011', '0110111', '0001011');
const parity = ['LLLLLL', 'LLGLGG', 'LLGGLG', 'LLGGGL', 'LGLLGG', 'LGGLLG', 'LGGGLL', 'LGLGLG'];
parity.push('LGLGGL', 'LGGLGL');

const inverted = (bits: string) => [...bits].map((bit) => (bit === '1' ? '0' : '1')).join('');
const reversed = (bits: string) => [...bits].reverse().join('');

/** The bars of an EAN-13 (GS1 General Specifications, 5.2): 95 modules, 1 is dark. */
export function barsOf(code: string): string {
  const digits = [...code].map(Number);
  const sides = parity[digits[0] ?? 0] ?? '';
  const first = digits.slice(1, 7).map((digit, at) => {
    const bits = left[digit] ?? '';
    return sides[at] === 'L' ? bits : reversed(inverted(bits));
  });
  const second = digits.slice(7).map((digit) => inverted(left[digit] ?? ''));
  return `101${first.join('')}01010${second.join('')}101`;
}

const width = 640;
const height = 480;
const modulePx = 5;

/** A film of a barcode that lies still, for a browser that takes it for its camera (YUV4MPEG2). */
export function filmOf(code: string): string {
  const bars = barsOf(code);
  const startPx = Math.floor((width - bars.length * modulePx) / 2);
  const row = Uint8Array.from({ length: width }, (_, x) =>
    bars[Math.floor((x - startPx) / modulePx)] === '1' && x >= startPx ? 16 : 235,
  );
  const luma = Buffer.concat(
    Array.from({ length: height }, (_, y) =>
      y > 80 && y < height - 80 ? row : new Uint8Array(width).fill(235),
    ),
  );
  const chroma = Buffer.alloc((width * height) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, chroma]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  const path = join(mkdtempSync(join(tmpdir(), 'phien-film-')), 'barcode.y4m');
  writeFileSync(path, Buffer.concat([head, frame, frame]));
  return path;
}
