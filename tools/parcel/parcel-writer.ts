import { createHash } from 'node:crypto';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable, Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { EMPTY_SEAL, MANIFEST, sealOf, type Manifest, type Part } from './parcel.rules';

/** Whoever is not its owner shall not read it. */
const OWNER_ONLY = 0o600;

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

/**
 * Writes one file of named parts, streaming: a zip that any program opens, with the sum of each part
 * in its manifest and of the whole in its last letters. It grows under a name of its own and takes
 * the wished one only when it is whole and on the disk, so nobody ever finds half of it.
 */
export class ParcelWriter {
  private readonly zip = new ZipFile();
  private readonly parts: Part[] = [];
  private readonly whole = new Weighed();
  private readonly written: Promise<void>;

  private constructor(
    private readonly file: string,
    private readonly draft: string,
    private readonly stream: WriteStream,
    private readonly madeAt: Date,
  ) {
    const broken = new Promise<never>((_, reject) => this.zip.once('error', reject));
    this.written = Promise.race([pipeline(this.zip.outputStream, this.whole, this.stream), broken]);
    /* Whoever waits for a part or for the end hears of it. */
    this.written.catch(() => undefined);
  }

  static async create(file: string, madeAt: Date): Promise<ParcelWriter> {
    await mkdir(dirname(file), { recursive: true });
    const draft = `${file}.${process.pid}.part`;
    await rm(draft, { force: true });
    return new ParcelWriter(
      file,
      draft,
      createWriteStream(draft, { flags: 'wx', mode: OWNER_ONLY }),
      madeAt,
    );
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

  /** Writes the manifest, closes the file and gives it its name. Answers the sum of the whole, hex. */
  async finish<T extends Omit<Manifest, 'parts' | 'madeAt'>>(about: T): Promise<string> {
    const manifest = { ...about, madeAt: this.madeAt.toISOString(), parts: this.parts };
    this.pack(MANIFEST, Readable.from([Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)]));
    this.zip.end({ forceZip64Format: false, comment: EMPTY_SEAL });
    await this.written;
    const digest = this.whole.digest();
    const handle = await open(this.draft, 'r+');
    try {
      const seal = Buffer.from(sealOf(digest));
      await handle.write(seal, 0, seal.length, this.whole.bytes - seal.length);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(this.draft, this.file);
    return digest;
  }

  /** Leaves nothing behind. */
  async abandon(): Promise<void> {
    this.stream.destroy();
    await rm(this.draft, { force: true });
  }

  private pack(name: string, source: Readable): void {
    this.zip.addReadStream(source, name, { mtime: this.madeAt, mode: 0o100000 | OWNER_ONLY });
  }
}
