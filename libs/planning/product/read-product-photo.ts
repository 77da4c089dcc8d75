import { Injectable } from '@nestjs/common';
import { isId } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { ProductPhoto } from './product-photo.entity';
import { photoNotFound } from './product.refusals';

export interface ServedPhoto {
  mediaType: string;
  bytes: Buffer;
  /** 64 hex digits. */
  sha256: string;
}

/** A product's photo, for anyone. Refuses `product_photo_not_found`. */
@Injectable()
export class ReadProductPhoto {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string, productId: string): Promise<ServedPhoto> {
    const photo =
      isId(fairId) && isId(productId)
        ? await this.source.getRepository(ProductPhoto).findOneBy({ fairId, productId })
        : null;
    if (!photo) throw photoNotFound();
    const { mediaType, bytes, sha256 } = photo;
    return { mediaType, bytes, sha256: sha256.toString('hex') };
  }
}
