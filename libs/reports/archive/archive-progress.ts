import { Injectable } from '@nestjs/common';
import { TellFiles } from '@phien/dashboard';
import { WantedArchive } from './wanted-archive.entity';

/** Keeps what people are told, and lets open screens hear of it, while an archive is made. */
@Injectable()
export class ArchiveProgress {
  constructor(private readonly tellFiles: TellFiles) {}

  /** Someone wants one: it waits, whatever became of the last try. One on its way goes on. */
  async want(fairId: string, askedBy: string): Promise<void> {
    await this.tellFiles.run(fairId, (em) =>
      em.query(
        `INSERT INTO wanted_archive (fair_id, asked_by) VALUES ($1, $2)
         ON CONFLICT (fair_id) DO UPDATE
           SET asked_by = EXCLUDED.asked_by, percent = NULL, failed_code = NULL, tried_at = NULL
         WHERE wanted_archive.failed_code IS NOT NULL`,
        [fairId, askedBy],
      ),
    );
  }

  /** Answers who waits for it; null when nobody does. */
  async begin(fairId: string): Promise<string | null> {
    let askedBy: string | null = null;
    await this.tellFiles.run(fairId, async (em) => {
      const wanted = em.getRepository(WantedArchive);
      await wanted.update({ fairId }, { percent: 0, failedCode: null, triedAt: new Date() });
      askedBy = (await wanted.findOneBy({ fairId }))?.askedBy ?? null;
    });
    return askedBy;
  }

  async step(fairId: string, percent: number): Promise<void> {
    await this.tellFiles.run(fairId, (em) =>
      em.getRepository(WantedArchive).update({ fairId }, { percent }),
    );
  }

  async fail(fairId: string, failedCode: string): Promise<void> {
    await this.tellFiles.run(fairId, (em) =>
      em
        .getRepository(WantedArchive)
        .update({ fairId }, { percent: null, failedCode, triedAt: new Date() }),
    );
  }

  /** The archive is there. */
  async forget(fairId: string): Promise<void> {
    await this.tellFiles.run(fairId, (em) => em.getRepository(WantedArchive).delete({ fairId }));
  }
}
