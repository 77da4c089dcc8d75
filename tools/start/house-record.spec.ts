import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { HouseIsOpen, HouseLock, readHouse } from './house-record';

describe('the lock on a data folder', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'house-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const file = () => join(folder, 'run', 'house.json');

  it('is held by one supervisor, and tells the next where the fair is open', async () => {
    await HouseLock.take(folder, 'http://first');
    const second = HouseLock.take(folder, 'http://second');
    await expect(second).rejects.toBeInstanceOf(HouseIsOpen);
    await expect(second).rejects.toThrow('http://first');
  });

  it('can be taken again after it was given back', async () => {
    const lock = await HouseLock.take(folder, 'http://first');
    lock.release();
    await HouseLock.take(folder, 'http://second');
    expect(readHouse(folder)?.address).toBe('http://second');
  });

  it('passes on when its holder is gone, even when another process has its pid now', async () => {
    await HouseLock.take(folder, 'http://first');
    const held = readHouse(folder);
    const supervisor = { pid: process.pid, born: 'long ago' };
    writeFileSync(file(), JSON.stringify({ ...held, supervisor }));
    await HouseLock.take(folder, 'http://second');
    expect(readHouse(folder)?.address).toBe('http://second');
  });

  it('passes on when a power cut left it empty', async () => {
    await HouseLock.take(folder, 'http://first');
    writeFileSync(file(), '');
    await HouseLock.take(folder, 'http://second');
    expect(readHouse(folder)?.address).toBe('http://second');
  });

  it('is won by one of many that take it at once from a dead holder', async () => {
    const lock = await HouseLock.take(folder, 'http://first');
    lock.keep('api', { pid: process.pid, born: 'long ago' });
    const held = readHouse(folder);
    const supervisor = { pid: process.pid, born: 'long ago' };
    writeFileSync(file(), JSON.stringify({ ...held, supervisor }));
    const all = Array.from({ length: 8 }, (_, n) => HouseLock.take(folder, `http://${n}`));
    const won = (await Promise.allSettled(all)).filter(({ status }) => status === 'fulfilled');
    expect(won).toHaveLength(1);
  });
});
