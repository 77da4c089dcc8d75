import type { Connection, ParcelPlace } from '@phien/parcel';
import { Writable } from 'node:stream';

const PIECE_BYTES = 1_000_000;
/* Held back until the end, for the seal lies there. */
const HELD_BYTES = 1_000;

/** Rows of a database for an archive to grow in: pieces of it, in the transaction that `db` is in. */
export class ArchivePieces implements ParcelPlace {
  readonly stream = new Writable({
    write: (chunk: Buffer, _, done) => void this.take(chunk).then(() => done(), done),
  });
  count = 0;
  size = 0;
  private waiting: Buffer[] = [];
  private waitingBytes = 0;

  constructor(
    private readonly db: Connection,
    private readonly of: { fairId: string; edition: number },
  ) {}

  async finish(seal: Buffer): Promise<void> {
    const rest = Buffer.concat(this.waiting);
    seal.copy(rest, rest.length - seal.length);
    await this.keep(rest);
  }

  /** What was written is gone with its transaction. */
  async abandon(): Promise<void> {
    this.stream.destroy();
  }

  private async take(chunk: Buffer): Promise<void> {
    this.waiting.push(chunk);
    this.waitingBytes += chunk.length;
    if (this.waitingBytes < PIECE_BYTES + HELD_BYTES) return;
    let rest = Buffer.concat(this.waiting);
    while (rest.length >= PIECE_BYTES + HELD_BYTES) {
      await this.keep(rest.subarray(0, PIECE_BYTES));
      rest = rest.subarray(PIECE_BYTES);
    }
    this.waiting = [rest];
    this.waitingBytes = rest.length;
  }

  private async keep(bytes: Buffer): Promise<void> {
    this.count += 1;
    this.size += bytes.length;
    await this.db.query(
      `INSERT INTO fair_archive_piece (fair_id, edition, piece_no, bytes) VALUES ($1, $2, $3, $4)`,
      [this.of.fairId, this.of.edition, this.count, bytes],
    );
  }
}
