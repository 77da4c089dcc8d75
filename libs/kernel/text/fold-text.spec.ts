import fc from 'fast-check';
import { foldText } from './fold-text';

describe('finding Vietnamese names', () => {
  it.each([
    ['che', 'Chè vằng'],
    ['dong', 'Đông Triều'],
    ['khau nhuc', 'Khâu nhục Tiên Yên'],
    ['ruou mo yen tu', 'Rượu mơ Yên Tử'],
    ['nuoc mam', 'NƯỚC MẮM CÁI RỒNG'],
    ['thanh hoa', 'Thanh Hoá'],
    ['thanh hoa', 'Thanh Hóa'],
    ['tuyet', 'Tuyết'.normalize('NFD')],
    ['ghe', 'ghẹ'],
    ['mien dong', 'Miến dong'],
  ])('"%s" finds "%s"', (typed, name) => {
    expect(foldText(name)).toContain(typed);
  });

  it('leaves no mark, and folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = foldText(text);
        expect(folded).not.toMatch(/\p{M}/u);
        expect(foldText(folded)).toBe(folded);
      }),
    );
  });

  it('does not care how the marks are stored', () => {
    const name = 'Chả mực Hạ Long, Đặc sản Quảng Ninh';
    expect(foldText(name.normalize('NFD'))).toBe(foldText(name.normalize('NFC')));
  });
});
