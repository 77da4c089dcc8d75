import { Refusal } from '@phien/kernel';
import { devFile } from '../testing/dev-instance';
import { readInstance } from './read-instance';

/* As JSON.parse gives it: each case spoils something else. */
type File = ReturnType<typeof devFile>;

const refusalOf = (change: (file: File) => unknown): string => {
  const file = devFile('example');
  const changed = change(file) ?? file;
  try {
    readInstance(changed);
  } catch (failure) {
    expect(failure).toBeInstanceOf(Refusal);
    const { code, sentence, details } = failure as Refusal;
    expect(sentence.en.length * sentence.vi.length).toBeGreaterThan(0);
    return [code, details?.where].filter(Boolean).join(' ');
  }
  return 'read';
};

it('reads a fair, and passes over what it does not know', () => {
  const instance = readInstance({ ...devFile('example'), mood: 'fine', weights: { corner: 12 } });
  expect([instance.booths.length, instance.weights.corner, instance.weights.front]).toEqual([
    16, 12, 8,
  ]);
  expect(readInstance(devFile('example-overrides')).distances).toHaveLength(16);
});

it.each<[string, (file: File) => unknown, string]>([
  ['no object', () => [], 'instance_unreadable the file'],
  ['another format', (file) => void (file.format = 'fair-alloc/2'), 'instance_format_unknown'],
  ['no booths', (file) => void delete file.booths, 'instance_unreadable booths'],
  ['x as text', (file) => void (file.booths[1].x = '3'), 'instance_unreadable booths[1].x'],
  [
    'a flag as text',
    (file) => void (file.booths[0].power = 'no'),
    'instance_unreadable booths[0].power',
  ],
  [
    'two booths of one id',
    (file) => void (file.booths[1].id = file.booths[0].id),
    'instance_id_repeated booths',
  ],
  [
    'a back that is not there',
    (file) => void (file.booths[0].back = 99),
    'instance_names_unknown booths[0].back',
  ],
  [
    'a run in two parts',
    (file) => void (file.booths[15].run = file.booths[0].run),
    'instance_unreadable booths[15].run',
  ],
  [
    'half a booth',
    (file) => void (file.exhibitors[0].size = 0.5),
    'instance_unreadable exhibitors[0].size',
  ],
  [
    'seven sixths',
    (file) => void (file.exhibitors[0].units = 7),
    'instance_unreadable exhibitors[0].units',
  ],
  [
    'two booths, each shared',
    (file) => void Object.assign(file.exhibitors[0], { size: 2, units: 3, lock: null }),
    'instance_unreadable exhibitors[0].units',
  ],
  [
    'an x in the next galaxy',
    (file) => void (file.booths[0].x = -1e20),
    'instance_unreadable booths[0].x',
  ],
  [
    'no priority',
    (file) => void delete file.exhibitors[0].priority,
    'instance_unreadable exhibitors[0].priority',
  ],
  [
    'negative priority',
    (file) => void (file.exhibitors[0].priority = -1),
    'instance_unreadable exhibitors[0].priority',
  ],
  [
    'a choice that is not there',
    (file) => void (file.exhibitors[0].wish = { choices: ['ZZ'] }),
    'instance_names_unknown exhibitors[0].wish.choices',
  ],
  [
    'a lock of another size',
    (file) => void (file.exhibitors[0].lock = []),
    'instance_unreadable exhibitors[0].lock',
  ],
  [
    'two exhibitors of one id',
    (file) => void (file.exhibitors[1].id = file.exhibitors[0].id),
    'instance_id_repeated exhibitors',
  ],
  [
    'a rival of its own',
    (file) => void (file.rivals = [['E001', 'E001']]),
    'instance_unreadable rivals[0]',
  ],
  [
    'a rival unknown',
    (file) => void (file.rivals = [[file.exhibitors[0].id, 'E999']]),
    'instance_names_unknown rivals[0]',
  ],
  ['no cross passage', (file) => void (file.crossX = []), 'instance_unreadable crossX'],
  ['a matrix too small', (file) => void (file.distances = [[0]]), 'instance_unreadable distances'],
  [
    'a negative weight',
    (file) => void (file.weights = { smell: -1 }),
    'instance_unreadable weights.smell',
  ],
  [
    'three points for four ranks',
    (file) => void (file.weights = { choices: [0, 1, 2] }),
    'instance_unreadable weights.choices',
  ],
])('refuses %s, and says where', (_, change, expected) => {
  expect(refusalOf(change)).toBe(expected);
});
