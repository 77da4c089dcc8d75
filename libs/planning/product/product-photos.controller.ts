import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Caller, CurrentCaller, Public, Roles } from '@phien/identity';
import type { Response } from 'express';
import { KeepProductPhoto } from './keep-product-photo';
import { PHOTO_TYPES } from './photo.rules';
import { ProductDto, ProductPhotoDto } from './product.dto';
import { ReadProductPhoto } from './read-product-photo';
import { RemoveProductPhoto } from './remove-product-photo';

@Controller('fairs/:fairId/products/:productId/photo')
export class ProductPhotosController {
  constructor(
    private readonly keepPhoto: KeepProductPhoto,
    private readonly removePhoto: RemoveProductPhoto,
    private readonly readPhoto: ReadProductPhoto,
  ) {}

  /* An address with the photo's own hash in it never means another photo. */
  /** The photo; under the address that a product names it may be kept for ever. */
  @Get()
  @Public()
  @ApiProduces(...PHOTO_TYPES)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async read(
    @Param('fairId') fairId: string,
    @Param('productId') productId: string,
    @Query('v') version: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const { mediaType, bytes, sha256 } = await this.readPhoto.run(fairId, productId);
    const isNamed = version === sha256.slice(0, 8);
    response
      .set({
        'Content-Type': mediaType,
        'Content-Disposition': 'inline',
        'Content-Security-Policy': `default-src 'none'`,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': isNamed ? 'public, max-age=31536000, immutable' : 'public, no-cache',
        ETag: `"${sha256}"`,
      })
      .send(bytes);
  }

  /** Keeps a photo in place of the one before. */
  @Put()
  @Roles('organizer', 'exhibitor')
  keep(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('productId') productId: string,
    @Body() body: ProductPhotoDto,
  ): Promise<ProductDto> {
    return this.keepPhoto.run(caller, fairId, productId, body);
  }

  /** Takes the photo away. */
  @Delete()
  @HttpCode(204)
  @Roles('organizer', 'exhibitor')
  remove(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('productId') productId: string,
  ): Promise<void> {
    return this.removePhoto.run(caller, fairId, productId);
  }
}
