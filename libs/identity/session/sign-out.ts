import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { tokenInCookies } from './session-cookie';
import { Session } from './session.entity';
import { sessionTokenHash } from './session.rules';
import { Sessions } from './sessions';

/** Ends the session behind a cookie; without one it says the same. */
@Injectable()
export class SignOut {
  constructor(
    private readonly source: DataSource,
    private readonly sessions: Sessions,
  ) {}

  async run(cookieHeader: string | undefined, overHttps: boolean): Promise<void> {
    const token = tokenInCookies(cookieHeader, overHttps);
    if (token === undefined) return;
    const tokenHash = sessionTokenHash(token);
    await this.source
      .getRepository(Session)
      .update({ tokenHash, endedAt: IsNull() }, { endedAt: new Date() });
    this.sessions.forget(tokenHash);
  }
}
