import { Controller, Get, Param, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import type { Request, Response } from 'express';
import { bytesIn } from '../form/bytes-in';
import { firstOf } from '../form/field-faults.rules';
import {
  DOSSIER_FILE_TYPES,
  dossierFileName,
  LARGEST_DOSSIER_FILE_BYTES,
} from './dossier-file.rules';
import { DossierDto } from './dossier.dto';
import { dossierFileMissing, dossierFileTooLarge } from './dossier.refusals';
import { KeepDossierFile } from './keep-dossier-file';
import { ReadDossierFile } from './read-dossier-file';

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
    return this.keepFile.run(caller, { fairId, exhibitorId, itemId }, await scanIn(request));
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

async function scanIn(request: Request): Promise<Buffer> {
  const bytes = await bytesIn(request, LARGEST_DOSSIER_FILE_BYTES);
  if (bytes === 'missing') throw firstOf([dossierFileMissing()])!;
  if (bytes === 'too_large') throw firstOf([dossierFileTooLarge()])!;
  return bytes;
}
