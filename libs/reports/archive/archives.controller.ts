import { Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import type { Response } from 'express';
import { ArchivesDto } from './archive.dto';
import { OpenArchive } from './open-archive';
import { OrderArchive } from './order-archive';
import { ReadArchives } from './read-archives';
import { sendArchive } from './send-archive';

@Controller('fairs/:fairId/archives')
export class ArchivesController {
  constructor(
    private readonly readArchives: ReadArchives,
    private readonly orderArchive: OrderArchive,
    private readonly openArchive: OpenArchive,
  ) {}

  /** The archives of the fair, the newest first, and how far the one is that someone waits for. */
  @Get()
  @Roles('organizer')
  list(@Param('fairId') fairId: string): Promise<ArchivesDto> {
    return this.readArchives.run(fairId);
  }

  /** Asks for an archive of the sealed fair; what holds nothing new makes none. */
  @Post()
  @HttpCode(202)
  @Roles('organizer')
  order(@CurrentCaller() caller: Caller, @Param('fairId') fairId: string): Promise<ArchivesDto> {
    return this.orderArchive.run(caller.accountId, fairId);
  }

  @Get(':edition')
  @Roles('organizer')
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @Param('fairId') fairId: string,
    @Param('edition') edition: string,
    @Res() response: Response,
  ): Promise<void> {
    await sendArchive(response, await this.openArchive.run(fairId, edition));
  }
}
