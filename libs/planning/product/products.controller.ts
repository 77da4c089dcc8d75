import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { AddProduct } from './add-product';
import { ChangeProduct } from './change-product';
import { ListProducts } from './list-products';
import { AddProductDto, ChangeProductDto, ProductDto, ProductsWantedDto } from './product.dto';
import { ReturnProduct } from './return-product';
import { WithdrawProduct } from './withdraw-product';

@Controller('fairs/:fairId/products')
export class ProductsController {
  constructor(
    private readonly listProducts: ListProducts,
    private readonly addProduct: AddProduct,
    private readonly changeProduct: ChangeProduct,
    private readonly withdrawProduct: WithdrawProduct,
    private readonly returnProduct: ReturnProduct,
  ) {}

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

  /** Adds a product; an exhibitor to its own alone. */
  @Post()
  @Roles('organizer', 'exhibitor')
  add(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() body: AddProductDto,
  ): Promise<ProductDto> {
    return this.addProduct.run(caller, fairId, body);
  }

  /** Says a product anew, whole. */
  @Put(':productId')
  @Roles('organizer', 'exhibitor')
  change(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('productId') productId: string,
    @Body() body: ChangeProductDto,
  ): Promise<ProductDto> {
    return this.changeProduct.run(caller, fairId, productId, body);
  }

  /** Takes a product out of the catalogue. */
  @Delete(':productId')
  @HttpCode(204)
  @Roles('organizer', 'exhibitor')
  withdraw(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('productId') productId: string,
  ): Promise<void> {
    return this.withdrawProduct.run(caller, fairId, productId);
  }

  /** Puts a withdrawn product back. */
  @Post(':productId/return')
  @HttpCode(200)
  @Roles('organizer', 'exhibitor')
  return(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('productId') productId: string,
  ): Promise<ProductDto> {
    return this.returnProduct.run(caller, fairId, productId);
  }
}
