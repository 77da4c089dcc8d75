import { Body, Controller, HttpCode, Ip, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { LinkTokenDto } from '../invitation/invitation.dto';
import { Public } from '../role/access';
import { answerWithSession } from '../session/answer-with-session';
import { Caller } from '../session/caller.dto';
import { ResetPasswordDto, ResettingDto } from './account.dto';
import { ReadResetting } from './read-resetting';
import { ResetPassword } from './reset-password';

/* The secret comes in the body: an address would end up in logs. */
@Controller('password-resets')
export class ResetController {
  constructor(
    private readonly readResetting: ReadResetting,
    private readonly resetPassword: ResetPassword,
  ) {}

  /** Whose password a link resets. */
  @Post('reading')
  @HttpCode(200)
  @Public()
  read(@Body() { token }: LinkTokenDto, @Ip() from: string): Promise<ResettingDto> {
    return this.readResetting.run(token, from);
  }

  /** Chooses a new password by a link, ends every session, and opens one. */
  @Post()
  @Public()
  async reset(
    @Body() body: ResetPasswordDto,
    @Ip() from: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Caller> {
    const userAgent = request.headers['user-agent'] ?? '';
    return answerWithSession(
      request,
      response,
      await this.resetPassword.run(body, userAgent, from),
    );
  }
}
