import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import type { Response } from 'express';
import { contentTypes } from '../report/report.rules';
import { sendStored } from '../report/send-stored';
import { ListPapers } from './list-papers';
import { OrderPaper } from './order-paper';
import { OrderPaperDto, PaperDto, PapersQuery } from './paper.dto';
import { ReadPaperFile } from './read-paper-file';

@Controller('fairs/:fairId/papers')
export class PapersController {
  constructor(
    private readonly listPapers: ListPapers,
    private readonly orderPaper: OrderPaper,
    private readonly readPaperFile: ReadPaperFile,
  ) {}

  /** Papers that were asked for and that the caller may read, the newest first, with their files. */
  @Get()
  @Roles('organizer', 'official', 'exhibitor')
  list(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Query() asked: PapersQuery,
  ): Promise<PaperDto[]> {
    return this.listPapers.run(caller, fairId, asked);
  }

  /** Asks for a paper; the same facts are the same paper. The list then tells how far its files are. */
  @Post()
  @HttpCode(202)
  @Roles('organizer', 'exhibitor')
  order(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() body: OrderPaperDto,
  ): Promise<PaperDto> {
    return this.orderPaper.run(caller, fairId, body);
  }

  @Get(':paperId/:file')
  @Roles('organizer', 'official', 'exhibitor')
  @ApiProduces(contentTypes.pdf, contentTypes.xlsx, contentTypes.csv, contentTypes.docx)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('paperId') paperId: string,
    @Param('file') file: string,
    @Res() response: Response,
  ): Promise<void> {
    sendStored(response, await this.readPaperFile.run(caller, { fairId, paperId, file }));
  }
}
