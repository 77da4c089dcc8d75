import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { findKeptExhibitor, holdExhibitor } from '../exhibitor/find-kept-exhibitor';
import { firstOf } from '../form/field-faults.rules';
import { DossierFile } from './dossier-file.entity';
import { dossierFileType, LARGEST_DOSSIER_FILE_BYTES } from './dossier-file.rules';
import type { DossierDto } from './dossier.dto';
import { dossierFileTooLarge, dossierFileTypeUnknown } from './dossier.refusals';
import { findDossierItem, type DossierPlace } from './find-dossier-item';
import { readDossier } from './read-dossiers';

/**
 * Keeps the scan or photo of a paper, in place of the one before; what it is, its bytes say. Refuses
 * `exhibitor_not_found`, `dossier_file_too_large`, `dossier_file_type_unknown`, `dossier_item_not_found`.
 */
@Injectable()
export class KeepDossierFile {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(caller: Caller, place: DossierPlace, bytes: Buffer): Promise<DossierDto> {
    const { fairId, exhibitorId, itemId } = place;
    const { manager } = this.source;
    const exhibitor = await findKeptExhibitor(manager, caller, fairId, exhibitorId);
    const mediaType = dossierFileType(bytes);
    const isTooLarge = bytes.length > LARGEST_DOSSIER_FILE_BYTES;
    if (isTooLarge || mediaType === null) {
      throw firstOf([isTooLarge ? dossierFileTooLarge() : dossierFileTypeUnknown()])!;
    }
    const sha256 = createHash('sha256').update(bytes).digest();
    const now = this.clock.now();
    return inTransaction(this.source, async (em) => {
      await holdExhibitor(em, exhibitor);
      await findDossierItem(em, place);
      const isKept = await em.existsBy(DossierFile, { fairId, itemId, sha256 });
      if (!isKept) {
        const file = { fairId, itemId, mediaType, bytes, sha256, addedAt: now };
        await em.upsert(DossierFile, file, ['fairId', 'itemId']);
        await recordAudit(em, {
          fairId,
          accountId: caller.accountId,
          action: 'dossier_file_kept',
          subjectId: itemId,
          detail: {
            exhibitorId,
            mediaType,
            byteCount: bytes.length,
            sha256: sha256.toString('hex'),
          },
        });
      }
      return readDossier(em, { fairId, exhibitorId }, now);
    });
  }
}
