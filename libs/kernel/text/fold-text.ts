/**
 * What a person types when in a hurry: lower case, no Vietnamese marks (stacked ones too), đ as d.
 * "Chè Đông Triều" folds to "che dong trieu"; "Thanh Hóa" and "Thanh Hoá" fold alike.
 */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd');
}
