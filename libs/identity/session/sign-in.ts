import { Injectable } from '@nestjs/common';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { Account } from '../account/account.entity';
import { foldLogin } from '../account/account.rules';
import { passwordChecksAreFull, passwordFits } from '../account/password';
import type { Caller } from './caller.dto';
import { openSession } from './open-session';
import { SignInTries } from './sign-in-tries';
import { SignInTry } from './sign-in-try.entity';
import { signInBusy, signInFailed } from './session.refusals';
import { Sessions } from './sessions';

export interface SignInRequest {
  login: string;
  password: string;
  userAgent: string;
}

export interface OpenedSession {
  /** For the cookie; kept nowhere else. */
  token: string;
  caller: Caller;
}

/**
 * Opens a session. Refuses `sign_in_busy`,
 * `too_many_sign_in_tries` before it looks at the password, then `sign_in_failed`.
 */
@Injectable()
export class SignIn {
  private readonly tries: SignInTries;

  constructor(
    private readonly source: DataSource,
    private readonly sessions: Sessions,
  ) {
    this.tries = new SignInTries(source);
  }

  async run({ login: typed, password, userAgent }: SignInRequest): Promise<OpenedSession> {
    if (passwordChecksAreFull()) throw signInBusy();
    const login = foldLogin(typed);
    const tryId = await this.tries.count(login);

    const account = await this.source.getRepository(Account).findOneBy({ login });
    const fits = await passwordFits(account?.passwordHash, password);
    if (account === null || !fits || account.disabledAt !== null) throw signInFailed();

    const token = await inTransaction(this.source, async (em) => {
      await em.update(SignInTry, { id: tryId }, { succeeded: true });
      return openSession(em, { accountId: account.id, userAgent });
    });
    const caller = await this.sessions.readToken(token);
    if (caller === null) throw signInFailed();
    return { token, caller };
  }
}
