import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { RegisterKey } from '@phien/identity';
import { AskCatalogueDto, TillCatalogueDto } from './catalogue.dto';
import { HandOutCatalogue } from './hand-out-catalogue';

@Controller('fairs/:fairId/registers/:registerId/catalogue')
export class CatalogueController {
  constructor(private readonly handOutCatalogue: HandOutCatalogue) {}

  /** Goods, prices and cashiers for an enrolled till; its newest, unrevoked key alone is answered. */
  @Post()
  @HttpCode(200)
  @RegisterKey()
  ask(
    @Param('fairId') fairId: string,
    @Param('registerId') registerId: string,
    @Body() asked: AskCatalogueDto,
  ): Promise<TillCatalogueDto> {
    return this.handOutCatalogue.run({ fairId, registerId }, asked);
  }
}
