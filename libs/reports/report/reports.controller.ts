import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Roles } from '@phien/identity';
import type { Response } from 'express';
import { ListReports } from './list-reports';
import { ReadReport } from './read-report';
import { ReportDto } from './report.dto';

@Controller('fairs/:fairId/reports')
export class ReportsController {
  constructor(
    private readonly listReports: ListReports,
    private readonly readReport: ReadReport,
  ) {}

  @Get()
  @Roles('organizer', 'official')
  list(@Param('fairId') fairId: string): Promise<ReportDto[]> {
    return this.listReports.run(fairId);
  }

  /* Sent by Express itself, which answers 304 to whoever holds these bytes already. */
  @Get(':day/:revision/:file')
  @Roles('organizer', 'official')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @Param('fairId') fairId: string,
    @Param('day') day: string,
    @Param('revision') revision: string,
    @Param('file') file: string,
    @Res() response: Response,
  ): Promise<void> {
    const report = await this.readReport.run({ fairId, day, revision, file });
    response
      .set({
        'Content-Type': report.contentType,
        'Content-Disposition': report.contentDisposition,
        ETag: `"${report.sha256}"`,
        'Cache-Control': 'private, no-cache',
        'X-Content-Type-Options': 'nosniff',
      })
      .send(report.bytes);
  }
}
