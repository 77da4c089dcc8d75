import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { RegisterKey } from '@phien/identity';
import { ContinueEpoch } from './continue-epoch';
import { ContinuedEpochDto, ContinueEpochDto } from './register.dto';

@Controller('fairs/:fairId/registers/:registerId/epochs')
export class EpochsController {
  constructor(private readonly continueEpoch: ContinueEpoch) {}

  /** A till whose chain was taken goes on in a new epoch with a new key; its old key signs. */
  @Post()
  @HttpCode(200)
  @RegisterKey()
  goOn(
    @Param('fairId') fairId: string,
    @Param('registerId') registerId: string,
    @Body() asked: ContinueEpochDto,
  ): Promise<ContinuedEpochDto> {
    return this.continueEpoch.run({ fairId, registerId }, asked);
  }
}
