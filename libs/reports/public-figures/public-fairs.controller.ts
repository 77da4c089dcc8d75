import { Controller, Get, Header, Ip, Param } from '@nestjs/common';
import { Public } from '@phien/identity';
import { PublicFiguresDto } from './public-figures.dto';
import { ReadPublicFair } from './read-public-fair';

@Controller('public/fairs')
export class PublicFairsController {
  constructor(private readonly readPublicFair: ReadPublicFair) {}

  /** What a fair publishes of itself, by its code; a shared cache may keep it for a moment. */
  @Get(':fairCode')
  @Public()
  @Header('Cache-Control', 'public, max-age=15')
  read(@Param('fairCode') fairCode: string, @Ip() from: string): Promise<PublicFiguresDto> {
    return this.readPublicFair.run(fairCode, from);
  }
}
