import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { SignedIn } from '../role/access';
import { CurrentCaller } from '../role/current-caller';
import { Caller } from '../session/caller.dto';
import { CurrentTokenHash } from '../session/current-token-hash';
import { ChangePasswordDto, OwnSessionDto, RenameAccountDto } from './account.dto';
import { ChangePassword } from './change-password';
import { EndOtherSessions } from './end-other-sessions';
import { EndOwnSession } from './end-own-session';
import { ListOwnSessions } from './list-own-sessions';
import { RenameAccount } from './rename-account';

@Controller('account')
export class AccountController {
  constructor(
    private readonly renameAccount: RenameAccount,
    private readonly changePassword: ChangePassword,
    private readonly listOwnSessions: ListOwnSessions,
    private readonly endOtherSessions: EndOtherSessions,
    private readonly endOwnSession: EndOwnSession,
  ) {}

  /** Changes the name one is greeted and listed by. */
  @Patch()
  @HttpCode(204)
  @SignedIn()
  rename(@CurrentCaller() caller: Caller, @Body() { name }: RenameAccountDto): Promise<void> {
    return this.renameAccount.run(caller, name);
  }

  /** Changes one's own password; every other session ends. */
  @Post('password')
  @HttpCode(204)
  @SignedIn()
  change(
    @CurrentCaller() caller: Caller,
    @CurrentTokenHash() tokenHash: Buffer,
    @Body() body: ChangePasswordDto,
  ): Promise<void> {
    return this.changePassword.run(caller, tokenHash, body);
  }

  /** Every browser in which one is signed in. */
  @Get('sessions')
  @SignedIn()
  sessions(
    @CurrentCaller() caller: Caller,
    @CurrentTokenHash() tokenHash: Buffer,
  ): Promise<OwnSessionDto[]> {
    return this.listOwnSessions.run(caller, tokenHash);
  }

  /** Signs out everywhere else. */
  @Delete('sessions')
  @HttpCode(204)
  @SignedIn()
  endOthers(@CurrentCaller() caller: Caller, @CurrentTokenHash() tokenHash: Buffer): Promise<void> {
    return this.endOtherSessions.run(caller, tokenHash);
  }

  /** Signs out in one browser. */
  @Delete('sessions/:sessionId')
  @HttpCode(204)
  @SignedIn()
  end(@CurrentCaller() caller: Caller, @Param('sessionId') sessionId: string): Promise<void> {
    return this.endOwnSession.run(caller, sessionId);
  }
}
