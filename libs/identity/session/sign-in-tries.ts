import { newId, type Refusal } from '@phien/kernel';
import { inTransaction, lockExclusive } from '@phien/store';
import { LessThan, MoreThanOrEqual, type DataSource } from 'typeorm';
import { OneAtATime } from './one-at-a-time';
import { SignInTry } from './sign-in-try.entity';
import { tooManySignInTries } from './session.refusals';
import { FAILED_TRIES_ALLOWED, tryWindowStart } from './session.rules';

/** Counts who tried which login with which luck, before any password or code is looked at. */
export class SignInTries {
  private readonly turns = new OneAtATime();
  private oldTriesClearedAt = 0;

  constructor(
    private readonly source: DataSource,
    private readonly tooMany: () => Refusal = tooManySignInTries,
  ) {}

  /** Answers the try's id, for when it succeeds. Refuses `too_many_sign_in_tries`, or what it was given. */
  count(login: string): Promise<string> {
    return this.turns.run(login, () => this.write(login));
  }

  /* Written as failed before the password is looked at: a thousand tries at once are ten looks. */
  private async write(login: string): Promise<string> {
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
      if (failed >= FAILED_TRIES_ALLOWED) throw this.tooMany();
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
