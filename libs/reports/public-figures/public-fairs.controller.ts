import { Controller, Get, Header, Ip, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Public } from '@phien/identity';
import { PublicPlanDto } from '@phien/planning';
import type { Request, Response } from 'express';
import { PublicFiguresDto } from './public-figures.dto';
import { ReadPublicFair } from './read-public-fair';
import { ReadPublicFairPlan } from './read-public-fair-plan';

@Controller('public/fairs/:fairCode')
export class PublicFairsController {
  constructor(
    private readonly readPublicFair: ReadPublicFair,
    private readonly readPublicPlan: ReadPublicFairPlan,
  ) {}

  /** What a fair publishes of itself, by its code; a shared cache may keep it for a moment. */
  @Get()
  @Public()
  @Header('Cache-Control', 'public, max-age=15')
  read(@Param('fairCode') fairCode: string, @Ip() from: string): Promise<PublicFiguresDto> {
    return this.readPublicFair.run(fairCode, from);
  }

  /* Written and compressed once for all who take it, so it goes out as bytes. */
  /** The published plan of a fair, who stands where and what they bring. */
  @Get('plan')
  @Public()
  @ApiOkResponse({ type: PublicPlanDto })
  async plan(
    @Param('fairCode') fairCode: string,
    @Ip() from: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { json, gzipped, etag } = await this.readPublicPlan.run(fairCode, from);
    const isCompressed = request.acceptsEncodings('gzip') === 'gzip';
    response.set({
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'public, max-age=15',
      ETag: etag,
      Vary: 'Accept-Encoding',
    });
    if (isCompressed) response.set('Content-Encoding', 'gzip');
    response.send(isCompressed ? gzipped : json);
  }
}
