import { createHash, type Hash } from 'node:crypto';
import { Readable, Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { FilePlace, OWNER_ONLY } from './file-place';
import type { ParcelPlace } from './parcel-place';
import { EMPTY_SEAL, MANIFEST, sealOf, type Manifest, type Part } from './parcel.rules';

/* Lets bytes through and knows how many there were and their sum. */
class Weighed extends Transform {
  bytes = 0;
  private readonly sum = createHash('sha256');

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.sum.update(chunk);
    this.bytes += chunk.length;
    done(null, chunk);
  }

  digest(): string {
    return this.sum.digest('hex');
  }
}

/* Lets a whole parcel through, and knows its sum with either seal in its last letters. */
class Whole extends Transform {
  bytes = 0;
  private readonly sum: Hash = createHash('sha256');
  private tail: Buffer = Buffer.alloc(0);

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    const known = Buffer.concat([this.tail, chunk]);
    const end = Math.max(0, known.length - EMPTY_SEAL.length);
    this.sum.update(known.subarray(0, end));
    this.tail = known.subarray(end);
    this.bytes += chunk.length;
    done(null, chunk);
  }

  digestWith(seal: string): string {
    return this.sum.copy().update(seal).digest('hex');
  }
}

/**
 * Writes one parcel of named parts, streaming: a zip that any program opens, with the sum of each part
 * in its manifest and of the whole in its last letters. Nobody ever finds half of it in its place.
 */
export class ParcelWriter {
  private readonly zip = new ZipFile();
  private readonly parts: Part[] = [];
  private readonly whole = new Whole();
  private readonly written: Promise<void>;

  private constructor(
    private readonly place: ParcelPlace,
    private readonly madeAt: Date,
  ) {
    const broken = new Promise<never>((_, reject) => this.zip.once('error', reject));
    this.written = Promise.race([
      pipeline(this.zip.outputStream, this.whole, place.stream),
      broken,
    ]);
    /* Whoever waits for a part or for the end hears of it. */
    this.written.catch(() => undefined);
  }

  /** Into a file that gets its name when it is whole. */
  static async create(file: string, madeAt: Date): Promise<ParcelWriter> {
    return new ParcelWriter(await FilePlace.open(file), madeAt);
  }

  static into(place: ParcelPlace, madeAt: Date): ParcelWriter {
    return new ParcelWriter(place, madeAt);
  }

  /** Adds a part and answers when all of `source` was read. Throws what reading or the disk throws. */
  async add(name: string, source: Readable): Promise<Part> {
    const weighed = new Weighed();
    this.pack(name, weighed);
    const isOver = this.written.then(() => Promise.reject(new Error('The file is closed.')));
    await Promise.race([pipeline(source, weighed), isOver]);
    const part = { name, bytes: weighed.bytes, sha256: weighed.digest() };
    this.parts.push(part);
    return part;
  }

  async addText(name: string, text: string | Buffer): Promise<Part> {
    return this.add(name, Readable.from([Buffer.from(text)]));
  }

  /** Of the names and sums of the parts so far, hex: the same whenever the same was put in. */
  contents(): string {
    const lines = this.parts.map(({ name, sha256 }) => `${sha256} ${name}\n`).sort();
    return createHash('sha256').update(lines.join(''), 'utf8').digest('hex');
  }

  /** Writes the manifest and the seal: it is whole then. Answers the sum of all its bytes, hex. */
  async finish<T extends Omit<Manifest, 'parts' | 'madeAt'>>(about: T): Promise<string> {
    const manifest = { ...about, madeAt: this.madeAt.toISOString(), parts: this.parts };
    this.pack(MANIFEST, Readable.from([Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)]));
    this.zip.end({ forceZip64Format: false, comment: EMPTY_SEAL });
    await this.written;
    const seal = sealOf(this.whole.digestWith(EMPTY_SEAL));
    await this.place.finish(Buffer.from(seal), this.whole.bytes);
    return this.whole.digestWith(seal);
  }

  /** Leaves nothing behind. */
  async abandon(): Promise<void> {
    await this.place.abandon();
  }

  private pack(name: string, source: Readable): void {
    this.zip.addReadStream(source, name, { mtime: this.madeAt, mode: 0o100000 | OWNER_ONLY });
  }
}
