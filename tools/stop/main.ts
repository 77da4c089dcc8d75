import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, isRunning } from '../machine/running-process';
import { projectFolder } from '../machine/project-folder';
import { runningServer, stopSteps } from '../postgres/cluster';
import { homeLink } from '../postgres/postgres-home';
import { endKept, readHouse } from '../start/house-record';
import { complain, say } from '../start/screen';
import { readStartSettings } from '../start/start-settings';

const closeWithinMs = 60_000;

/** Ends the fair of this data folder in order, or what a killed supervisor has left of it. */
async function main(): Promise<void> {
  const { dataFolder } = readStartSettings([], process.env, projectFolder, Date.now());
  const house = readHouse(dataFolder);
  let ended = 0;
  if (house !== null && isRunning(house.supervisor)) {
    const steps = [{ signal: 'SIGTERM' as const, waitMs: closeWithinMs }];
    if (!(await endProcess(house.supervisor, steps))) {
      complain(`  ✗ Không dừng được tiến trình · still running: ${house.supervisor.pid}`);
      process.exit(1);
    }
    ended += 1;
  }
  if (house !== null) ended += await endKept(house);
  ended += await endPostgres(dataFolder);
  say(
    ended === 0
      ? 'Phiên không chạy. · Phiên is not running.'
      : '✓ Đã dừng, dữ liệu còn nguyên · stopped, data kept',
  );
}

/* Its keeper was killed, and nobody has started it again. */
async function endPostgres(dataFolder: string): Promise<number> {
  const server = runningServer(join(realPath(homeLink(dataFolder)), 'data'));
  if (server === null) return 0;
  await endProcess(server, stopSteps);
  return 1;
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

main().catch((failure: unknown) => {
  complain(String((failure as Error).stack));
  process.exit(1);
});
