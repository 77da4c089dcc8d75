import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectFolder } from './bootstrap-project.mjs';

const folder = join(projectFolder, '.phien');
const file = join(folder, 'preparing');
const longestTurnMs = 20 * 60_000;

/** Two commands typed at once install and build one after the other. Answers how to end the turn. */
export async function takeTurn() {
  mkdirSync(folder, { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      const end = () => rmSync(file, { force: true });
      process.once('exit', end);
      return () => {
        process.off('exit', end);
        end();
      };
    } catch (failure) {
      if (failure.code !== 'EEXIST') throw failure;
    }
    if (isLeftBehind()) rmSync(file, { force: true });
    else await pause(100);
  }
}

function isLeftBehind() {
  try {
    const { mtimeMs } = statSync(file);
    if (Date.now() - mtimeMs > longestTurnMs) return true;
    const pid = Number(readFileSync(file, 'utf8'));
    // Written in two steps by its owner: an empty file is one that is just being made.
    if (pid === 0) return Date.now() - mtimeMs > 2_000;
    process.kill(pid, 0);
    return false;
  } catch (failure) {
    return failure.code === 'ESRCH';
  }
}
