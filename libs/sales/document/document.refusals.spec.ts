import { deliveryInvalid } from './document.refusals';

it.each([
  ['delivery', 'danh sách trường'],
  ['documents', 'danh sách chứng từ'],
  ['head', 'đầu chuỗi'],
  ['signature', 'chữ ký'],
] as const)('names the part %s of a delivery in Vietnamese', (field, words) => {
  const { sentence, details } = deliveryInvalid(field);
  expect(sentence.vi).toContain(`sai ở phần ${words}.`);
  expect(sentence.vi).not.toMatch(/delivery|documents|head|signature/);
  expect(details).toEqual({ field });
});
