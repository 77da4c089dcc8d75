import { Controller, Get, Param, Query } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { ListProducts } from './list-products';
import { ProductDto, ProductsWantedDto } from './product.dto';

@Controller('fairs/:fairId/products')
export class ProductsController {
  constructor(private readonly listProducts: ListProducts) {}

  /** The products by name; an exhibitor sees its own alone. */
  @Get()
  @Roles('organizer', 'official', 'exhibitor')
  list(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Query() wanted: ProductsWantedDto,
  ): Promise<ProductDto[]> {
    return this.listProducts.run(caller, fairId, wanted);
  }
}
