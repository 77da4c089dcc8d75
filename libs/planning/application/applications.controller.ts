import { Body, Controller, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import type { Response } from 'express';
import { FILE_TYPES } from './application-file.rules';
import {
  ApplicationCallDto,
  ApplicationCodeDto,
  ApplicationDto,
  ApplicationsDto,
  ExhibitorWishesDto,
  OrderWaitingListDto,
  SetApplicationCallDto,
} from './application.dto';
import { ListApplications } from './list-applications';
import { ListWishes } from './list-wishes';
import { OrderWaitingList } from './order-waiting-list';
import { ReadApplication } from './read-application';
import { ReadApplicationFile } from './read-application-file';
import { RenewApplicationCode } from './renew-application-code';
import { SetApplicationCall } from './set-application-call';

@Roles('organizer')
@Controller('fairs/:fairId')
export class ApplicationsController {
  constructor(
    private readonly listApplications: ListApplications,
    private readonly readApplication: ReadApplication,
    private readonly readFile: ReadApplicationFile,
    private readonly setCall: SetApplicationCall,
    private readonly orderWaitingList: OrderWaitingList,
    private readonly renewCode: RenewApplicationCode,
    private readonly listWishes: ListWishes,
  ) {}

  /** The applications that were sent, the newest first, and until when more are taken. */
  @Get('applications')
  list(@Param('fairId') fairId: string): Promise<ApplicationsDto> {
    return this.listApplications.run(fairId);
  }

  /** Opens the fair to applications until the end of a day, or says another day. */
  @Put('application-call')
  call(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() body: SetApplicationCallDto,
  ): Promise<ApplicationCallDto> {
    return this.setCall.run(caller, fairId, body);
  }

  /** Orders everyone who waits. */
  @Put('waiting-list')
  @HttpCode(204)
  order(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() body: OrderWaitingListDto,
  ): Promise<void> {
    return this.orderWaitingList.run(caller, fairId, body);
  }

  /** What place each exhibitor asked for, of those that came by an application. */
  @Get('wishes')
  wishes(@Param('fairId') fairId: string): Promise<ExhibitorWishesDto[]> {
    return this.listWishes.run(fairId);
  }

  /** One application as it was sent, with its history. */
  @Get('applications/:applicationId')
  read(
    @Param('fairId') fairId: string,
    @Param('applicationId') applicationId: string,
  ): Promise<ApplicationDto> {
    return this.readApplication.run(fairId, applicationId);
  }

  /** A new code for who lost theirs; told this once. */
  @Post('applications/:applicationId/code')
  code(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('applicationId') applicationId: string,
  ): Promise<ApplicationCodeDto> {
    return this.renewCode.run(caller, fairId, applicationId);
  }

  /** A file of an application, to be saved and never opened in the page. */
  @Get('applications/:applicationId/files/:fileId')
  @ApiProduces(...FILE_TYPES)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @Param('fairId') fairId: string,
    @Param('applicationId') applicationId: string,
    @Param('fileId') fileId: string,
    @Res() response: Response,
  ): Promise<void> {
    const { mediaType, name, bytes } = await this.readFile.run(fairId, applicationId, fileId);
    response
      .set({
        'Content-Type': mediaType,
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        'Content-Security-Policy': `default-src 'none'; sandbox`,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-store',
      })
      .send(bytes);
  }
}
