import { Injectable } from '@nestjs/common';
import { brokenConstraint } from '@phien/store';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { SignInTries } from '../session/sign-in-tries';
import { SignInTry } from '../session/sign-in-try.entity';
import { SecondFactorUse } from './second-factor-use.entity';
import { SecondFactor } from './second-factor.entity';
import {
  codeUsed,
  codeWrong,
  secondFactorMissing,
  tooManyWrongCodes,
} from './second-factor.refusals';
import { stepOfCode } from './second-factor.rules';

/** Which code proved whom. */
export interface UsedCode {
  secondFactorId: string;
  step: number;
}

/* Never a login, which is in small letters: wrong passwords of strangers lock no signature out. */
const triedAs = (accountId: string) => `CODE ${accountId}`;

/**
 * Takes the codes of second factors, each once. Guesses are counted as those of passwords are, in
 * real time: `count` first, in a transaction of its own, then `use` in the caller's.
 */
@Injectable()
export class SecondFactorCodes {
  private readonly tries: SignInTries;

  constructor(source: DataSource) {
    this.tries = new SignInTries(source, tooManyWrongCodes);
  }

  /** Counts a try before the code is looked at; answers its id. Refuses `too_many_wrong_codes`. */
  count(accountId: string): Promise<string> {
    return this.tries.count(triedAs(accountId));
  }

  /** Refuses `second_factor_missing`, `code_wrong`, `code_used`; then nothing of `em` is kept. */
  async use(
    em: EntityManager,
    { accountId, code, tryId }: { accountId: string; code: string; tryId: string },
  ): Promise<UsedCode> {
    const factor = await em.findOne(SecondFactor, {
      where: { accountId, retiredAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    if (factor === null || factor.confirmedAt === null) throw secondFactorMissing();
    return this.take(em, factor, { code, tryId });
  }

  /** The same of one factor, confirmed or not, whose row the caller holds. */
  async take(
    em: EntityManager,
    factor: SecondFactor,
    { code, tryId }: { code: string; tryId: string },
  ): Promise<UsedCode> {
    const now = new Date();
    const step = factor.secret && stepOfCode(factor.secret, code, now);
    if (step === null) throw codeWrong();
    try {
      await em.insert(SecondFactorUse, { secondFactorId: factor.id, step, usedAt: now });
    } catch (error) {
      throw brokenConstraint(error) === 'second_factor_use_pkey' ? codeUsed() : error;
    }
    await em.update(SignInTry, { id: tryId }, { succeeded: true });
    return { secondFactorId: factor.id, step };
  }
}
