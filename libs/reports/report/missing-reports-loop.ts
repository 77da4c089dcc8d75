import { Injectable } from '@nestjs/common';
import { Rounds } from '@phien/store';
import { FindMissingArchives } from '../archive/find-missing-archives';
import { FindMissingPapers } from '../paper/find-missing-papers';
import { FindMissingReports } from './find-missing-reports';
import { FileOrders } from './report-queue';

const PAUSE_MS = 60_000;

/** Orders every minute, and at the start, what Postgres says is missing: a lost queue loses nothing. */
@Injectable()
export class MissingReportsLoop extends Rounds {
  constructor(
    private readonly findMissingReports: FindMissingReports,
    private readonly findMissingPapers: FindMissingPapers,
    private readonly findMissingArchives: FindMissingArchives,
    private readonly orders: FileOrders,
  ) {
    super(PAUSE_MS);
  }

  protected override async walk(): Promise<void> {
    for (const file of await this.findMissingReports.run()) this.orders.placeFile(file);
    for (const file of await this.findMissingPapers.run()) this.orders.placePaperFile(file);
    for (const archive of await this.findMissingArchives.run()) this.orders.placeArchive(archive);
  }
}
