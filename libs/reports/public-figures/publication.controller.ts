import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { PublicationDto, PublicFiguresDto } from './public-figures.dto';
import { ReadPublicFigures } from './read-public-figures';
import { ReadPublication } from './read-publication';
import { SetPublication } from './set-publication';

@Roles('organizer')
@Controller('fairs/:fairId/publication')
export class PublicationController {
  constructor(
    private readonly readPublication: ReadPublication,
    private readonly setPublication: SetPublication,
    private readonly readFigures: ReadPublicFigures,
  ) {}

  /** What the fair tells people without an account. */
  @Get()
  read(@Param('fairId') fairId: string): Promise<PublicationDto> {
    return this.readPublication.run(fairId);
  }

  @Put()
  set(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() wanted: PublicationDto,
  ): Promise<PublicationDto> {
    return this.setPublication.run(caller.accountId, fairId, wanted);
  }

  /** What the public would see under a choice, before it is made. */
  @Post('preview')
  @HttpCode(200)
  preview(
    @Param('fairId') fairId: string,
    @Body() choice: PublicationDto,
  ): Promise<PublicFiguresDto> {
    return this.readFigures.run(fairId, choice);
  }
}
