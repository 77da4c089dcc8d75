import { readAllocateOptions } from './allocate-options';

const read = (line: string) => readAllocateOptions(line.split(' ').filter(Boolean));

it('reads what a search needs', () => {
  expect(read('fair.json --seconds 5 --seed 2 --out plan.json --moves min')).toMatchObject({
    ...{ instance: 'fair.json', seconds: 5, seed: 2, out: 'plan.json', fewestMoves: true },
  });
});

it('takes a seed below zero', () => {
  expect(read('fair.json --seconds 5 --seed -2 --out plan.json')).toMatchObject({ seed: -2 });
});

it.each([
  ['--seconds 5 --seed 2 --out p', 'name the instance'],
  ['a b --seconds 5 --seed 2 --out p', 'name one instance'],
  ['a --seconds 5 --seed 2', '--out is missing'],
  ['a --seed 2 --out p', '--seconds must be'],
  ['a --seconds 0 --seed 2 --out p', '--seconds must be'],
  ['a --seconds -5 --seed 2 --out p', '--seconds must be'],
  ['a --seconds 5 --seed 1.5 --out p', '--seed must be'],
  ['a --seconds 5 --seed 2 --out p --moves max', '--moves knows only min'],
  ['a --seconds 5 --seed 2 --out p --iterations many', '--iterations must be'],
  ['a --seconds 5 --seed 2 --out p --start late', '--start knows packed and given'],
  ['a --seconds 5 --seed 2 --out p --repairs all', '--repairs must be'],
  ['a --hurry', "Unknown option '--hurry'"],
])('says what is wrong with %s', (line, words) => {
  expect(read(line)).toContain(words);
});
