import { execFileSync } from 'node:child_process';
import { drawLots, hashOfText, listText, seedOf, type DrawList } from './draw.rules';

const exhibitors = Array.from({ length: 12 }, (_, at) => ({
  id: `exhibitor-${at + 1}`,
  name: `Đơn vị ${at + 1}`,
}));
const boothCodes = Array.from({ length: 14 }, (_, at) => `A${String(at + 1).padStart(2, '0')}`);
const seal = 'ab'.repeat(32);
const list: DrawList = {
  fairCode: 'ocop-2025',
  title: 'Khu trong tỉnh',
  kind: 'places',
  sealHash: hashOfText(seal),
  exhibitors,
  boothCodes,
};
const listHash = hashOfText(listText(list));
const drawn = (seed: string) => drawLots(list, { listHash, seal, seed });

it('gives everyone one place, and no place twice', () => {
  const lots = drawn('12 45 78');
  expect(new Set(lots.map(({ exhibitorId }) => exhibitorId))).toEqual(
    new Set(exhibitors.map(({ id }) => id)),
  );
  const given = lots.map(({ boothCode }) => boothCode);
  expect(new Set(given).size).toBe(12);
  expect(boothCodes).toEqual(expect.arrayContaining(given));
});

it('gives the same again for the same seed, and something else for another', () => {
  expect(drawn('12 45 78')).toEqual(drawn('12 45 78'));
  expect(drawn('12 45 79')).not.toEqual(drawn('12 45 78'));
  expect(drawLots(list, { listHash, seal: 'ac'.repeat(32), seed: '12 45 78' })).not.toEqual(
    drawn('12 45 78'),
  );
});

it('can be repeated with any sha256', () => {
  const [first] = drawn('12 45 78');
  const line = `${listHash} ${seal} 12 45 78 ${first?.exhibitorId}`;
  const said = execFileSync('sha256sum', { input: line, encoding: 'utf8' });
  expect(said.slice(0, 64)).toBe(first?.lot);
});

it('names each thing of the list on a line of its own, whatever its name holds', () => {
  const text = listText({
    ...list,
    exhibitors: [{ id: 'a', name: 'HTX Chè\nbooth Z99\u2028exhibitor b B' }],
  });
  expect(text.split('\n').filter((line) => line.startsWith('exhibitor'))).toEqual([
    'exhibitor a HTX Chè booth Z99 exhibitor b B',
  ]);
  expect(text).not.toContain('\nbooth Z99');
});

it('lets more points go first and lots decide among equals, in a list that says so', () => {
  const pointed = {
    ...list,
    kind: 'order' as const,
    boothCodes: [],
    exhibitors: exhibitors.map((each, at) => ({ ...each, points: at % 3 })),
  };
  const text = listText(pointed);
  expect(text).toContain('\norder points\n');
  expect(text.match(/^points exhibitor-\d+ \d$/gm)).toHaveLength(12);
  expect(listText(list)).not.toMatch(/points/);
  const drawnBy = (seed: string) =>
    drawLots(pointed, { listHash: hashOfText(text), seal, seed }).map(({ exhibitorId, lot }) => ({
      points: pointed.exhibitors.find(({ id }) => id === exhibitorId)?.points ?? -1,
      lot,
    }));
  const lots = drawnBy('12 45 78');
  expect(lots.map(({ points }) => points)).toEqual([2, 2, 2, 2, 1, 1, 1, 1, 0, 0, 0, 0]);
  for (const points of [2, 1, 0]) {
    const equals = lots.filter((each) => each.points === points).map(({ lot }) => lot);
    expect(equals).toEqual([...equals].sort());
  }
  expect(drawnBy('12 45 79')).not.toEqual(lots);
});

it('reads a seed as it was said, whatever the spaces', () => {
  expect(seedOf('  12   45\t78 ')).toBe('12 45 78');
  expect(seedOf('ho\u0300a')).toBe('hòa');
});

it('favours nobody: over many seeds each is first about equally often', () => {
  const first = new Map<string, number>();
  for (let seed = 0; seed < 2_400; seed += 1) {
    const id = drawn(`seed ${seed}`)[0]?.exhibitorId ?? '';
    first.set(id, (first.get(id) ?? 0) + 1);
  }
  expect(first.size).toBe(12);
  for (const times of first.values()) {
    expect(times).toBeGreaterThan(130);
    expect(times).toBeLessThan(270);
  }
});
