import { newId } from '@phien/kernel';
import {
  applicationCodeHash,
  asApplicationCode,
  newApplicationCode,
} from './application-code.rules';

it('reads a code as people type it, and nothing else as one', () => {
  expect(asApplicationCode(' 4f7k 9qxm-2b6t ')).toBe('4F7K-9QXM-2B6T');
  expect(asApplicationCode('4F7K9QXM2BOL')).toBe('4F7K-9QXM-2B01');
  for (const other of [undefined, '', '4F7K-9QXM', '4F7K-9QXM-2B6U', '4F7K-9QXM-2B6T-1']) {
    expect(asApplicationCode(other)).toBeNull();
  }
});

it('makes codes that differ, and keeps of each what opens nothing at another fair', () => {
  const made = Array.from({ length: 200 }, newApplicationCode);
  expect(new Set(made).size).toBe(200);
  expect(made.every((code) => asApplicationCode(code) === code)).toBe(true);
  const [code = ''] = made;
  expect(applicationCodeHash(newId(), code)).not.toEqual(applicationCodeHash(newId(), code));
});
