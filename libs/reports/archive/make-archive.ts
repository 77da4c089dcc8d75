import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import {
  ParcelWriter,
  plainText,
  readArchivedFair,
  writeArchive,
  type Connection,
} from '@phien/parcel';
import { DataSource } from 'typeorm';
import { ArchivePieces } from './archive-pieces';
import { ArchiveProgress } from './archive-progress';
import { fairNotSealed } from './archive.refusals';

/**
 * Makes the archive of a sealed fair that someone waits for, in one transaction: read in its snapshot,
 * stored piece by piece, there when it is whole. Run twice or at once there is one; killed on the way
 * there is none. Of the same facts as an archive that is there, that one is the archive. Refuses
 * `fair_not_sealed`.
 */
@Injectable()
export class MakeArchive {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    private readonly progress: ArchiveProgress,
  ) {}

  async run(fairId: string): Promise<void> {
    const askedBy = await this.progress.begin(fairId);
    if (askedBy === null) return;
    const runner = this.source.createQueryRunner();
    try {
      const db = (await runner.connect()) as Connection;
      await runner.startTransaction('REPEATABLE READ');
      try {
        await db.query(plainText);
        const isNew = await this.write(db, fairId, askedBy);
        await (isNew ? runner.commitTransaction() : runner.rollbackTransaction());
      } catch (failure) {
        await runner.rollbackTransaction().catch(() => undefined);
        throw failure;
      }
    } finally {
      await runner.release();
    }
    await this.progress.forget(fairId);
  }

  /** Answers whether it holds anything that no archive holds yet. */
  private async write(db: Connection, fairId: string, askedBy: string): Promise<boolean> {
    const fair = await readArchivedFair(db, { id: fairId });
    if (fair?.state !== 'sealed') throw fairNotSealed();
    const edition = await nextEdition(db, fairId);
    const madeAt = this.clock.now();
    const pieces = new ArchivePieces(db, { fairId, edition });
    const parcel = ParcelWriter.into(pieces, madeAt);
    let told: Promise<void> = Promise.resolve();
    let last = 0;
    try {
      const { sha256, contents } = await writeArchive(db, parcel, fair, (percent) => {
        if (percent < last + 5) return;
        last = percent;
        /* A step that could not be told costs nobody an archive. */
        told = told.then(() => this.progress.step(fairId, percent)).catch(() => undefined);
      });
      await told;
      const { rowCount } = await db.query(
        `INSERT INTO fair_archive (fair_id, edition, asked_by, made_at, size_bytes, piece_count, sha256,
                                   contents_hash)
         VALUES ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), decode($8, 'hex'))
         ON CONFLICT (fair_id, contents_hash) DO NOTHING`,
        [fairId, edition, askedBy, madeAt, pieces.size, pieces.count, sha256, contents],
      );
      return rowCount === 1;
    } catch (failure) {
      await parcel.abandon();
      await told;
      throw failure;
    }
  }
}

async function nextEdition(db: Connection, fairId: string): Promise<number> {
  const { rows } = await db.query<{ next: number }>(
    `SELECT coalesce(max(edition), 0) + 1 AS next FROM fair_archive WHERE fair_id = $1`,
    [fairId],
  );
  return rows[0]?.next ?? 1;
}
