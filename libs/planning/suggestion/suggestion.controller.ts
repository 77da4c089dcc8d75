import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Roles } from '@phien/identity';
import type { Response } from 'express';
import { JSON_FILE, sendDownload } from '../form/send-download';
import { ExportInstance } from './export-instance';
import { InstanceWantedDto } from './suggestion.dto';

@Controller('fairs/:fairId/allocation-instance')
export class SuggestionController {
  constructor(private readonly exportInstance: ExportInstance) {}

  /** The fair as `fair-alloc/1`, the allocation engine's own format, to be saved; without names. */
  @Get()
  @Roles('organizer')
  @ApiOkResponse({ content: { [JSON_FILE]: { schema: { type: 'object' } } } })
  async download(
    @Param('fairId') fairId: string,
    @Query() wanted: InstanceWantedDto,
    @Res() response: Response,
  ): Promise<void> {
    sendDownload(response, await this.exportInstance.run(fairId, wanted));
  }
}
