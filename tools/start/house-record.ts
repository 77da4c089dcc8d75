import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import {
  endProcess,
  isGoneWithin,
  isRunning,
  runningProcess,
  type RunningProcess,
} from '../machine/running-process';

/** What stands in `<data folder>/run/house.json` while a fair is open. */
export interface HouseRecord {
  supervisor: RunningProcess;
  address: string;
  /** The processes that the supervisor keeps, by name. */
  kept: Record<string, RunningProcess>;
}

/** Somebody else holds this data folder. */
export class HouseIsOpen extends Error {
  constructor(readonly record: HouseRecord) {
    super(`Phiên already runs at ${record.address}`);
  }
}

/* They end by themselves when their supervisor is gone; this is how long they may take. */
const drainMs = 12_000;

const fileOf = (dataFolder: string) => join(dataFolder, 'run', 'house.json');

export function readHouse(dataFolder: string): HouseRecord | null {
  try {
    return JSON.parse(readFileSync(fileOf(dataFolder), 'utf8')) as HouseRecord;
  } catch {
    return null;
  }
}

/** The lock on a data folder, and the list of what runs on it for whoever has to clean up. */
export class HouseLock {
  private constructor(
    private readonly dataFolder: string,
    private readonly record: HouseRecord,
  ) {}

  /**
   * Takes the data folder. Throws HouseIsOpen when another supervisor that is alive has it; what a
   * dead one left behind is ended first.
   */
  static async take(dataFolder: string, address: string): Promise<HouseLock> {
    const supervisor = runningProcess(process.pid);
    if (supervisor === null) throw new Error('This process cannot see itself.');
    const lock = new HouseLock(dataFolder, { supervisor, address, kept: {} });
    mkdirSync(dirname(fileOf(dataFolder)), { recursive: true });
    while (!lock.linkFresh()) {
      const held = readHouse(dataFolder);
      if (held !== null && isRunning(held.supervisor)) throw new HouseIsOpen(held);
      if (held !== null) await endKept(held);
      lock.clear(held);
    }
    return lock;
  }

  keep(name: string, running: RunningProcess): void {
    this.record.kept[name] = running;
    this.write(fileOf(this.dataFolder));
  }

  release(): void {
    rmSync(fileOf(this.dataFolder), { force: true });
  }

  /* A link is made whole or not at all: no one ever reads a half-written lock. */
  private linkFresh(): boolean {
    const draft = this.write();
    try {
      linkSync(draft, fileOf(this.dataFolder));
      return true;
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code !== 'EEXIST') throw failure;
      return false;
    } finally {
      rmSync(draft);
    }
  }

  /* Another start may have cleared and taken it meanwhile: then what we moved away is put back. */
  private clear(held: HouseRecord | null): void {
    const aside = `${fileOf(this.dataFolder)}.${process.pid}.old`;
    try {
      renameSync(fileOf(this.dataFolder), aside);
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return;
      throw failure;
    }
    const moved = readFileSync(aside, 'utf8');
    const isTheSame = held === null || moved === JSON.stringify(held);
    if (!isTheSame && !existsSync(fileOf(this.dataFolder))) {
      linkSync(aside, fileOf(this.dataFolder));
    }
    rmSync(aside);
  }

  private write(target?: string): string {
    const draft = `${fileOf(this.dataFolder)}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(this.record), { mode: 0o600 });
    if (target !== undefined) renameSync(draft, target);
    return draft;
  }
}

/** Ends what a supervisor that is gone has left, api and worker first, PostgreSQL's keeper last. */
export async function endKept({ kept }: HouseRecord): Promise<number> {
  const alive = Object.entries(kept).filter(([, running]) => isRunning(running));
  const keeperLast = alive.sort(([a], [b]) => Number(a === keeperName) - Number(b === keeperName));
  for (const [, running] of keeperLast) {
    if (await isGoneWithin(running, drainMs)) continue;
    await endProcess(running, [
      { signal: 'SIGTERM', waitMs: 10_000 },
      { signal: 'SIGKILL', waitMs: 5_000 },
    ]);
  }
  return alive.length;
}

/** The name under which the keeper of PostgreSQL stands in the record. */
export const keeperName = 'postgres';
