import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Transform, type Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { laterParcel, notAParcel, parcelChanged, wrongKind } from './parcel.refusals';
import {
  digestIn,
  EMPTY_SEAL,
  ENVELOPE,
  MANIFEST,
  readManifest,
  type Manifest,
  type Part,
} from './parcel.rules';

/* A manifest names a few hundred parts; what is longer is none. */
const LONGEST_MANIFEST = 4 * 1024 * 1024;

/* How every zip begins that holds anything. */
const ZIP_BEGINS = 'PK\x03\x04';

/** A parcel that is open. Close it. */
export class Parcel {
  private constructor(
    readonly file: string,
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    readonly manifest: Manifest & Record<string, unknown>,
  ) {}

  /**
   * Opens a parcel of a kind. Throws `not_a_parcel`, `parcel_changed` (when it cannot even be opened),
   * `wrong_kind_of_parcel`, `made_by_later_version`. Whether all bytes are as they were written,
   * `changedParts` says.
   */
  static async open(file: string, { kind, layout }: { kind: string; layout: number }) {
    if (!(await beginsAsZip(file))) throw notAParcel(file);
    const zip = await openPromise(file, { autoClose: false }).catch(() => {
      throw parcelChanged(file, [ENVELOPE]);
    });
    try {
      const entries = await entriesOf(zip).catch(() => {
        throw parcelChanged(file, [ENVELOPE]);
      });
      if (!entries.has(MANIFEST)) throw notAParcel(file);
      const manifest = await manifestIn(zip, entries.get(MANIFEST)!);
      if (manifest === null) throw parcelChanged(file, [MANIFEST]);
      if (manifest.kind !== kind) throw wrongKind(file, { wanted: kind, found: manifest.kind });
      if (manifest.layout > layout) throw laterParcel(file, manifest.phien);
      return new Parcel(file, zip, entries, manifest);
    } catch (failure) {
      zip.close();
      throw failure;
    }
  }

  close(): void {
    this.zip.close();
  }

  /** The part's bytes; the stream ends in `parcel_changed` when they are not what was written. */
  async read(name: string): Promise<Readable> {
    const part = this.manifest.parts.find((each) => each.name === name);
    const entry = this.entries.get(name);
    if (part === undefined || entry === undefined) throw parcelChanged(this.file, [name]);
    const packed = await this.zip.openReadStreamPromise(entry).catch(() => {
      throw parcelChanged(this.file, [name]);
    });
    const checked = checkedAgainst(part, () => parcelChanged(this.file, [name]));
    packed.once('error', () => checked.destroy(parcelChanged(this.file, [name])));
    return packed.pipe(checked);
  }

  /** A whole part at once, for one that is known to be small. */
  async readWhole(name: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of await this.read(name)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  /** Names every part that is not as it was written, was taken away or added; none when all is well. */
  async changedParts(): Promise<string[]> {
    const changed: string[] = [];
    for (const { name } of this.manifest.parts) {
      const isWhole = await this.read(name).then(drained, () => false);
      if (!isWhole) changed.push(name);
    }
    const known = new Set([MANIFEST, ...this.manifest.parts.map(({ name }) => name)]);
    for (const name of this.entries.keys()) if (!known.has(name)) changed.push(name);
    if (changed.length === 0 && !(await isSealed(this.file))) changed.push(ENVELOPE);
    return changed;
  }
}

const drained = (stream: Readable): Promise<boolean> =>
  finished(stream.resume()).then(
    () => true,
    () => false,
  );

async function beginsAsZip(file: string): Promise<boolean> {
  const handle = await open(file, 'r').catch(() => {
    throw notAParcel(file);
  });
  try {
    const { buffer } = await handle.read(Buffer.alloc(ZIP_BEGINS.length), 0, ZIP_BEGINS.length, 0);
    return buffer.toString('latin1') === ZIP_BEGINS;
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  return entries;
}

async function manifestIn(zip: ZipFile, entry: Entry) {
  if (entry.uncompressedSize > LONGEST_MANIFEST) return null;
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  } catch {
    return null;
  }
  const bytes = Buffer.concat(chunks);
  return crc32(bytes) === entry.crc32 ? readManifest(bytes.toString('utf8')) : null;
}

/* No more is let through than was written, so a small file cannot become a flood. */
function checkedAgainst(part: Part, failure: () => Error): Transform {
  const sum = createHash('sha256');
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      sum.update(chunk);
      bytes += chunk.length;
      if (bytes > part.bytes) done(failure());
      else done(null, chunk);
    },
    flush(done) {
      done(bytes === part.bytes && sum.digest('hex') === part.sha256 ? null : failure());
    },
  });
}

/** Whether the sum in the file's last letters is that of all its other bytes. */
async function isSealed(file: string): Promise<boolean> {
  const { size } = await stat(file);
  const end = size - EMPTY_SEAL.length;
  if (end <= 0) return false;
  const handle = await open(file, 'r');
  try {
    const { buffer } = await handle.read(
      Buffer.alloc(EMPTY_SEAL.length),
      0,
      EMPTY_SEAL.length,
      end,
    );
    const digest = digestIn(buffer.toString('latin1'));
    const sum = createHash('sha256');
    for await (const chunk of createReadStream(file, { end: end - 1 })) sum.update(chunk as Buffer);
    return digest !== null && sum.update(EMPTY_SEAL).digest('hex') === digest;
  } finally {
    await handle.close();
  }
}
