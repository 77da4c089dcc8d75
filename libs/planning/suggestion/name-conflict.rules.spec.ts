import { nameConflict, nameOfPlace } from './name-conflict.rules';
import type { KeptClaimant } from './suggestion.entity';

const claimant = (
  key: string,
  exhibitorName: string,
  beforeCodes: string[] | null = null,
): KeptClaimant => ({
  ...{ key, exhibitorId: key.split('/')[0]!, exhibitorName, delegationId: null },
  ...{ size: 1, units: 6, isLocked: false, prev: null, beforeCodes },
});

it('says which place of an exhibitor is meant', () => {
  const names = ['a', 'a/2', 'a/3', 'a/9'].map((key) =>
    nameOfPlace(claimant(key, 'HTX Một'), 'vi'),
  );
  expect(names).toEqual([
    'HTX Một',
    'HTX Một (chỗ thứ hai)',
    'HTX Một (chỗ thứ ba)',
    'HTX Một (chỗ thứ 9)',
  ]);
  expect(nameOfPlace(claimant('a/2', 'HTX Một'), 'en')).toBe('HTX Một (second place)');
});

it('puts names where the engine says ids, and takes no name for a pattern', () => {
  const claimants = [claimant('a', "HTX $& $1 $'"), claimant('a/2', "HTX $& $1 $'")];
  const told = nameConflict(
    {
      ...{ exhibitors: ['a', 'a/2'], booths: ['A01'], rules: ['zone', 'power'] },
      sentence: { vi: 'Các đơn vị a, a/2 tranh gian (A01).', en: 'a, a/2 want booth (A01).' },
    },
    claimants,
  );
  expect(told).toEqual({
    exhibitors: [
      { id: 'a', name: "HTX $& $1 $'" },
      { id: 'a', name: "HTX $& $1 $' (chỗ thứ hai)" },
    ],
    boothCodes: ['A01'],
    rules: ['zone', 'power'],
    vi: "Các đơn vị HTX $& $1 $', HTX $& $1 $' (chỗ thứ hai) tranh gian (A01).",
    en: "HTX $& $1 $', HTX $& $1 $' (second place) want booth (A01).",
  });
});

it('names six at most in a sentence, and lists all beside it', () => {
  const keys = Array.from({ length: 161 }, (_, at) => `id-${at + 1}`);
  const booths = Array.from({ length: 160 }, (_, at) => `A${at + 1}`);
  const sentence = `161 đơn vị (${keys.join(', ')}) cần 161 gian, chỉ có 160 gian (${booths.join(', ')}).`;
  const told = nameConflict(
    { exhibitors: keys, booths, rules: [], sentence: { vi: sentence, en: sentence } },
    keys.map((key, at) => claimant(key, `HTX ${at + 1}`)),
  );
  expect(told.vi).toBe(
    '161 đơn vị (HTX 1, HTX 2, HTX 3, HTX 4, HTX 5 và 156 đơn vị khác) cần 161 gian, ' +
      'chỉ có 160 gian (A1, A2, A3, A4, A5 và 155 gian khác).',
  );
  expect(told.en).toContain('HTX 5 and 156 other exhibitors');
  expect([told.exhibitors.length, told.boothCodes.length]).toEqual([161, 160]);
});

it('names whoever stands nowhere yet before those who are in the way', () => {
  const claimants = [claimant('a', 'HTX Một', ['A01']), claimant('b', 'HTX Mới')];
  const sentence = { vi: '2 đơn vị (a, b) cần 2 gian.', en: '2 exhibitors (a, b) need 2 booths.' };
  const conflict = { exhibitors: ['a', 'b'], booths: ['A01'], rules: [], sentence };
  const told = nameConflict(conflict, claimants);
  expect(told.vi).toBe('2 đơn vị (HTX Mới, HTX Một) cần 2 gian.');
  expect(told.exhibitors.map(({ id }) => id)).toEqual(['b', 'a']);
});

it('leaves no id where the engine names the first and counts the rest', () => {
  const keys = Array.from({ length: 65 }, (_, at) => `id-${at + 1}`);
  const booths = Array.from({ length: 64 }, (_, at) => `A${at + 1}`);
  const claimants = keys.map((key, at) => claimant(key, `HTX ${at + 1}`));
  const [who, where] = [keys, booths].map((all) => all.slice(0, 12).join(', '));
  const sentence = {
    vi: `65 đơn vị (${who} và 53 nữa) cần 65 gian, nhưng theo khu chỉ có 64 gian phù hợp (${where} và 52 nữa): thiếu 1 gian.`,
    en: `65 exhibitors (${who} and 53 more) need 65 booths, but by zone only 64 booths suit them (${where} and 52 more): 1 is missing.`,
  };
  const told = nameConflict({ exhibitors: keys, booths, rules: ['zone'], sentence }, claimants);
  expect(told.vi).toBe(
    '65 đơn vị (HTX 1, HTX 2, HTX 3, HTX 4, HTX 5 và 60 đơn vị khác) cần 65 gian, nhưng theo khu ' +
      'chỉ có 64 gian phù hợp (A1, A2, A3, A4, A5 và 59 gian khác): thiếu 1 gian.',
  );
  expect(told.en).toContain('(HTX 1, HTX 2, HTX 3, HTX 4, HTX 5 and 60 other exhibitors)');
  expect(told.en).not.toMatch(/id-\d|more/);
});
