import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Roles } from '@phien/identity';
import type { Response } from 'express';
import { ExportPlanSheet } from './export-plan-sheet';
import { PlanSheetWantedDto, type SheetFile } from './plan-sheet.dto';

const TYPES: Record<SheetFile, string> = { pdf: 'application/pdf', svg: 'image/svg+xml' };

@Controller('fairs/:fairId/plan/sheet')
export class PlanSheetController {
  constructor(private readonly exportPlanSheet: ExportPlanSheet) {}

  /** The published plan or the draft as one sheet, A3 or A1, as PDF or SVG. */
  @Get()
  @Roles('organizer')
  @ApiProduces(...Object.values(TYPES))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @Param('fairId') fairId: string,
    @Query() wanted: PlanSheetWantedDto,
    @Res() response: Response,
  ): Promise<void> {
    const { bytes, name } = await this.exportPlanSheet.run(fairId, wanted);
    response
      .set({
        'Content-Type': TYPES[wanted.file],
        'Content-Disposition': `attachment; filename="${name}"`,
        'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; sandbox`,
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      })
      .send(bytes);
  }
}
