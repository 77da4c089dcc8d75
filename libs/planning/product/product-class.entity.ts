import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Product classes of Decision 148/QĐ-TTg (2023), a tree by dotted code. Rows come with the migrations. */
@Entity('product_class')
@ForeignKey(() => ProductClass, ['parentCode'], ['code'])
export class ProductClass {
  @PrimaryColumn('text') code: string;
  @Column('text', { nullable: true }) parentCode: string | null;
  @Column('text') nameVi: string;
  @Column('text') nameEn: string;
  @Column('smallint') position: number;
}
