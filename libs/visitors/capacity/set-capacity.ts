import { Injectable } from '@nestjs/common';
import { recordAudit, type Caller } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { announce, FactsBell, inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import type { CapacityDto, SetCapacityDto } from './capacity.dto';
import { FairCapacity } from './fair-capacity.entity';

/**
 * Sets or takes away how many may be inside at once; gates hear of it at their next word, open boards
 * at once.
 */
@Injectable()
export class SetCapacity {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly bell: FactsBell,
  ) {}

  async run(caller: Caller, fairId: string, { visitors }: SetCapacityDto): Promise<CapacityDto> {
    const { accountId } = caller;
    const capacity = await inTransaction(this.source, async (em) => {
      const before = await em.findOneBy(FairCapacity, { fairId });
      const setAt = visitors === null ? null : this.clock.now();
      if (visitors === null || setAt === null) await em.delete(FairCapacity, { fairId });
      else {
        await em.upsert(FairCapacity, { fairId, visitors, setBy: accountId, setAt }, ['fairId']);
      }
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'capacity_set',
        subjectId: fairId,
        detail: { before: before?.visitors ?? null, after: visitors },
      });
      await announce(em, [{ fairId, reader: 'fold', topic: 'capacity', subjectId: fairId }]);
      return { visitors, setAt };
    });
    this.bell.ring();
    return capacity;
  }
}
