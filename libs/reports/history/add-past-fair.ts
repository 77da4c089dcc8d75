import { Injectable } from '@nestjs/common';
import { recordAudit, type Caller } from '@phien/identity';
import { Clock, foldText } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource, IsNull } from 'typeorm';
import type { AddPastFairDto } from './past-fair.dto';
import { PastFair } from './past-fair.entity';
import { pastFairDaysWrong, pastFairKnown, pastFairUnnamed } from './past-fair.refusals';

/**
 * Puts a past fair on record; its figures follow. The same again is the same. Answers its code, made
 * of its name. Refuses `past_fair_unnamed`, `past_fair_days_wrong`, `past_fair_known`.
 */
@Injectable()
export class AddPastFair {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run({ accountId }: Caller, fairId: string, wish: AddPastFairDto): Promise<string> {
    const nameVi = tidy(wish.nameVi);
    const wanted = {
      nameVi,
      nameEn: tidy(wish.nameEn),
      scope: wish.scope,
      firstDay: wish.firstDay ?? null,
      lastDay: wish.lastDay ?? null,
    };
    const code = foldText(nameVi)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    if (code === '') throw pastFairUnnamed();
    const { firstDay, lastDay } = wanted;
    if (firstDay !== null && lastDay !== null && lastDay < firstDay) throw pastFairDaysWrong();
    await inTransaction(this.source, async (em) => {
      const added = await em
        .createQueryBuilder()
        .insert()
        .into(PastFair)
        .values({
          ...wanted,
          code,
          addedAs: 'organizer',
          addedIn: fairId,
          addedBy: accountId,
          addedAt: this.clock.now(),
        })
        .orIgnore()
        .returning('code')
        .execute();
      if ((added.raw as unknown[]).length === 0) {
        if (!(await em.existsBy(PastFair, asFound(code, wanted)))) throw pastFairKnown(nameVi);
        return;
      }
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'past_fair_added',
        subjectId: code,
        detail: wanted,
      });
    });
    return code;
  }
}

const tidy = (text: string) => text.normalize('NFC').trim();

/* To typeorm a bare null is no condition. */
const asFound = (code: string, wanted: Record<string, string | null>) => ({
  code,
  ...Object.fromEntries(
    Object.entries(wanted).map(([name, value]) => [name, value === null ? IsNull() : value]),
  ),
});
