import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Product } from './product.entity';

/** The small picture on a product's tile, made small by the browser that sent it. */
@Entity('product_photo')
@ForeignKey(() => Product, ['fairId', 'productId'], ['fairId', 'id'])
@Check('product_photo_type_known', `media_type IN ('image/jpeg', 'image/webp', 'image/png')`)
@Check('product_photo_bounded', `octet_length(bytes) BETWEEN 1 AND 65536`)
@Check('product_photo_hash_of_bytes', `sha256 = sha256(bytes)`)
export class ProductPhoto {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') productId: string;
  @Column('text') mediaType: 'image/jpeg' | 'image/webp' | 'image/png';
  @Column('bytea') bytes: Buffer;
  @Column('bytea') sha256: Buffer;
  @Column('timestamptz') addedAt: Date;
}
