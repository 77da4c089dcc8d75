import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import type { Response } from 'express';
import { contentTypes } from '../report/report.rules';
import { DownloadFeeNotice } from './download-fee-notice';
import { DownloadOverdue } from './download-overdue';
import { FeePaperQuery } from './fee-paper.dto';

@Controller('fairs/:fairId/fees')
export class FeePapersController {
  constructor(
    private readonly downloadNotice: DownloadFeeNotice,
    private readonly downloadOverdue: DownloadOverdue,
  ) {}

  /** A fee notice as it is now. */
  @Get('notices/:payerId/pdf')
  @Roles('organizer', 'exhibitor', 'delegation_lead')
  @ApiProduces(contentTypes.pdf)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async notice(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('payerId') payerId: string,
    @Query() { language = 'vi' }: FeePaperQuery,
    @Res() response: Response,
  ): Promise<void> {
    send(response, 'pdf', await this.downloadNotice.run(caller, { fairId, payerId }, language));
  }

  /** Who is overdue now, as a workbook. */
  @Get('overdue/xlsx')
  @Roles('organizer')
  @ApiProduces(contentTypes.xlsx)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async workbook(
    @Param('fairId') fairId: string,
    @Query() { language = 'vi' }: FeePaperQuery,
    @Res() response: Response,
  ): Promise<void> {
    const format = 'xlsx';
    send(response, format, await this.downloadOverdue.run(fairId, { language, format }));
  }

  /** Who is overdue now, as plain lines. */
  @Get('overdue/csv')
  @Roles('organizer')
  @ApiProduces(contentTypes.csv)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async lines(
    @Param('fairId') fairId: string,
    @Query() { language = 'vi' }: FeePaperQuery,
    @Res() response: Response,
  ): Promise<void> {
    const format = 'csv';
    send(response, format, await this.downloadOverdue.run(fairId, { language, format }));
  }
}

function send(
  response: Response,
  format: keyof typeof contentTypes,
  { bytes, name }: { bytes: Buffer; name: string },
): void {
  response
    .set({
      'Content-Type': contentTypes[format],
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    })
    .send(bytes);
}
