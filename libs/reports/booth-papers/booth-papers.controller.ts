import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import type { Response } from 'express';
import { contentTypes } from '../report/report.rules';
import { BoothPaperWantedDto } from './booth-paper.dto';
import { ExportBoothPaper } from './export-booth-paper';

@Roles('organizer')
@Controller('fairs/:fairId/booth-papers')
export class BoothPapersController {
  constructor(private readonly exportBoothPaper: ExportBoothPaper) {}

  /** Booth signs, badges, or the list of booths and exhibitors, as the plan is now. */
  @Get()
  @ApiProduces(contentTypes.pdf, contentTypes.xlsx, contentTypes.csv)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Query() wanted: BoothPaperWantedDto,
    @Res() response: Response,
  ): Promise<void> {
    const { bytes, name, contentType } = await this.exportBoothPaper.run(caller, fairId, wanted);
    response
      .set({
        'Content-Type': contentType,
        'Content-Disposition': `attachment; filename="${name}"`,
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      })
      .send(bytes);
  }
}
