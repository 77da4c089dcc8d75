import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { programOf } from '../../tools/machine/running-process';
import { FairHouse, until, type TypedCommand } from './fair-house';

jest.setTimeout(600_000);

describe('one command', () => {
  let house: FairHouse;
  let first: TypedCommand;
  let fairs: string[];

  beforeAll(async () => {
    house = await FairHouse.make();
    first = await house.open();
    fairs = await house.fairs();
    await close();
  });
  afterEach(close);
  afterAll(() => house.remove());

  it('opens a fair that was closed, with its data and its accounts, and builds nothing', async () => {
    const accounts = readFileSync(join(house.dataFolder, 'demo-accounts.json'), 'utf8');
    const start = await house.open();
    process.stdout.write(`  second start: ${secondsOf(start)} s\n`);
    /* npm test has built already, so not even the first start has anything to build. */
    for (const { output } of [first, start]) expect(output).not.toMatch(/installed|built/);
    expect(start.output).toContain(house.address);
    expect(await house.fairs()).toEqual(fairs);

    const { accounts: known } = JSON.parse(accounts) as { accounts: { login: string }[] };
    expect(known.length).toBeGreaterThan(0);
    for (const { login } of known) expect(start.output).toContain(login);
    expect(readFileSync(join(house.dataFolder, 'demo-accounts.json'), 'utf8')).toBe(accounts);
    expect(statSync(join(house.dataFolder, 'demo-accounts.json')).mode & 0o077).toBe(0);

    const stop = house.type('stop');
    expect(await stop.exited).toBe(0);
    expect(stop.output).toContain('data kept');
    expect(await start.exited).toBe(0);
    await house.expectNothingLeft();
  });

  it('says so when nothing runs that could be stopped', async () => {
    const stop = house.type('stop');
    expect(await stop.exited).toBe(0);
    expect(stop.output).toContain('not running');
  });

  it('tells a second start where the fair is open already', async () => {
    await house.open();
    const second = house.type('start');
    expect(await second.exited).toBe(0);
    expect(second.output).toContain(`Phiên already runs at ${house.address}`);
    const reset = house.type('start', '--', '--reset');
    expect(await reset.exited).toBe(1);
    expect(await house.fairs()).toEqual(fairs);
  });

  it('closes on Ctrl-C', async () => {
    const start = await house.open();
    process.kill(-start.child.pid!, 'SIGINT');
    await start.exited;
    expect(start.output).toContain('data kept');
    await house.expectNothingLeft();
  });

  it('closes when npm is killed and can tell nobody', async () => {
    const start = await house.open();
    start.child.kill('SIGKILL');
    await house.expectNothingLeft();
  });

  it('closes when the shell between npm and us is killed', async () => {
    const start = await house.open();
    const above = parentOfHouse();
    if (above !== start.child.pid) expect(programOf(above)).toMatch(/sh$/);
    process.kill(above, 'SIGKILL');
    await house.expectNothingLeft();
  });

  it('closes when it is told to while it opens', async () => {
    const start = house.type('start');
    await until('PostgreSQL is up', () => start.output.includes('PostgreSQL ('), 180_000);
    process.kill(-start.child.pid!, 'SIGINT');
    await start.exited;
    expect(start.output).not.toContain('Phiên is open');
    await house.expectNothingLeft();
    await house.open();
    expect(await house.fairs()).toEqual(fairs);
  });

  it('names the port that another program has, and leaves nothing running', async () => {
    const other = await house.takePort();
    try {
      const start = house.type('start');
      expect(await start.exited).toBe(1);
      expect(start.output).toContain(`Port ${house.port} on 127.0.0.1 is in use`);
    } finally {
      await new Promise((resolve) => other.close(resolve));
    }
    await house.expectNothingLeft();
  });

  it('refuses a moved clock that cannot be read', async () => {
    const start = house.typeWith({ PHIEN_CLOCK: 'tomorrow' }, 'start');
    expect(await start.exited).toBe(1);
    expect(start.output).toContain('PHIEN_CLOCK must read');
  });

  it('begins anew after --reset', async () => {
    const start = await house.open('--', '--reset');
    expect(start.output).toContain('Deleting all data');
    const fresh = await house.fairs();
    expect(fresh).toHaveLength(fairs.length);
    if (fairs.length > 0) expect(fresh).not.toEqual(fairs);
  });

  async function close() {
    await house.type('stop').exited;
    await house.expectNothingLeft();
  }

  function secondsOf(start: TypedCommand): number {
    return Number(/Phiên is open \(([\d.]+) s\)/.exec(start.output)?.[1]);
  }

  function parentOfHouse(): number {
    const stat = readFileSync(`/proc/${house.pid('house')}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  }
});
