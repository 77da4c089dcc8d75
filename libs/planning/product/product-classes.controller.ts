import { Controller, Get } from '@nestjs/common';
import { SignedIn } from '@phien/identity';
import { ListProductClasses } from './list-product-classes';
import { ProductClassDto } from './product.dto';

@Controller('product-classes')
export class ProductClassesController {
  constructor(private readonly listClasses: ListProductClasses) {}

  /** The product classes of Decision 148/QĐ-TTg (2023), in its order. */
  @Get()
  @SignedIn()
  list(): Promise<ProductClassDto[]> {
    return this.listClasses.run();
  }
}
