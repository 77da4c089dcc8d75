import { Body, Controller, Get, Ip, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../role/access';
import { answerWithSession } from '../session/answer-with-session';
import { Caller } from '../session/caller.dto';
import { ReadSetup } from './read-setup';
import { SetUp } from './set-up';
import { SetUpDto, SetupStateDto } from './setup.dto';

@Controller('setup')
export class SetupController {
  constructor(
    private readonly readSetup: ReadSetup,
    private readonly setUp: SetUp,
  ) {}

  /** Whether the install still waits for its first account. */
  @Get()
  @Public()
  read(): Promise<SetupStateDto> {
    return this.readSetup.run();
  }

  /** Makes the first account by the link that the start printed, and signs it in. */
  @Post()
  @Public()
  async make(
    @Body() body: SetUpDto,
    @Ip() from: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Caller> {
    const userAgent = request.headers['user-agent'] ?? '';
    return answerWithSession(request, response, await this.setUp.run(body, userAgent, from));
  }
}
