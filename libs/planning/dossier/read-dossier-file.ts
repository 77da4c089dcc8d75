import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { DataSource } from 'typeorm';
import { findKeptExhibitor } from '../exhibitor/find-kept-exhibitor';
import { DossierFile } from './dossier-file.entity';
import { dossierFileNotFound } from './dossier.refusals';
import { findDossierItem, type DossierPlace } from './find-dossier-item';

/**
 * The scan or photo of a paper, for whoever keeps the exhibitor. Refuses `exhibitor_not_found`,
 * `dossier_item_not_found`, `dossier_file_not_found`.
 */
@Injectable()
export class ReadDossierFile {
  constructor(private readonly source: DataSource) {}

  async run(
    caller: Caller,
    place: DossierPlace,
  ): Promise<Pick<DossierFile, 'mediaType' | 'bytes'>> {
    const { manager: em } = this.source;
    await findKeptExhibitor(em, caller, place.fairId, place.exhibitorId);
    await findDossierItem(em, place);
    const file = await em.findOneBy(DossierFile, { fairId: place.fairId, itemId: place.itemId });
    if (file === null) throw dossierFileNotFound();
    return file;
  }
}
