import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { homeLink } from '../../tools/postgres/postgres-home';
import { FairHouse, until, type HousePart } from './fair-house';

jest.setTimeout(600_000);

describe('kill -9', () => {
  let house: FairHouse;
  let fairs: string[];

  beforeAll(async () => {
    house = await FairHouse.make();
    await house.open();
    fairs = await house.fairs();
  });
  beforeEach(async () => {
    if ((await house.health()) === 200) return;
    await house.type('stop').exited;
    await house.open();
  });
  afterAll(() => house.remove());

  it.each(['api', 'worker', 'server'] as const)('of %s heals without a human', async (name) => {
    const killed = house.pid(name);
    house.kill(name);
    await until(`${name} runs again`, () => runsAnew(name, killed), 180_000);
    await house.isHealthy();
    expect(await house.fairs()).toEqual(fairs);
  });

  it('of the keeper of PostgreSQL heals without a human', async () => {
    const orphan = house.pid('server');
    house.kill('postgres');
    await until('the orphan is replaced', () => runsAnew('server', orphan), 180_000);
    await until('PostgreSQL answers', () => house.fairs().catch(() => null), 180_000);
    await house.isHealthy();
    expect(await house.fairs()).toEqual(fairs);
  });

  it('of a session of PostgreSQL heals without a human', async () => {
    const session = await house.session();
    process.kill(session, 'SIGKILL');
    const isBack = async () => !(await house.sessions()).includes(session);
    await until('PostgreSQL has recovered', () => isBack().catch(() => false), 180_000);
    await house.isHealthy();
    expect(await house.fairs()).toEqual(fairs);
  });

  it('of a session and of the keeper together heals without a human', async () => {
    const orphan = house.pid('server');
    const session = await house.session();
    house.kill('postgres');
    process.kill(session, 'SIGKILL');
    await until('the orphan is replaced', () => runsAnew('server', orphan), 180_000);
    await until('PostgreSQL answers', () => house.fairs().catch(() => null), 180_000);
    await house.isHealthy();
  });

  it('of everything at once is over at the next start', async () => {
    house.kill('house', 'postgres', 'api', 'worker', 'server');
    await house.open();
    expect(await house.fairs()).toEqual(fairs);
  });

  it('of supervisor and keeper leaves a PostgreSQL that the next start takes over', async () => {
    const server = house.pid('server');
    house.kill('postgres', 'house');
    await house.open();
    expect(house.pid('server')).not.toBe(server);
    expect(await house.fairs()).toEqual(fairs);
  });

  it('of supervisor and keeper leaves a PostgreSQL that npm stop ends', async () => {
    house.kill('postgres', 'house');
    const stop = house.type('stop');
    expect(await stop.exited).toBe(0);
    expect(stop.output).toContain('data kept');
    await house.expectNothingLeft();
    await house.open();
    expect(await house.fairs()).toEqual(fairs);
  });

  it('of the supervisor closes the fair, and it opens again', async () => {
    house.kill('house');
    await house.expectNothingLeft();
    await house.open();
    expect(await house.fairs()).toEqual(fairs);
  });

  it('leaves a lock whose number another process has by now, and the fair opens all the same', async () => {
    const data = join(realpathSync(homeLink(house.dataFolder)), 'data');
    const lock = readFileSync(join(data, 'postmaster.pid'), 'utf8');
    await house.type('stop').exited;
    await house.expectNothingLeft();
    writeFileSync(join(data, 'postmaster.pid'), lock.replace(/^\d+/, String(process.pid)));
    await house.open();
    expect(await house.fairs()).toEqual(fairs);
  });

  function runsAnew(name: HousePart, killed: number): boolean {
    try {
      return house.pid(name) !== killed;
    } catch {
      return false;
    }
  }
});
