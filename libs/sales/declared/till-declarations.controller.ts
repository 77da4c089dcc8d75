import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { RegisterKey } from '@phien/identity';
import { DeclareAtTill, ReadAtTill } from './declare-at-till';
import { DeclareAtTillDto, DeclaredSaleDto, DeclarePlaceDto, ReadAtTillDto } from './declared.dto';

@Controller('fairs/:fairId/registers/:registerId/declarations')
export class TillDeclarationsController {
  constructor(
    private readonly readAtTill: ReadAtTill,
    private readonly declareAtTill: DeclareAtTill,
  ) {}

  /** The booth of a till, for its newest, unrevoked key alone. */
  @Post('reading')
  @HttpCode(200)
  @RegisterKey()
  read(
    @Param('fairId') fairId: string,
    @Param('registerId') registerId: string,
    @Body() asked: ReadAtTillDto,
  ): Promise<DeclarePlaceDto> {
    return this.readAtTill.run({ fairId, registerId }, asked);
  }

  /** A booth declares at its till, signed by the phone's key. */
  @Post()
  @HttpCode(200)
  @RegisterKey()
  declare(
    @Param('fairId') fairId: string,
    @Param('registerId') registerId: string,
    @Body() said: DeclareAtTillDto,
  ): Promise<DeclaredSaleDto> {
    return this.declareAtTill.run({ fairId, registerId }, said);
  }
}
