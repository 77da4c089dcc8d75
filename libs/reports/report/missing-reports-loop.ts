import { Inject, Injectable } from '@nestjs/common';
import { Rounds } from '@phien/store';
import { ReportOrders } from '../closing/report-orders';
import { FindMissingReports } from './find-missing-reports';

const PAUSE_MS = 60_000;

/** Orders every minute, and at the start, what Postgres says is missing: a lost queue loses nothing. */
@Injectable()
export class MissingReportsLoop extends Rounds {
  constructor(
    private readonly findMissingReports: FindMissingReports,
    @Inject(ReportOrders) private readonly orders: ReportOrders,
  ) {
    super(PAUSE_MS);
  }

  protected override async walk(): Promise<void> {
    for (const order of await this.findMissingReports.run()) this.orders.place(order);
  }
}
