import { Body, Controller, HttpCode, Ip, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public, SignedIn } from '../role/access';
import { CurrentCaller } from '../role/current-caller';
import { answerWithSession } from '../session/answer-with-session';
import { Caller } from '../session/caller.dto';
import { AcceptAsNewPerson } from './accept-as-new-person';
import { AcceptInvitation } from './accept-invitation';
import { AcceptAsNewPersonDto, InvitedDto, LinkTokenDto } from './invitation.dto';
import { ReadInvited } from './read-invited';

/* The secret comes in the body: an address would end up in logs. */
@Controller('invitations')
export class InvitedController {
  constructor(
    private readonly readInvited: ReadInvited,
    private readonly acceptInvitation: AcceptInvitation,
    private readonly acceptAsNew: AcceptAsNewPerson,
  ) {}

  /** What a link invites to. */
  @Post('reading')
  @HttpCode(200)
  @Public()
  read(@Body() { token }: LinkTokenDto, @Ip() from: string): Promise<InvitedDto> {
    return this.readInvited.run(token, from);
  }

  /** Adds the role to the account that is signed in; the same account again is answered the same. */
  @Post('acceptance')
  @HttpCode(204)
  @SignedIn()
  accept(
    @CurrentCaller() caller: Caller,
    @Body() { token }: LinkTokenDto,
    @Ip() from: string,
  ): Promise<void> {
    return this.acceptInvitation.run(caller, token, from);
  }

  /** Makes an account for the role, and signs it in. */
  @Post('accounts')
  @Public()
  async acceptAsNewPerson(
    @Body() body: AcceptAsNewPersonDto,
    @Ip() from: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Caller> {
    const userAgent = request.headers['user-agent'] ?? '';
    return answerWithSession(request, response, await this.acceptAsNew.run(body, userAgent, from));
  }
}
