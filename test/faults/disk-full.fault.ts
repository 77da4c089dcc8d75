import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../trade-day/caller';
import { Chance } from '../../tools/simulate/chance.rules';
import { count } from './count';
import type { Fault } from './fault';
import { NotHere } from './fault';
import { sellAllTheWhile } from './killing';
import { withOwnPostgres } from './own-postgres';
import { Shop } from './shop';

const mebibyte = 1024 * 1024;

export const fault: Fault = {
  name: 'disk full',
  promise:
    'a full disk loses no sale and leaves nothing half; when there is room again all drains alone',
  control: 'a till that takes what failed for never sent, and drops it',
  async run({ seed, isShort, isProtected }) {
    const disk = mkdtempSync(join(tmpdir(), 'phien-small-disk-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=320m', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      rmSync(disk, { recursive: true });
      throw new NotHere('a small disk needs root and tmpfs: run it as root on Linux');
    }
    try {
      return await withOwnPostgres(
        async (server) => {
          const shop = await Shop.open(server);
          const tills = await shop.tills(8, { batch: 5, keepsWhatFailed: isProtected });
          const ballast = join(disk, 'ballast');
          const times = isShort ? 1 : 5;
          let failures = 0;
          const work = sellAllTheWhile(tills, new Chance(String(seed), 'disk-full'), () => {
            failures += 1;
          });
          for (let time = 0; time < times; time += 1) {
            fill(ballast);
            const known = failures;
            await eventually(() => Promise.resolve(failures > known), 60_000);
            await pause(2_000);
            rmSync(ballast);
            await pause(1_000);
          }
          await work.end();
          return count(shop, tills, { 'times full': times });
        },
        join(disk, 'data'),
      );
    } finally {
      execFileSync('umount', ['-l', disk]);
      rmSync(disk, { recursive: true, force: true });
    }
  },
};

function fill(file: string): void {
  const descriptor = openSync(file, 'w');
  try {
    for (let size = mebibyte; size >= 4_096;) {
      try {
        writeSync(descriptor, Buffer.alloc(size));
      } catch {
        size /= 2;
      }
    }
  } finally {
    closeSync(descriptor);
  }
}
