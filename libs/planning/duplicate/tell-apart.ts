import { Injectable } from '@nestjs/common';
import { type Caller, recordAudit } from '@phien/identity';
import { Clock, isId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource, In } from 'typeorm';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { exhibitorNotFound } from '../exhibitor/exhibitor.refusals';
import type { TellApartDto } from './duplicate.dto';
import { mergedWithItself } from './duplicate.refusals';
import { ExhibitorsApart } from './exhibitors-apart.entity';

/**
 * Says that two exhibitors are two, so that they are not shown as one again. Twice is once. Refuses
 * `exhibitor_not_found`, `merged_with_itself`.
 */
@Injectable()
export class TellApart {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(
    { accountId }: Caller,
    { fairId, exhibitorId }: { fairId: string; exhibitorId: string },
    { otherId }: TellApartDto,
  ): Promise<void> {
    if (!isId(exhibitorId) || !isId(otherId)) throw exhibitorNotFound();
    if (exhibitorId === otherId) throw mergedWithItself();
    const [lowId = '', highId = ''] = [exhibitorId, otherId].sort();
    await inTransaction(this.source, async (em) => {
      const both = await em.find(Exhibitor, {
        where: { fairId, id: In([lowId, highId]) },
        order: { id: 'ASC' },
        lock: { mode: 'for_no_key_update' },
      });
      if (both.length < 2) throw exhibitorNotFound();
      const isSaid = await em.existsBy(ExhibitorsApart, { fairId, lowId, highId });
      if (isSaid) return;
      await em.insert(ExhibitorsApart, {
        fairId,
        lowId,
        highId,
        saidBy: accountId,
        saidAt: this.clock.now(),
      });
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'exhibitors_told_apart',
        subjectId: lowId,
        detail: { otherId: highId, names: both.map(({ name }) => name) },
      });
    });
  }
}
