import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { DataSource } from 'typeorm';
import { exhibitorNotFound } from '../exhibitor/exhibitor.refusals';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { exhibitorsSeenBy } from '../exhibitor/own-exhibitors.rules';
import { ProductDto, ProductsWantedDto } from './product.dto';

/**
 * The products of a fair, or of one exhibitor, that the caller may see, by name. Refuses
 * `exhibitor_not_found` when the one asked for is none of the caller's.
 */
@Injectable()
export class ListProducts {
  constructor(private readonly source: DataSource) {}

  async run(caller: Caller, fairId: string, wanted: ProductsWantedDto): Promise<ProductDto[]> {
    const seen = exhibitorsSeenBy(caller, fairId);
    const { exhibitorId } = wanted;
    if (exhibitorId !== undefined) {
      const isTheirs = seen === null || seen.includes(exhibitorId);
      const isHere =
        isTheirs &&
        (await this.source.getRepository(Exhibitor).existsBy({ fairId, id: exhibitorId }));
      if (!isHere) throw exhibitorNotFound();
    }
    return this.source.query<ProductDto[]>(
      `SELECT p.id, p.exhibitor_id AS "exhibitorId", p.name, p.class_code AS "classCode",
              c.name_vi AS "classNameVi", c.name_en AS "classNameEn", p.star,
              p.star_year AS "starYear", p.certificate_expires_on AS "certificateExpiresOn",
              p.barcode, p.price_vnd AS "priceVnd", p.unit, p.vat_rate_percent AS "vatRatePercent",
              p.is_demo AS "isDemo"
       FROM product p LEFT JOIN product_class c ON c.code = p.class_code
       WHERE p.fair_id = $1 AND ($2::uuid[] IS NULL OR p.exhibitor_id = ANY($2))
       ORDER BY p.name, p.id`,
      [fairId, exhibitorId === undefined ? seen : [exhibitorId]],
    );
  }
}
