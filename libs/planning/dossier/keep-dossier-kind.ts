import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { isId, type Refusal } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource, In, IsNull } from 'typeorm';
import { Fair } from '../fair/fair.entity';
import { firstOf } from '../form/field-faults.rules';
import { ProductClass } from '../product/product-class.entity';
import { DossierKind } from './dossier-kind.entity';
import type { DossierKindDto, KeepDossierKindDto } from './dossier.dto';
import {
  dossierClassUnknown,
  dossierKindNameMissing,
  dossierKindNotFound,
  dossierKindsFull,
} from './dossier.refusals';

const MOST_KINDS = 30;

/**
 * Keeps a kind of paper that the fair asks for: a new one under an id that its maker made, or a known
 * one said anew, which is asked for again when it was not. The same again is once. Refuses
 * `dossier_kind_not_found` for what is no id, `dossier_kind_name_missing`, `dossier_class_unknown`,
 * `dossier_kinds_full`.
 */
@Injectable()
export class KeepDossierKind {
  constructor(private readonly source: DataSource) {}

  async run(
    { accountId }: Caller,
    { fairId, kindId: id }: { fairId: string; kindId: string },
    wanted: KeepDossierKindDto,
  ): Promise<DossierKindDto> {
    if (!isId(id)) throw dossierKindNotFound();
    const { isForAll, exhibitorKinds, classCodes, warnDays } = wanted;
    const [nameVi, nameEn] = [wanted.nameVi.trim(), wanted.nameEn.trim()];
    const kind = { nameVi, nameEn, isForAll, exhibitorKinds, classCodes, warnDays };
    const known = await this.source.getRepository(ProductClass).countBy({ code: In(classCodes) });
    const refusal = firstOf(faultsOf(kind, known));
    if (refusal) throw refusal;
    await inTransaction(this.source, async (em) => {
      /* One after the other, so that they are counted. */
      await em.findOneOrFail(Fair, {
        where: { id: fairId },
        lock: { mode: 'for_no_key_update' },
      });
      const before = await em.findOneBy(DossierKind, { fairId, id });
      const isAsked = before !== null && before.retiredAt === null;
      if (isAsked && isSame(before, kind)) return;
      const count = await em.countBy(DossierKind, { fairId, retiredAt: IsNull() });
      if (!isAsked && count >= MOST_KINDS) throw dossierKindsFull(MOST_KINDS);
      await em.upsert(DossierKind, { fairId, id, ...kind, retiredAt: null }, ['fairId', 'id']);
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'dossier_kind_kept',
        subjectId: id,
        detail: { before: before && shapeOf(before), after: kind },
      });
    });
    return { id, ...kind };
  }
}

type Said = KeepDossierKindDto;

function faultsOf({ nameVi, nameEn, classCodes }: Said, known: number): Refusal[] {
  const isNamed = (name: string) => name.length >= 1 && name.length <= 120;
  return [
    isNamed(nameVi) ? null : dossierKindNameMissing('nameVi'),
    isNamed(nameEn) ? null : dossierKindNameMissing('nameEn'),
    known === classCodes.length ? null : dossierClassUnknown(),
  ].filter((fault) => fault !== null);
}

const shapeOf = ({ nameVi, nameEn, isForAll, exhibitorKinds, classCodes, warnDays }: Said) => ({
  nameVi,
  nameEn,
  isForAll,
  exhibitorKinds,
  classCodes,
  warnDays,
});

const isSame = (one: Said, other: Said) =>
  JSON.stringify(shapeOf(one)) === JSON.stringify(shapeOf(other));
