import { Injectable } from '@nestjs/common';
import { Fair } from '@phien/planning';
import { DataSource } from 'typeorm';
import { FileOrders } from '../report/report-queue';
import type { ArchivesDto } from './archive.dto';
import { ArchiveProgress } from './archive-progress';
import { fairNotSealed } from './archive.refusals';
import { ReadArchives } from './read-archives';

/**
 * Asks for the archive of a sealed fair; one on its way is only answered, and nothing new makes no new
 * one. Refuses `fair_not_sealed`.
 */
@Injectable()
export class OrderArchive {
  constructor(
    private readonly source: DataSource,
    private readonly progress: ArchiveProgress,
    private readonly readArchives: ReadArchives,
    private readonly orders: FileOrders,
  ) {}

  async run(accountId: string, fairId: string): Promise<ArchivesDto> {
    const fair = await this.source.getRepository(Fair).findOneByOrFail({ id: fairId });
    if (fair.state !== 'sealed') throw fairNotSealed();
    await this.progress.want(fairId, accountId);
    this.orders.placeArchive({ archiveOf: fairId });
    return this.readArchives.run(fairId);
  }
}
