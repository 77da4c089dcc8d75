import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServedTill } from './served-till';

const folder = mkdtempSync(join(tmpdir(), 'served-till-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('knows the build of the till that is served, also after another was put in its place', () => {
  const page = join(folder, 'index.html');
  const till = new ServedTill(page);
  expect(till.current()).toBeNull();
  const write = (script: string, atSeconds: number) => {
    writeFileSync(page, `<head><script src="/first-paint.js"></script>${script}</head>`);
    utimesSync(page, atSeconds, atSeconds);
  };
  write('<script type="module" crossorigin src="/assets/till-Cq3hX9.js"></script>', 1_000);
  expect(till.current()).toBe('till-Cq3hX9');
  write('<script type="module" crossorigin src="/assets/till-D_2-ab.js"></script>', 2_000);
  expect(till.current()).toBe('till-D_2-ab');
  write('', 3_000);
  expect(till.current()).toBeNull();
});
