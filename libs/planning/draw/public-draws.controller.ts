import { Controller, Get, Ip, Param } from '@nestjs/common';
import { Public } from '@phien/identity';
import { PublicDrawDto } from './draw.dto';
import { ReadPublicDraw } from './read-public-draw';

@Controller('public/fairs/:fairCode/draws')
export class PublicDrawsController {
  constructor(private readonly readPublicDraw: ReadPublicDraw) {}

  /** A draw of lots with all that it takes to repeat it, for anybody who has its link. */
  @Get(':drawId')
  @Public()
  read(
    @Param('fairCode') fairCode: string,
    @Param('drawId') drawId: string,
    @Ip() from: string,
  ): Promise<PublicDrawDto> {
    return this.readPublicDraw.run(fairCode, drawId, from);
  }
}
