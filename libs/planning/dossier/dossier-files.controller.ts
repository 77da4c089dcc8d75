import { Controller, Get, Param, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import type { Request, Response } from 'express';
import { firstOf } from '../form/field-faults.rules';
import { fileIn } from '../form/file-in';
import {
  DOSSIER_FILE_TYPES,
  dossierFileName,
  LARGEST_DOSSIER_FILE_BYTES,
} from './dossier-file.rules';
import { DossierDto } from './dossier.dto';
import { dossierFileMissing, dossierFileTooLarge } from './dossier.refusals';
import { KeepDossierFile } from './keep-dossier-file';
import { ReadDossierFile } from './read-dossier-file';

const SCAN = {
  mostBytes: LARGEST_DOSSIER_FILE_BYTES,
  missing: () => firstOf([dossierFileMissing()])!,
  tooLarge: () => firstOf([dossierFileTooLarge()])!,
};

@Controller('fairs/:fairId/exhibitors/:exhibitorId/dossier/:itemId/file')
export class DossierFilesController {
  constructor(
    private readonly keepFile: KeepDossierFile,
    private readonly readFile: ReadDossierFile,
  ) {}

  /** Keeps a PDF, JPEG or PNG in the body as the scan of a paper. */
  @Put()
  @Roles('organizer', 'exhibitor')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async keep(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('exhibitorId') exhibitorId: string,
    @Param('itemId') itemId: string,
    @Req() request: Request,
  ): Promise<DossierDto> {
    return this.keepFile.run(caller, { fairId, exhibitorId, itemId }, await fileIn(request, SCAN));
  }

  /* Somebody's bytes: saved and never shown in our pages. */
  /** The scan of a paper, to be saved. */
  @Get()
  @Roles('organizer', 'exhibitor')
  @ApiProduces(...DOSSIER_FILE_TYPES)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async read(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('exhibitorId') exhibitorId: string,
    @Param('itemId') itemId: string,
    @Res() response: Response,
  ): Promise<void> {
    const { mediaType, bytes } = await this.readFile.run(caller, { fairId, exhibitorId, itemId });
    response
      .set({
        'Content-Type': mediaType,
        'Content-Disposition': `attachment; filename="${dossierFileName(itemId, mediaType)}"`,
        'Content-Security-Policy': `default-src 'none'; sandbox`,
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      })
      .send(bytes);
  }
}
