import { Injectable } from '@nestjs/common';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { recordAudit } from '../audit/record-audit';
import type { Caller } from '../session/caller.dto';
import { endSessions } from '../session/end-sessions';
import { SignInTries } from '../session/sign-in-tries';
import { SignInTry } from '../session/sign-in-try.entity';
import { signInBusy } from '../session/session.refusals';
import { Account } from './account.entity';
import type { ChangePasswordDto } from './account.dto';
import { passwordChecksAreFull, passwordFits } from './password';
import { ResetLink } from './reset-link.entity';
import { oldPasswordWrong } from './reset.refusals';
import { newPasswordHash } from './write-account';

/**
 * Changes one's own password; every other session ends. Tries at the old password count as tries to
 * sign in, or a stolen session could guess it. Refuses `sign_in_busy`, `too_many_sign_in_tries`,
 * `old_password_wrong`, `password_length_wrong`.
 */
@Injectable()
export class ChangePassword {
  private readonly tries: SignInTries;

  constructor(private readonly source: DataSource) {
    this.tries = new SignInTries(source);
  }

  /** `tokenHash` of the session that asks, which stays open. */
  async run(
    { accountId, login }: Caller,
    tokenHash: Buffer,
    { oldPassword, newPassword }: ChangePasswordDto,
  ): Promise<void> {
    if (passwordChecksAreFull()) throw signInBusy();
    const tryId = await this.tries.count(login);
    const account = await this.source.getRepository(Account).findOneByOrFail({ id: accountId });
    if (!(await passwordFits(account.passwordHash, oldPassword))) throw oldPasswordWrong();
    await this.source.getRepository(SignInTry).update({ id: tryId }, { succeeded: true });
    const passwordHash = await newPasswordHash(newPassword);
    await inTransaction(this.source, async (em) => {
      await em.update(Account, { id: accountId }, { passwordHash });
      await em.delete(ResetLink, { accountId });
      await endSessions(em, accountId, { butNot: tokenHash });
      await recordAudit(em, {
        fairId: null,
        accountId,
        action: 'password_changed',
        subjectId: accountId,
      });
    });
  }
}
