import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allocate, checkPlan, readInstance } from '@phien/allocator';
import { projectFolder } from '../../tools/machine/project-folder';

const PLACE = join(projectFolder, 'test', 'allocation');
const DEV = join(PLACE, 'dev');
const folder = mkdtempSync(join(tmpdir(), 'allocation-'));
afterAll(() => rmSync(folder, { recursive: true }));

/* The largest are left to the bench. */
const names = readdirSync(DEV)
  .map((file) => file.replace('.json', ''))
  .filter((name) => /^(example|fair-160tight|replan-160)(-|$)/.test(name))
  .filter((name) => !/-(plan|score)$/.test(name));

it.each(names)('scores a plan of %s as the checker that shares no code does', async (name) => {
  const path = join(DEV, `${name}.json`);
  const instance = readInstance(JSON.parse(readFileSync(path, 'utf8')));
  const allocated = await allocate(instance, {
    ...{ seed: 1, lanes: 1, iterations: 1, endsAtMs: Date.now() + 60_000 },
  });
  if (allocated.kind !== 'plan') throw new Error(allocated.kind);
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(allocated.plan));
  const told = execFileSync(process.execPath, [join(PLACE, 'check-plan.mjs'), path, file]);
  const { violations, total, wrongClaims } = JSON.parse(told.toString());
  expect([violations, wrongClaims]).toEqual([[], []]);
  const own = checkPlan(instance, allocated.plan.plan);
  expect(Math.abs(own.total - total)).toBeLessThanOrEqual(1e-9 * Math.abs(total));
  expect(own.total).toBe(allocated.plan.objective);
});
