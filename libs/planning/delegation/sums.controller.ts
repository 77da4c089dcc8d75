import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Roles } from '@phien/identity';
import type { Response } from 'express';
import { sendDownload, XLSX } from '../form/send-download';
import { ExportSums } from './export-sums';
import { ReadSums } from './read-sums';
import { DelegationSumsDto, SumsFileDto } from './sums.dto';

@Roles('organizer', 'official')
@Controller('fairs/:fairId/delegation-sums')
export class SumsController {
  constructor(
    private readonly readSums: ReadSums,
    private readonly exportSums: ExportSums,
  ) {}

  /** Planned, allocated and unassigned by delegation, and of all. */
  @Get()
  read(@Param('fairId') fairId: string): Promise<DelegationSumsDto> {
    return this.readSums.run(fairId);
  }

  /** The same table as a workbook or as plain lines. */
  @Get('file')
  @ApiProduces(XLSX, 'text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @Param('fairId') fairId: string,
    @Query() wanted: SumsFileDto,
    @Res() response: Response,
  ): Promise<void> {
    sendDownload(response, await this.exportSums.run(fairId, wanted));
  }
}
