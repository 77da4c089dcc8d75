import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { recordAudit } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { Fair } from '@phien/planning';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import type { ReportLanguage } from '../report/report.rules';
import { FinalReportFrame } from './final-report-frame.entity';
import type { BringFrameDto } from './final-report.dto';
import { frameChanged, frameUnreadable } from './final-report.refusals';
import { FrameCheck } from './frame-check';

/**
 * Keeps a frame that an organizer brought for a language, or goes back to the house's own; the same
 * file again is the same. It is filled once before it is kept, in a thread of its own. Refuses
 * `frame_unreadable`, `frame_changed`.
 */
@Injectable()
export class BringFrame {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    private readonly frameCheck: FrameCheck,
  ) {}

  async run(
    accountId: string,
    { fairId, language }: { fairId: string; language: ReportLanguage },
    wanted: BringFrameDto,
  ): Promise<void> {
    const bytes = wanted.base64 === undefined ? null : Buffer.from(wanted.base64, 'base64');
    if (bytes !== null) {
      const fault = await this.frameCheck.faultOf(bytes, language);
      if (fault !== null) throw frameUnreadable(fault);
    }
    const sha256 = bytes && createHash('sha256').update(bytes).digest();
    await inTransaction(this.source, async (em) => {
      await em.getRepository(Fair).findOneOrFail({
        select: { id: true },
        where: { id: fairId },
        lock: { mode: 'for_no_key_update' },
      });
      const frames = em.getRepository(FinalReportFrame);
      const latest = await frames.findOne({
        where: { fairId, language },
        order: { revision: 'DESC' },
      });
      const known = latest?.sha256?.toString('hex') ?? null;
      if (known === (sha256?.toString('hex') ?? null)) return;
      if ((latest?.revision ?? 0) !== wanted.revision) throw frameChanged(latest?.revision ?? 0);
      await frames.insert({
        fairId,
        language,
        revision: wanted.revision + 1,
        name: bytes && (wanted.name ?? 'khung.docx'),
        bytes,
        sha256,
        broughtBy: accountId,
        broughtAt: this.clock.now(),
      });
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'final_report_frame_brought',
        subjectId: language,
        detail: { before: known, after: sha256?.toString('hex') ?? null },
      });
    });
  }
}
