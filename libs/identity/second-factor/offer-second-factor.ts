import { Injectable } from '@nestjs/common';
import { newId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource, IsNull } from 'typeorm';
import { Account } from '../account/account.entity';
import { passwordChecksAreFull, passwordFits } from '../account/password';
import type { Caller } from '../session/caller.dto';
import { SignInTries } from '../session/sign-in-tries';
import { SignInTry } from '../session/sign-in-try.entity';
import { signInBusy } from '../session/session.refusals';
import type { SecondFactorOfferDto } from './second-factor.dto';
import { SecondFactor } from './second-factor.entity';
import { passwordWrong, secondFactorThere } from './second-factor.refusals';
import { newSecret, otpauthUri, typedSecret } from './second-factor.rules';

/**
 * Offers one's own account a secret for a phone; the first code confirms it. Asks for the password,
 * or a stolen session could bring its own phone; tries at it count as tries to sign in. Refuses
 * `sign_in_busy`, `too_many_sign_in_tries`, `password_wrong`, `second_factor_there`.
 */
@Injectable()
export class OfferSecondFactor {
  private readonly tries: SignInTries;

  constructor(private readonly source: DataSource) {
    this.tries = new SignInTries(source);
  }

  async run({ accountId, login }: Caller, password: string): Promise<SecondFactorOfferDto> {
    if (passwordChecksAreFull()) throw signInBusy();
    const tryId = await this.tries.count(login);
    const account = await this.source.getRepository(Account).findOneByOrFail({ id: accountId });
    if (!(await passwordFits(account.passwordHash, password))) throw passwordWrong();
    const secret = newSecret();
    await inTransaction(this.source, async (em) => {
      await em.update(SignInTry, { id: tryId }, { succeeded: true });
      await em.findOneOrFail(Account, {
        where: { id: accountId },
        lock: { mode: 'for_no_key_update' },
      });
      const held = await em.findOneBy(SecondFactor, { accountId, retiredAt: IsNull() });
      if (held !== null && held.confirmedAt !== null) throw secondFactorThere();
      if (held !== null) await em.delete(SecondFactor, { id: held.id });
      await em.insert(SecondFactor, { id: newId(), accountId, secret, offeredAt: new Date() });
    });
    return { uri: otpauthUri(secret, login), secret: typedSecret(secret) };
  }
}
