import { Chance } from './chance.rules';
import { Mishaps } from './mishaps';
import { noFaults } from './outcome.rules';

const noon = Date.parse('2025-11-20T12:00:00+07:00');

it('brings every mishap, and clocks of other decades, and counts each', () => {
  const counts = noFaults();
  const mishaps = new Mishaps(new Chance('1', 'x'), counts);
  const drawn = Array.from({ length: 1_000 }, () => mishaps.next());
  for (const mishap of ['badDocument', 'clockJump', 'reboot'] as const) {
    const times = drawn.filter((each) => each === mishap).length;
    expect(times).toBeGreaterThan(0);
    expect(counts[mishap]).toBe(times);
  }
  const clocks = Array.from({ length: 500 }, () => mishaps.wrongClockMs(noon));
  const wrong = clocks.filter((clock) => clock !== null);
  expect(counts.clock).toBe(wrong.length);
  expect(wrong.length).toBeLessThan(250);
  const years = new Set(wrong.map((clock) => new Date(noon + clock).getFullYear()));
  expect([...years].sort()).toEqual([1970, 2025, 2099]);
});
