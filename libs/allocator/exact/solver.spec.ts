import { layoutsHardToSimplify } from '../testing/layouts-hard-to-simplify';
import { Program, Solver } from './solver';

it('solves also what HiGHS fails on while it simplifies it', async () => {
  const program = new Program();
  for (let booth = 0; booth < 47; booth += 1) program.addRow(-Infinity, 1);
  const groups = Array.from({ length: 6 }, () => program.addRow(1, 1));
  for (const [points, rows] of layoutsHardToSimplify) {
    program.addWhole(
      points,
      1,
      rows.map((row) => [row, 1]),
    );
  }
  const { status, objective, bound, values } = (await Solver.open()).solve(program, {
    seconds: 60,
  });
  expect([status, objective]).toEqual(['optimal', expect.closeTo(491.1, 0)]);
  expect(bound).toBeLessThanOrEqual(objective);
  const taken = layoutsHardToSimplify
    .filter((_, n) => values![n]! > 0.5)
    .flatMap(([, rows]) => rows);
  expect(new Set(taken).size).toBe(taken.length);
  expect(groups.every((row) => taken.includes(row))).toBe(true);
});
