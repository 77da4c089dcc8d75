import { csvText } from './csv-text';

it('what a spreadsheet would compute is told as a text, and a number stays a number', () => {
  const computed = ['=1+1', '+84', '-2', '@SUM(A1)', '\t=1', '＝1'];
  expect(csvText([computed])).toBe(`\uFEFF'=1+1,'+84,'-2,'@SUM(A1),'\t=1,'＝1\r\n`);
  expect(csvText([[-250_000, 0, null, false, 'a=1']])).toBe('\uFEFF-250000,0,,false,a=1\r\n');
});

it('commas, quotes and line breaks stay inside their cell', () => {
  expect(csvText([['Xã Ba Chẽ, "mới"', 'hai\ndòng'], [], ['x']])).toBe(
    '\uFEFF"Xã Ba Chẽ, ""mới""","hai\ndòng"\r\n\r\nx\r\n',
  );
});
