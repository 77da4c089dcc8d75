import { Injectable } from '@nestjs/common';
import type { Caller } from '@phien/identity';
import { exhibitorNotFound, exhibitorsKeptBy } from '@phien/planning';
import { DataSource, In, IsNull } from 'typeorm';
import type { CashierDto, CashiersWantedDto } from './cashier.dto';
import { Cashier } from './cashier.entity';
import { shownCashier } from './find-cashier';

/** Who sells for the caller's exhibitors, by name. Refuses `exhibitor_not_found` for another's. */
@Injectable()
export class ListCashiers {
  constructor(private readonly dataSource: DataSource) {}

  async run(caller: Caller, fairId: string, wanted: CashiersWantedDto): Promise<CashierDto[]> {
    const seen = exhibitorsKeptBy(caller, fairId);
    const { exhibitorId } = wanted;
    if (exhibitorId !== undefined && !(seen?.includes(exhibitorId) ?? true)) {
      throw exhibitorNotFound();
    }
    const of = exhibitorId === undefined ? seen : [exhibitorId];
    const cashiers = await this.dataSource.getRepository(Cashier).find({
      where: { fairId, removedAt: IsNull(), ...(of && { exhibitorId: In(of) }) },
      order: { name: 'ASC', id: 'ASC' },
    });
    return cashiers.map(shownCashier);
  }
}
