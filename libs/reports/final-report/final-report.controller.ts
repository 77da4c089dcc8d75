import { Body, Controller, Get, HttpCode, Param, Put, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import type { Response } from 'express';
import { contentTypes } from '../report/report.rules';
import { sendStored } from '../report/send-stored';
import { BringFrame } from './bring-frame';
import { BringFrameDto, FinalReportDto, WriteFinalFieldDto } from './final-report.dto';
import { frameLanguage } from './frame-language';
import { ReadFinalReport } from './read-final-report';
import { ReadFrame } from './read-frame';
import { WriteFinalField } from './write-final-field';

@Controller('fairs/:fairId/final-report')
export class FinalReportController {
  constructor(
    private readonly readFinalReport: ReadFinalReport,
    private readonly writeFinalField: WriteFinalField,
    private readonly bringFrame: BringFrame,
    private readonly readFrame: ReadFrame,
  ) {}

  /** The report on the fair as it stands: its fields, each with the ledger's value and a person's. */
  @Get()
  @Roles('organizer', 'official')
  read(@Param('fairId') fairId: string): Promise<FinalReportDto> {
    return this.readFinalReport.run(fairId);
  }

  /** Writes a field, leaves it out, or goes back to the ledger; `own-<id>` adds one. */
  @Put('fields/:field')
  @HttpCode(200)
  @Roles('organizer')
  async write(
    @CurrentCaller() { accountId }: Caller,
    @Param('fairId') fairId: string,
    @Param('field') field: string,
    @Body() body: WriteFinalFieldDto,
  ): Promise<FinalReportDto> {
    await this.writeFinalField.run(accountId, { fairId, field }, body);
    return this.readFinalReport.run(fairId);
  }

  /** The frame that a language is printed in, as a Word file. */
  @Get('frames/:language')
  @Roles('organizer', 'official')
  @ApiProduces(contentTypes.docx)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async frame(
    @Param('fairId') fairId: string,
    @Param('language') language: string,
    @Res() response: Response,
  ): Promise<void> {
    sendStored(response, await this.readFrame.run(fairId, frameLanguage(language)));
  }

  /** Brings a frame for a language, or goes back to the house's own. */
  @Put('frames/:language')
  @HttpCode(200)
  @Roles('organizer')
  async bring(
    @CurrentCaller() { accountId }: Caller,
    @Param('fairId') fairId: string,
    @Param('language') language: string,
    @Body() body: BringFrameDto,
  ): Promise<FinalReportDto> {
    await this.bringFrame.run(accountId, { fairId, language: frameLanguage(language) }, body);
    return this.readFinalReport.run(fairId);
  }
}
