import { Inject, Injectable } from '@nestjs/common';
import {
  Account,
  type Caller,
  holdRoles,
  recordAudit,
  roleMissing,
  SecondFactorCodes,
} from '@phien/identity';
import { Clock, isFairDay } from '@phien/kernel';
import { inTransaction, lockShared } from '@phien/store';
import { DataSource, type EntityManager } from 'typeorm';
import { closingHash } from '../closing/closing.rules';
import { readClosings } from '../closing/read-closings';
import { wrongSums } from '../closing/sums.rules';
import { closingNotFound } from '../report/report.refusals';
import { type ClosedRevision, readRevision } from '../report/report.rules';
import { ClosingSignature } from './closing-signature.entity';
import { describeSignature } from './read-signatures';
import type { SignatureDto, SignClosingDto } from './signature.dto';
import {
  closingAltered,
  newerRevisionThere,
  nothingToExcept,
  otherHashReviewed,
  partsDoNotSum,
} from './signature.refusals';

/** The revision that is signed, as an address names it. */
export interface ClosingToSign {
  fairId: string;
  day: string;
  revision: string;
}

/**
 * Signs the latest revision of a day, with account and second factor. The day's lock is held, so that
 * no newer revision comes between the look and the signature. Signing twice is once, whatever the
 * second code.
 *
 * Refuses, in this order: `closing_not_found`, `newer_revision_there`, `other_hash_reviewed`,
 * `closing_altered`, `parts_do_not_sum` (and no exception is written down), `nothing_to_except`,
 * `too_many_wrong_codes`, `role_missing`, `second_factor_missing`, `code_wrong`, `code_used`.
 */
@Injectable()
export class SignClosing {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    private readonly codes: SecondFactorCodes,
  ) {}

  async run(
    { accountId }: Caller,
    { fairId, day, revision: typed }: ClosingToSign,
    wanted: SignClosingDto,
  ): Promise<SignatureDto> {
    const revision = readRevision(typed);
    if (revision === null || !isFairDay(day)) throw closingNotFound();
    const closing = { fairId, day, revision };
    const { manager } = this.source;
    const known = await manager.findOneBy(ClosingSignature, { ...closing, accountId });
    if (known !== null) return describeSignature(known, accountId);
    /* Before a try is counted: only wrong codes are guesses. */
    await whatIsSigned(manager, closing, wanted);
    const tryId = await this.codes.count(accountId);
    return inTransaction(this.source, async (em) => {
      await lockShared(em, 'day', fairId, day);
      const signed = await whatIsSigned(em, closing, wanted);
      const held = await holdRoles(em, fairId, accountId);
      if (!held.some(({ role }) => role === 'official')) throw roleMissing(['official']);
      const proof = await this.codes.use(em, { accountId, code: wanted.code, tryId });
      const { name } = await em.findOneByOrFail(Account, { id: accountId });
      const signature: ClosingSignature = {
        ...closing,
        ...signed,
        ...proof,
        accountId,
        signerName: name,
        signedAt: this.clock.now(),
      };
      await em.insert(ClosingSignature, signature);
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'closing_signed',
        subjectId: `${day} r${revision}`,
        detail: { hash: wanted.hash, exception: signed.exception },
      });
      return describeSignature(signature, accountId);
    });
  }
}

/* The hash, and in the signer's words what is accepted although it does not sum; null where all does. */
async function whatIsSigned(
  em: EntityManager,
  { fairId, day, revision }: ClosedRevision,
  wanted: SignClosingDto,
): Promise<{ hash: Buffer; exception: string | null }> {
  const closings = await readClosings(em, { fairId, day });
  const closing = closings.find((each) => each.revision === revision);
  if (closing === undefined) throw closingNotFound();
  const newest = closings.at(-1);
  if (newest !== undefined && newest !== closing) throw newerRevisionThere(newest.revision);
  if (wanted.hash !== closing.hash) throw otherHashReviewed();
  if (closingHash(closing) !== closing.hash) throw closingAltered();
  const exception = wanted.exception?.normalize('NFC').trim() ?? '';
  const wrong = wrongSums(closing.figures);
  if (wrong.length > 0 && exception.length < SHORTEST_EXCEPTION) throw partsDoNotSum(wrong);
  if (wrong.length === 0 && exception !== '') throw nothingToExcept();
  return { hash: Buffer.from(closing.hash, 'hex'), exception: exception === '' ? null : exception };
}

const SHORTEST_EXCEPTION = 10;
