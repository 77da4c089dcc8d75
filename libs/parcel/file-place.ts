import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ParcelPlace } from './parcel-place';

/** Whoever is not its owner shall not read it. */
export const OWNER_ONLY = 0o600;

/** A file that grows under a name of its own and takes the wished one when it is whole and on the disk. */
export class FilePlace implements ParcelPlace {
  private constructor(
    private readonly file: string,
    private readonly draft: string,
    readonly stream: WriteStream,
  ) {}

  static async open(file: string): Promise<FilePlace> {
    await mkdir(dirname(file), { recursive: true });
    const draft = `${file}.${process.pid}.part`;
    await rm(draft, { force: true });
    return new FilePlace(file, draft, createWriteStream(draft, { flags: 'wx', mode: OWNER_ONLY }));
  }

  async finish(seal: Buffer, size: number): Promise<void> {
    const handle = await open(this.draft, 'r+');
    try {
      await handle.write(seal, 0, seal.length, size - seal.length);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(this.draft, this.file);
  }

  async abandon(): Promise<void> {
    this.stream.destroy();
    await rm(this.draft, { force: true });
  }
}
