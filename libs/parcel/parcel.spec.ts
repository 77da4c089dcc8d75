import { Refusal } from '@phien/kernel';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Parcel } from './parcel-reader';
import { ParcelWriter } from './parcel-writer';

const KIND = { kind: 'a test', layout: 2 };
const MADE_AT = new Date('2025-10-28T14:00:00Z');

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parcel-'));
  file = join(folder, 'evening.zip');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function write(kind = KIND): Promise<string> {
  const parcel = await ParcelWriter.create(file, MADE_AT);
  await parcel.addText('a.csv', 'số,tiền\n1,25000\n');
  await parcel.add('b.csv', Readable.from([Buffer.from('2,'), Buffer.from('79000\n')]));
  return parcel.finish({ ...kind, phien: '0.1.0' });
}

const open = () => Parcel.open(file, KIND);

/** Where a reader sees that the file is another; nothing when it does not. */
async function seen(): Promise<readonly string[]> {
  try {
    const parcel = await open();
    try {
      return await parcel.changedParts();
    } finally {
      parcel.close();
    }
  } catch (failure) {
    if (failure instanceof Refusal) return (failure.details?.where as string[]) ?? [failure.code];
    throw failure;
  }
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (failure: Error) => (failure instanceof Refusal ? failure.code : failure.message),
  );

it('gives back what was put in, to its owner alone', async () => {
  await write();
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(readdirSync(folder)).toEqual(['evening.zip']);
  const parcel = await open();
  expect(String(await parcel.readWhole('a.csv'))).toBe('số,tiền\n1,25000\n');
  expect(String(await parcel.readWhole('b.csv'))).toBe('2,79000\n');
  expect(parcel.manifest).toMatchObject({ madeAt: MADE_AT.toISOString(), phien: '0.1.0' });
  expect(await parcel.changedParts()).toEqual([]);
  await expect(parcel.readWhole('c.csv')).rejects.toThrow('parcel_changed');
  parcel.close();
});

it('is the same file when the same is written again', async () => {
  const first = await write();
  const bytes = readFileSync(file);
  expect(await write()).toBe(first);
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

it('sees a change of any byte of the file, and names the part it lies in', async () => {
  await write();
  const whole = readFileSync(file);
  const inside = new Map([
    [whole.indexOf('a.csv') + 'a.csv'.length + 4, 'a.csv'],
    [whole.length - 1, 'zip'],
  ]);
  const unseen: number[] = [];
  for (let at = 0; at < whole.length; at += 1) {
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 0x10;
    writeFileSync(file, changed);
    const where = await seen();
    if (where.length === 0) unseen.push(at);
    const named = inside.get(at);
    if (named !== undefined) expect(where).toContain(named);
  }
  expect(unseen).toEqual([]);
});

it('sees what was cut off, and what is no parcel at all', async () => {
  await write();
  const whole = readFileSync(file);
  writeFileSync(file, whole.subarray(0, whole.length - 20));
  expect(await seen()).toEqual(['zip']);
  writeFileSync(file, 'xin chào');
  expect(await codeOf(open())).toBe('not_a_parcel');
  rmSync(file);
  expect(await codeOf(open())).toBe('not_a_parcel');
});

it('takes neither another kind nor a later layout', async () => {
  await write({ kind: 'another', layout: 1 });
  expect(await codeOf(open())).toBe('wrong_kind_of_parcel');
  await write({ ...KIND, layout: 3 });
  expect(await codeOf(open())).toBe('made_by_later_version');
});

it('leaves nothing behind when what it writes cannot be read to its end', async () => {
  const parcel = await ParcelWriter.create(file, MADE_AT);
  const broken = new Readable({
    read() {
      this.destroy(new Error('the line went dead'));
    },
  });
  await expect(parcel.add('a.csv', broken)).rejects.toThrow('the line went dead');
  await parcel.abandon();
  expect(readdirSync(folder)).toEqual([]);
});
