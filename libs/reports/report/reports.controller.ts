import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Roles } from '@phien/identity';
import type { Response } from 'express';
import { ListReports } from './list-reports';
import { OrderReport } from './order-report';
import { ReadReport } from './read-report';
import { OrderReportDto, ReportDto } from './report.dto';
import { contentTypes } from './report.rules';
import { sendStored } from './send-stored';

@Controller('fairs/:fairId/reports')
export class ReportsController {
  constructor(
    private readonly listReports: ListReports,
    private readonly readReport: ReadReport,
    private readonly orderReport: OrderReport,
  ) {}

  /** Every file of every revision: stored, being made, waiting, failed, or never asked for. */
  @Get()
  @Roles('organizer', 'official')
  list(@Param('fairId') fairId: string): Promise<ReportDto[]> {
    return this.listReports.run(fairId);
  }

  /** Asks for a file that was not made, or that failed; the list then tells how far it is. */
  @Post()
  @HttpCode(202)
  @Roles('organizer')
  order(@Param('fairId') fairId: string, @Body() body: OrderReportDto): Promise<ReportDto> {
    return this.orderReport.run(fairId, body);
  }

  @Get(':day/:revision/:file')
  @Roles('organizer', 'official')
  @ApiProduces(contentTypes.pdf, contentTypes.xlsx, contentTypes.csv)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @Param('fairId') fairId: string,
    @Param('day') day: string,
    @Param('revision') revision: string,
    @Param('file') file: string,
    @Res() response: Response,
  ): Promise<void> {
    sendStored(response, await this.readReport.run({ fairId, day, revision, file }));
  }
}
