import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import type { Response } from 'express';
import { sendDownload, XLSX } from '../form/send-download';
import { ExportRoster } from './export-roster';
import { RosterFiles } from './roster-files';
import { RosterTemplateWantedDto, RosterWantedDto } from './roster.dto';

const BINARY = { schema: { type: 'string', format: 'binary' } } as const;

@Controller('fairs/:fairId/roster')
export class RosterController {
  constructor(
    private readonly exportRoster: ExportRoster,
    private readonly files: RosterFiles,
  ) {}

  /** The exhibitors and what they sell, as a workbook or as plain lines. */
  @Get()
  @Roles('organizer')
  @ApiProduces(XLSX, 'text/csv')
  @ApiOkResponse(BINARY)
  async download(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Query() wanted: RosterWantedDto,
    @Res() response: Response,
  ): Promise<void> {
    sendDownload(response, await this.exportRoster.run(caller, fairId, wanted));
  }

  /** An empty workbook to fill in, with examples and a guide. */
  @Get('template')
  @Roles('organizer')
  @ApiProduces(XLSX)
  @ApiOkResponse(BINARY)
  async template(
    @Query() { language }: RosterTemplateWantedDto,
    @Res() response: Response,
  ): Promise<void> {
    const bytes = await this.files.write({ content: null, language });
    sendDownload(response, { bytes, name: `phien-exhibitors-template-${language}.xlsx` });
  }
}
