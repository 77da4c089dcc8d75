import { Injectable } from '@nestjs/common';
import { recordAudit } from '@phien/identity';
import { Fair } from '@phien/planning';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import type { ClosingGraceDto } from './closing.dto';

/** Sets how long after the closing hour a day closes itself; days that are closed stay as they are. */
@Injectable()
export class SetClosingGrace {
  constructor(private readonly source: DataSource) {}

  run(accountId: string, fairId: string, { minutes }: ClosingGraceDto): Promise<ClosingGraceDto> {
    return inTransaction(this.source, async (em) => {
      const fair = await em.getRepository(Fair).findOneOrFail({
        where: { id: fairId },
        lock: { mode: 'for_no_key_update' },
      });
      if (fair.closingGraceMinutes !== minutes) {
        await em.getRepository(Fair).update({ id: fairId }, { closingGraceMinutes: minutes });
        await recordAudit(em, {
          fairId,
          accountId,
          action: 'closing_grace_set',
          subjectId: fairId,
          detail: { before: fair.closingGraceMinutes, after: minutes },
        });
      }
      return { minutes };
    });
  }
}
