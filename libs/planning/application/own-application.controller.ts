import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Ip,
  Param,
  Post,
  Put,
  Query,
  Req,
} from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { Public } from '@phien/identity';
import type { Request } from 'express';
import { fileIn } from '../form/file-in';
import { MOST_FILE_BYTES } from './application-file.rules';
import {
  ApplicationFileNamedDto,
  ApplicationVersionDto,
  OwnApplicationDto,
  SaveApplicationDto,
} from './application.dto';
import { fileMissing, fileTooLarge } from './application.refusals';
import { AttachApplicationFile } from './attach-application-file';
import { ReadOwnApplication } from './read-own-application';
import { RemoveApplicationFile } from './remove-application-file';
import { SaveApplication } from './save-application';
import { SendApplication } from './send-application';
import { WithdrawApplication } from './withdraw-application';

/* The code travels in a header, which no log keeps. */
const CODE = 'phien-application';
const ATTACHMENT = {
  mostBytes: MOST_FILE_BYTES,
  missing: fileMissing,
  tooLarge: fileTooLarge,
};

@Public()
@Controller('public/fairs/:fairCode/application')
export class OwnApplicationController {
  constructor(
    private readonly readOwn: ReadOwnApplication,
    private readonly saveApplication: SaveApplication,
    private readonly sendApplication: SendApplication,
    private readonly withdrawApplication: WithdrawApplication,
    private readonly attachFile: AttachApplicationFile,
    private readonly removeFile: RemoveApplicationFile,
  ) {}

  /** The application of a code, for whoever comes back with it. */
  @Get()
  read(
    @Param('fairCode') fairCode: string,
    @Headers(CODE) code: string | undefined,
    @Ip() from: string,
  ): Promise<OwnApplicationDto> {
    return this.readOwn.run({ fairCode, code, from });
  }

  /** Keeps what was typed so far, right or wrong. */
  @Put()
  save(
    @Param('fairCode') fairCode: string,
    @Headers(CODE) code: string | undefined,
    @Ip() from: string,
    @Body() body: SaveApplicationDto,
  ): Promise<OwnApplicationDto> {
    return this.saveApplication.run({ fairCode, code, from }, body);
  }

  /** Sends what was saved to the organizers. */
  @Post('sending')
  @HttpCode(200)
  send(
    @Param('fairCode') fairCode: string,
    @Headers(CODE) code: string | undefined,
    @Ip() from: string,
    @Body() body: ApplicationVersionDto,
  ): Promise<OwnApplicationDto> {
    return this.sendApplication.run({ fairCode, code, from }, body);
  }

  /** Takes the application back. */
  @Post('withdrawal')
  @HttpCode(200)
  withdraw(
    @Param('fairCode') fairCode: string,
    @Headers(CODE) code: string | undefined,
    @Ip() from: string,
    @Body() body: ApplicationVersionDto,
  ): Promise<OwnApplicationDto> {
    return this.withdrawApplication.run({ fairCode, code, from }, body);
  }

  /** Puts a file to it: PDF, JPEG or PNG in the body, at most 5 MB. */
  @Post('files')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async attach(
    @Param('fairCode') fairCode: string,
    @Headers(CODE) code: string | undefined,
    @Ip() from: string,
    @Query() { name }: ApplicationFileNamedDto,
    @Req() request: Request,
  ): Promise<OwnApplicationDto> {
    const bytes = await fileIn(request, ATTACHMENT);
    return this.attachFile.run({ fairCode, code, from }, { name, bytes });
  }

  /** Takes a file away from it. */
  @Delete('files/:fileId')
  remove(
    @Param('fairCode') fairCode: string,
    @Headers(CODE) code: string | undefined,
    @Ip() from: string,
    @Param('fileId') fileId: string,
  ): Promise<OwnApplicationDto> {
    return this.removeFile.run({ fairCode, code, from }, fileId);
  }
}
