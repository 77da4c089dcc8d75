import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ProductClassDto } from './product.dto';

/** The product classes in the order of the Decision. */
@Injectable()
export class ListProductClasses {
  constructor(private readonly source: DataSource) {}

  run(): Promise<ProductClassDto[]> {
    return this.source.query<ProductClassDto[]>(
      `SELECT c.code, c.parent_code AS "parentCode", c.name_vi AS "nameVi", c.name_en AS "nameEn",
              NOT EXISTS (SELECT 1 FROM product_class child WHERE child.parent_code = c.code)
                AS "isLeaf"
         FROM product_class c ORDER BY c.position`,
    );
  }
}
