import { jpegOf, pngOf, webpOf } from '../testing/photos';
import { photoShape, whyNotKept, type PhotoType } from './photo.rules';

it('reads what a picture is and how large from its own bytes', () => {
  expect(photoShape(pngOf(640, 480))).toEqual({
    mediaType: 'image/png',
    widthPx: 640,
    heightPx: 480,
  });
  expect(photoShape(jpegOf(320, 200))).toEqual({
    mediaType: 'image/jpeg',
    widthPx: 320,
    heightPx: 200,
  });
  for (const kind of ['VP8 ', 'VP8L', 'VP8X'] as const) {
    expect([kind, photoShape(webpOf(kind, 300, 240))]).toEqual([
      kind,
      { mediaType: 'image/webp', widthPx: 300, heightPx: 240 },
    ]);
  }
});

const html = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

it.each<[string, Buffer, PhotoType, string | undefined]>([
  ['a small picture', pngOf(640, 480), 'image/png', undefined],
  ['a picture just as large as may be', jpegOf(1024, 1024), 'image/jpeg', undefined],
  [
    'a picture that unpacks to gigabytes',
    pngOf(30_000, 30_000),
    'image/png',
    'photo_dimensions_refused',
  ],
  ['a picture of no height', jpegOf(10, 0), 'image/jpeg', 'photo_dimensions_refused'],
  [
    'too many bytes',
    Buffer.concat([pngOf(10, 10), Buffer.alloc(65_536)]),
    'image/png',
    'photo_too_large',
  ],
  ['a picture of another type', pngOf(10, 10), 'image/jpeg', 'photo_type_differs'],
  ['a drawing with a script', html, 'image/png', 'photo_type_unknown'],
  [
    'a signature and nothing behind it',
    pngOf(10, 10).subarray(0, 12),
    'image/png',
    'photo_type_unknown',
  ],
  ['a JPEG without a frame', jpegOf(10, 10).subarray(0, 8), 'image/jpeg', 'photo_type_unknown'],
  ['nothing', Buffer.alloc(0), 'image/webp', 'photo_type_unknown'],
])('takes or refuses %s', (_, bytes, claimed, code) => {
  expect(whyNotKept(bytes, claimed)?.code).toBe(code);
});

it('does not read beyond the end of any cut picture', () => {
  for (const whole of [pngOf(9, 9), jpegOf(9, 9), webpOf('VP8X', 9, 9), webpOf('VP8L', 9, 9)]) {
    for (let length = 0; length < whole.length; length += 1) {
      expect(() => photoShape(whole.subarray(0, length))).not.toThrow();
    }
  }
});
