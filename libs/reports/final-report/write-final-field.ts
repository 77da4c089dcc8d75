import { Inject, Injectable } from '@nestjs/common';
import { recordAudit } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { Fair } from '@phien/planning';
import { inTransaction } from '@phien/store';
import { DataSource, Like } from 'typeorm';
import { FinalFieldEntry } from './final-field-entry.entity';
import { hasLedgerValue, isFinalField, isOwnField } from './final-field.rules';
import type { WriteFinalFieldDto } from './final-report.dto';
import {
  finalFieldChanged,
  finalFieldNotFound,
  finalFieldNotOfLedger,
  finalFieldWordsMissing,
  tooManyFinalFields,
} from './final-report.refusals';

const MOST_OWN_FIELDS = 60;

/**
 * Writes what a person says of a field, leaves it out, or goes back to the ledger; the same again is
 * the same. Refuses `final_field_not_found`, `final_field_words_missing`, `final_field_not_of_ledger`,
 * `final_field_changed`, `too_many_final_fields`.
 */
@Injectable()
export class WriteFinalField {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(
    accountId: string,
    { fairId, field }: { fairId: string; field: string },
    wanted: WriteFinalFieldDto,
  ): Promise<void> {
    if (!isFinalField(field)) throw finalFieldNotFound();
    if (wanted.state === 'from_ledger' && !hasLedgerValue(field)) throw finalFieldNotOfLedger();
    const words = wordsOf(field, wanted);
    await inTransaction(this.source, async (em) => {
      await em.getRepository(Fair).findOneOrFail({
        select: { id: true },
        where: { id: fairId },
        lock: { mode: 'for_no_key_update' },
      });
      const entries = em.getRepository(FinalFieldEntry);
      const latest = await entries.findOne({
        where: { fairId, field },
        order: { revision: 'DESC' },
      });
      if (latest && isSame(latest, { state: wanted.state, ...words })) return;
      if ((latest?.revision ?? 0) !== wanted.revision) {
        throw finalFieldChanged(latest?.revision ?? 0);
      }
      if (isOwnField(field) && !latest) {
        const known = await entries.countBy({ fairId, field: Like('own-%'), revision: 1 });
        if (known >= MOST_OWN_FIELDS) throw tooManyFinalFields();
      }
      await entries.insert({
        fairId,
        field,
        revision: wanted.revision + 1,
        state: wanted.state,
        ...words,
        writtenBy: accountId,
        writtenAt: this.clock.now(),
      });
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'final_field_written',
        subjectId: field,
        detail: {
          before: latest && { state: latest.state, textVi: latest.textVi },
          after: { state: wanted.state, textVi: words.textVi },
        },
      });
    });
  }
}

type Words = Pick<FinalFieldEntry, 'nameVi' | 'nameEn' | 'textVi' | 'textEn'>;

function wordsOf(field: string, wanted: WriteFinalFieldDto): Words {
  const tidy = (text: string | undefined) => text?.normalize('NFC').trim() ?? '';
  const isTyped = wanted.state === 'typed';
  const isOwn = isOwnField(field);
  const [textVi, nameVi, nameEn] = [wanted.textVi, wanted.nameVi, wanted.nameEn].map(tidy) as [
    string,
    string,
    string,
  ];
  if ((isTyped && textVi === '') || (isOwn && (nameVi === '' || nameEn === ''))) {
    throw finalFieldWordsMissing();
  }
  return {
    nameVi: isOwn ? nameVi : null,
    nameEn: isOwn ? nameEn : null,
    textVi: isTyped ? textVi : null,
    textEn: isTyped ? tidy(wanted.textEn) : null,
  };
}

const isSame = (latest: FinalFieldEntry, wanted: Words & Pick<FinalFieldEntry, 'state'>) =>
  (['state', 'nameVi', 'nameEn', 'textVi', 'textEn'] as const).every(
    (name) => latest[name] === wanted[name],
  );
