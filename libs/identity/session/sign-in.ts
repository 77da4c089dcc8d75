import { Injectable } from '@nestjs/common';
import { newId } from '@phien/kernel';
import { inTransaction, lockExclusive } from '@phien/store';
import { DataSource, LessThan, MoreThanOrEqual } from 'typeorm';
import { Account } from '../account/account.entity';
import { foldLogin } from '../account/account.rules';
import { passwordChecksAreFull, passwordFits } from '../account/password';
import type { Caller } from './caller.dto';
import { OneAtATime } from './one-at-a-time';
import { SignInTry } from './sign-in-try.entity';
import { Session } from './session.entity';
import { signInBusy, signInFailed, tooManySignInTries } from './session.refusals';
import {
  FAILED_TRIES_ALLOWED,
  newSessionToken,
  sessionEnd,
  sessionTokenHash,
  tryWindowStart,
} from './session.rules';
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
  private readonly turns = new OneAtATime();
  private oldTriesClearedAt = 0;

  constructor(
    private readonly source: DataSource,
    private readonly sessions: Sessions,
  ) {}

  async run({ login: typed, password, userAgent }: SignInRequest): Promise<OpenedSession> {
    if (passwordChecksAreFull()) throw signInBusy();
    const login = foldLogin(typed);
    const tryId = await this.turns.run(login, () => this.countTry(login));

    const account = await this.source.getRepository(Account).findOneBy({ login });
    const fits = await passwordFits(account?.passwordHash, password);
    if (account === null || !fits || account.disabledAt !== null) throw signInFailed();

    const token = newSessionToken();
    const tokenHash = sessionTokenHash(token);
    const now = new Date();
    await inTransaction(this.source, async (em) => {
      await em.update(SignInTry, { id: tryId }, { succeeded: true });
      await em.insert(Session, {
        tokenHash,
        accountId: account.id,
        createdAt: now,
        expiresAt: sessionEnd(now),
        userAgent: userAgent.slice(0, 300),
      });
    });
    const caller = await this.sessions.readToken(token);
    if (caller === null) throw signInFailed();
    return { token, caller };
  }

  /* Written as failed before the password is looked at: a thousand tries at once are ten looks. */
  private async countTry(login: string): Promise<string> {
    await this.clearOldTries();
    const id = newId();
    await inTransaction(this.source, async (em) => {
      await lockExclusive(em, 'sign_in', login);
      const now = new Date();
      const failed = await em.countBy(SignInTry, {
        login,
        at: MoreThanOrEqual(tryWindowStart(now)),
        succeeded: false,
      });
      if (failed >= FAILED_TRIES_ALLOWED) throw tooManySignInTries();
      await em.insert(SignInTry, { id, login, at: now, succeeded: false });
    });
    return id;
  }

  private async clearOldTries(): Promise<void> {
    const windowStart = tryWindowStart(new Date());
    if (this.oldTriesClearedAt > windowStart.getTime()) return;
    this.oldTriesClearedAt = Date.now();
    await this.source.getRepository(SignInTry).delete({ at: LessThan(windowStart) });
  }
}
