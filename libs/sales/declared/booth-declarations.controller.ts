import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { Public } from '@phien/identity';
import { DeclareByLink, ReadByLink } from './declare-by-link';
import {
  DeclareByLinkDto,
  DeclaredSaleDto,
  DeclarePlaceDto,
  DeclareTokenDto,
} from './declared.dto';

/* The secret comes in the body: an address would end up in logs. */
@Controller('declarations')
export class BoothDeclarationsController {
  constructor(
    private readonly readByLink: ReadByLink,
    private readonly declareByLink: DeclareByLink,
  ) {}

  /** The booth of a link, with what it declared and what its till measured. */
  @Post('reading')
  @HttpCode(200)
  @Public()
  read(@Body() asked: DeclareTokenDto, @Ip() from: string): Promise<DeclarePlaceDto> {
    return this.readByLink.run(asked, from);
  }

  /** A booth declares a day's sales outside its till; an unusual amount is asked twice. */
  @Post()
  @HttpCode(200)
  @Public()
  declare(@Body() said: DeclareByLinkDto, @Ip() from: string): Promise<DeclaredSaleDto> {
    return this.declareByLink.run(said, from);
  }
}
