import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { firstOf } from '../form/field-faults.rules';
import { describeProducts } from './describe-products';
import { findKeptProduct } from './find-kept-product';
import { whyNotKept } from './photo.rules';
import { ProductPhoto } from './product-photo.entity';
import { ProductDto, ProductPhotoDto } from './product.dto';
import { productNotFound } from './product.refusals';

/**
 * Keeps a product's photo in place of the one before. Refuses `product_not_found`,
 * `photo_too_large`, `photo_type_unknown`, `photo_type_differs`, `photo_dimensions_refused`.
 */
@Injectable()
export class KeepProductPhoto {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(
    caller: Caller,
    fairId: string,
    productId: string,
    { mediaType, base64 }: ProductPhotoDto,
  ): Promise<ProductDto> {
    const { exhibitorId } = await findKeptProduct(this.source.manager, caller, fairId, productId);
    const bytes = Buffer.from(base64, 'base64');
    const why = whyNotKept(bytes, mediaType);
    const refusal = why && firstOf([why]);
    if (refusal) throw refusal;

    const now = this.clock.now();
    const sha256 = createHash('sha256').update(bytes).digest();
    return inTransaction(this.source, async (em) => {
      const before = await em.findOneBy(ProductPhoto, { fairId, productId });
      if (!before?.sha256.equals(sha256)) {
        const photo = { fairId, productId, mediaType, bytes, sha256, addedAt: now };
        await em.upsert(ProductPhoto, photo, ['fairId', 'productId']);
        await recordAudit(em, {
          fairId,
          accountId: caller.accountId,
          action: 'product_photo_kept',
          subjectId: productId,
          detail: { exhibitorId, mediaType, byteCount: bytes.length },
        });
      }
      const chosen = { exhibitorIds: [exhibitorId], productId, isWithdrawn: null };
      const [described] = await describeProducts(em, fairId, now, chosen);
      if (!described) throw productNotFound();
      return described;
    });
  }
}
