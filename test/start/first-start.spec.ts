import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { homeLink } from '../../tools/postgres/postgres-home';
import { FairHouse, until } from './fair-house';

jest.setTimeout(600_000);

describe('a first start', () => {
  let house: FairHouse;

  beforeEach(async () => {
    house = await FairHouse.make();
  });
  afterEach(() => house.remove());

  it('that was killed half-way is made good by the next', async () => {
    const start = house.type('start');
    const isMaking = () => existsSync(join(house.dataFolder, 'run', 'house.json')) && hasPostgres();
    await until('the database is being made', isMaking, 180_000, () => start.output);
    house.kill('house');
    await house.open();
    expect((await house.fairs()).length).toBeGreaterThan(0);
  });

  it('places its database where the user of PostgreSQL can reach it, and says so', async () => {
    const hidden = join(house.dataFolder, 'hidden');
    mkdirSync(hidden);
    chmodSync(hidden, 0o700);
    const inside = house.in(join(hidden, 'fair'));
    try {
      const start = await inside.open();
      const isRoot = process.getuid?.() === 0;
      expect(lstatSync(homeLink(inside.dataFolder)).isSymbolicLink()).toBe(isRoot);
      expect(start.output.includes('/var/lib/phien/')).toBe(isRoot);
      expect(ownerOf(inside.pid('server')) === 0).toBe(false);
      expect(realpathSync(homeLink(inside.dataFolder)).startsWith('/var/lib/phien/')).toBe(isRoot);
    } finally {
      await inside.remove();
    }
  });

  it('shares a moved clock with every process, and shows it', async () => {
    const moved = '2031-05-06T09:00:00+07:00@60';
    await house.openWith({ PHIEN_CLOCK: moved });
    const answer = await fetch(`${house.address}/api/health`);
    const { clock } = (await answer.json()) as { clock: { now: string; isMoved: boolean } };
    expect(clock.isMoved).toBe(true);
    expect(clock.now).toMatch(/^2031-05-0[67]T/);
    const settings = ['api', 'worker'] as const;
    const [api, worker] = settings.map((name) => settingOf(house.pid(name), 'PHIEN_CLOCK'));
    expect(api).toMatch(/^2031-05-06T09:00:00\+07:00@60@\d+$/);
    expect(worker).toBe(api);
  });

  function hasPostgres(): boolean {
    try {
      return house.pid('postgres') > 0;
    } catch {
      return false;
    }
  }
});

function ownerOf(pid: number): number {
  return Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

function settingOf(pid: number, name: string): string | undefined {
  const all = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  return all.find((setting) => setting.startsWith(`${name}=`))?.slice(name.length + 1);
}
