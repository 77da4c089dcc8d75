import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { endProcess, isRunning, parentOf, runningProcess } from './running-process';

const waitForever = ['-e', 'setInterval(() => undefined, 1000)'];
const deaf = [
  '-e',
  `process.on('SIGTERM', () => undefined); setInterval(() => undefined, 1000); console.log('up')`,
];

function born(pid: number | undefined) {
  const found = runningProcess(pid ?? 0);
  if (found === null) throw new Error('It does not run.');
  return found;
}

describe('a process', () => {
  it('is not mistaken for a later one with the same pid', () => {
    const known = born(process.pid);
    expect(isRunning(known)).toBe(true);
    expect(isRunning({ ...known, born: `${known.born}1` })).toBe(false);
  });

  it('knows who started it', async () => {
    const child = spawn(process.execPath, waitForever);
    expect(parentOf(born(child.pid).pid)).toBe(process.pid);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(runningProcess(child.pid ?? 0)).toBeNull();
  });

  it('is ended by the first signal that it obeys', async () => {
    const child = spawn(process.execPath, deaf, { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(child.stdout, 'data');
    const ended = once(child, 'exit');
    const isGone = await endProcess(born(child.pid), [
      { signal: 'SIGTERM', waitMs: 100 },
      { signal: 'SIGKILL', waitMs: 10_000 },
    ]);
    expect(isGone).toBe(true);
    expect(await ended).toEqual([null, 'SIGKILL']);
  });
});
