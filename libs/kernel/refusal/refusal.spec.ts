import { Refusal } from './refusal';

it('refuses with a code for the machine and a sentence for the person in both languages', () => {
  const refusal = new Refusal(
    'booth_already_allocated',
    'conflict',
    { vi: 'Gian hàng đã có chủ.', en: 'The booth is already allocated.' },
    { boothCode: 'A12' },
  );
  expect(refusal).toBeInstanceOf(Error);
  expect(refusal.message).toBe('booth_already_allocated: The booth is already allocated.');
  expect(refusal.sentence.vi).toBe('Gian hàng đã có chủ.');
  expect(refusal.details).toEqual({ boothCode: 'A12' });
});
