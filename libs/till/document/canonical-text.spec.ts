import fc from 'fast-check';
import { canonicalText } from './canonical-text';

const storable = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\u0000'));
const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    storable,
    fc.array(tie('value')),
    fc.dictionary(storable, tie('value')),
  ),
})).value;

describe('canonical text', () => {
  it('writes the keys of RFC 8785, section 3.2.3, in the order of their UTF-16 units', () => {
    const scrambled = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const keys = Object.keys(JSON.parse(canonicalText(scrambled)) as object);
    const written = canonicalText(scrambled);
    const places = [...['\\r', '1', '\u0080', 'ö', '€', '😀', '\ufb33']].map((key) =>
      written.indexOf(`"${key}":`),
    );
    expect(keys).toHaveLength(7);
    expect(places.every((place) => place >= 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it('does not depend on the order in which fields were written', () => {
    fc.assert(
      fc.property(fc.dictionary(storable, values), (fields) => {
        const turned = Object.fromEntries(Object.entries(fields).reverse());
        expect(canonicalText(turned)).toBe(canonicalText(fields));
      }),
    );
  });

  it('reads back as the same value, and writing again changes nothing', () => {
    fc.assert(
      fc.property(values, (value) => {
        const text = canonicalText(value);
        const read: unknown = JSON.parse(text);
        expect(canonicalText(read)).toBe(text);
      }),
    );
  });

  it('keeps Vietnamese, emoji and quotes as they were typed', () => {
    const name = 'Chả "mực" \\ Hạ Long 🦑\n\u202e';
    expect(JSON.parse(canonicalText({ name }))).toEqual({ name });
    expect(canonicalText('\u001f')).toBe('"\\u001f"');
    expect(canonicalText('Đ')).toBe('"Đ"');
    expect(canonicalText('/')).toBe('"/"');
  });

  it.each([
    ['a fraction', 1.5],
    ['a number beyond 2^53', 2 ** 53],
    ['not a number', Number.NaN],
    ['U+0000', 'a\u0000'],
    ['a lone surrogate', '\ud83d'],
    ['a lone surrogate in a key', { '\udc00': 1 }],
    ['a missing value', { a: undefined }],
    ['a big integer', 1n],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalText(value)).toThrow(RangeError);
  });
});
