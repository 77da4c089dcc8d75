import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock, isId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource, IsNull } from 'typeorm';
import { DossierKind } from './dossier-kind.entity';
import { dossierKindNotFound } from './dossier.refusals';

/**
 * Asks for a kind of paper no longer; what was shown of it stays. Twice is once. Refuses
 * `dossier_kind_not_found`.
 */
@Injectable()
export class RetireDossierKind {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(
    { accountId }: Caller,
    { fairId, kindId: id }: { fairId: string; kindId: string },
  ): Promise<void> {
    if (!isId(id)) throw dossierKindNotFound();
    await inTransaction(this.source, async (em) => {
      const kind = await em.findOneBy(DossierKind, { fairId, id });
      if (kind === null) throw dossierKindNotFound();
      const { affected } = await em.update(
        DossierKind,
        { fairId, id, retiredAt: IsNull() },
        { retiredAt: this.clock.now() },
      );
      if (affected !== 1) return;
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'dossier_kind_retired',
        subjectId: id,
        detail: { nameVi: kind.nameVi, nameEn: kind.nameEn },
      });
    });
  }
}
