import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { exhibitorNotFound } from '../exhibitor/exhibitor.refusals';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { exhibitorsKeptBy, exhibitorsSeenBy } from '../exhibitor/own-exhibitors.rules';
import { describeProducts } from './describe-products';
import { ProductDto, ProductsWantedDto } from './product.dto';

/**
 * The products of a fair, or of one exhibitor, that the caller may see, by name; withdrawn ones
 * only when asked for, by whoever keeps them. Refuses `exhibitor_not_found` when the one asked for
 * is none of the caller's.
 */
@Injectable()
export class ListProducts {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(caller: Caller, fairId: string, wanted: ProductsWantedDto): Promise<ProductDto[]> {
    const isWithdrawn = wanted.withdrawn === 'true';
    const seen = isWithdrawn ? exhibitorsKeptBy(caller, fairId) : exhibitorsSeenBy(caller, fairId);
    const { exhibitorId } = wanted;
    if (exhibitorId !== undefined) {
      const isTheirs = seen === null || seen.includes(exhibitorId);
      const isHere =
        isTheirs &&
        (await this.source.getRepository(Exhibitor).existsBy({ fairId, id: exhibitorId }));
      if (!isHere) throw exhibitorNotFound();
    }
    return describeProducts(this.source.manager, fairId, this.clock.now(), {
      exhibitorIds: exhibitorId === undefined ? seen : [exhibitorId],
      isWithdrawn,
    });
  }
}
