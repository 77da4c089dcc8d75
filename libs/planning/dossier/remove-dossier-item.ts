import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock, isId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { findKeptExhibitor, holdExhibitor } from '../exhibitor/find-kept-exhibitor';
import { DossierFile } from './dossier-file.entity';
import { DossierItem } from './dossier-item.entity';
import { dossierItemNotFound } from './dossier.refusals';
import type { DossierPlace } from './find-dossier-item';

/**
 * Takes a paper out of a dossier, and its file with it: it may show more of people than the fair has to
 * keep. Twice is once. Refuses `exhibitor_not_found`, `dossier_item_not_found`.
 */
@Injectable()
export class RemoveDossierItem {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(caller: Caller, { fairId, exhibitorId, itemId }: DossierPlace): Promise<void> {
    const { manager } = this.source;
    const exhibitor = await findKeptExhibitor(manager, caller, fairId, exhibitorId);
    if (!isId(itemId)) throw dossierItemNotFound();
    await inTransaction(this.source, async (em) => {
      await holdExhibitor(em, exhibitor);
      const item = await em.findOneBy(DossierItem, { fairId, exhibitorId, id: itemId });
      if (item === null) throw dossierItemNotFound();
      if (item.removedAt !== null) return;
      await em.delete(DossierFile, { fairId, itemId });
      await em.update(
        DossierItem,
        { fairId, id: itemId },
        { removedAt: this.clock.now(), removedBy: caller.accountId },
      );
      const { kindId, number, issuer, issuedOn, expiresOn } = item;
      await recordAudit(em, {
        fairId,
        accountId: caller.accountId,
        action: 'dossier_item_removed',
        subjectId: itemId,
        detail: { exhibitorId, kindId, number, issuer, issuedOn, expiresOn },
      });
    });
  }
}
