import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../../tools/machine/project-folder';

it('ends a test that is never over, and finds a failure that nobody asked about', () => {
  const jest = join(projectFolder, 'node_modules', 'jest', 'bin', 'jest.js');
  const wishes = ['--runInBand', '--testMatch', '**/test/fixtures/unruly.fixture.js'];
  const { stderr, status } = spawnSync(process.execPath, [jest, ...wishes], {
    cwd: projectFolder,
    env: { ...process.env, FORCE_COLOR: '0' },
    encoding: 'utf8',
    timeout: 160_000,
  });
  expect(status).toBe(1);
  expect(stderr).toContain('is never over\n    Error: It was not over after 0.2 s.');
  expect(stderr).toContain('fails where nobody asks\n    Error: nobody asked');
  expect(stderr).toContain('beside them > (beforeAll)\n    Error: It was not over after 0.2 s.');
  expect(stderr).toMatch(/Tests: +3 failed, 2 passed/);
});
