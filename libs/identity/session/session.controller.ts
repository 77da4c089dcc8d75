import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public, SignedIn } from '../role/access';
import { calledAs } from '../role/called-as';
import { CurrentCaller } from '../role/current-caller';
import { answerWithSession } from './answer-with-session';
import { Caller } from './caller.dto';
import { forgottenSessionCookies } from './session-cookie';
import { SignInDto } from './sign-in.dto';
import { SignIn } from './sign-in';
import { SignOut } from './sign-out';

@Controller('session')
export class SessionController {
  constructor(
    private readonly signInVerb: SignIn,
    private readonly signOutVerb: SignOut,
  ) {}

  /** Opens a session; its opaque token travels in an HttpOnly cookie alone. */
  @Post()
  @Public()
  async signIn(
    @Body() body: SignInDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Caller> {
    const userAgent = request.headers['user-agent'] ?? '';
    return answerWithSession(request, response, await this.signInVerb.run({ ...body, userAgent }));
  }

  /** Who is signed in, and what they may do in which fair. */
  @Get()
  @SignedIn()
  read(@CurrentCaller() caller: Caller): Caller {
    return caller;
  }

  /** Ends the session at once. */
  @Delete()
  @HttpCode(204)
  @Public()
  async signOut(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.signOutVerb.run(request.headers.cookie, calledAs(request).isOverHttps);
    response.append('Set-Cookie', forgottenSessionCookies(calledAs(request).isOverHttps));
  }
}
