import { Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { holdRoles, recordAudit, WrongTries } from '@phien/identity';
import { inTransaction, lockExclusive } from '@phien/store';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { readCatalogue } from '../catalogue/read-catalogue';
import { EnrolmentCode } from './enrolment-code.entity';
import { enrolmentCodeHash } from './enrolment-code.rules';
import { openEpoch } from './open-epoch';
import { RegisterEpoch } from './register-epoch.entity';
import { Register } from './register.entity';
import { registerKey } from './register-key';
import type { EnrolmentDto, EnrolRegisterDto } from './register.dto';
import {
  enrolmentCodeExpired,
  enrolmentCodeUnknown,
  enrolmentCodeUsed,
  enrolmentCodeWithdrawn,
  publicKeyInvalid,
  registerRevoked,
  tooManyWrongCodes,
} from './register.refusals';

/**
 * Turns a phone into a register by a one-time code: a new epoch with the phone's key; earlier
 * epochs are superseded and still count. The same code with the same key again answers the same.
 * A code is worth what its issuer may do at the moment it is used.
 */
@Injectable()
export class EnrolRegister {
  private readonly wrongCodes = new WrongTries(tooManyWrongCodes);

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** `from` is the caller's address: a fair shares one, so many codes may be mistyped in a minute, not endless ones. */
  async run(asked: EnrolRegisterDto, from: string): Promise<EnrolmentDto> {
    const publicKey = Buffer.from(asked.publicKey, 'base64');
    if (!registerKey(publicKey)) throw publicKeyInvalid();
    return inTransaction(this.dataSource, async (em) => {
      const codeHash = enrolmentCodeHash(asked.code);
      const seen = await em.findOneBy(EnrolmentCode, { codeHash });
      if (!seen) {
        this.wrongCodes.add(from);
        throw enrolmentCodeUnknown();
      }
      await lockExclusive(em, 'register', seen.fairId, seen.registerId);
      const code = await em.findOneByOrFail(EnrolmentCode, { fairId: seen.fairId, codeHash });
      const epochs = await em.find(RegisterEpoch, {
        where: { fairId: code.fairId, registerId: code.registerId },
        order: { epoch: 'DESC' },
      });
      const [newest] = epochs;
      const isSamePhone = newest?.publicKey.equals(publicKey) ?? false;
      if (code.usedAt !== null && !isSamePhone) throw enrolmentCodeUsed();
      if (code.usedAt === null) await this.holdIssuer(em, code);
      if (code.expiresAt.getTime() < Date.now()) throw enrolmentCodeExpired();
      if (code.usedAt !== null && newest?.revokedAt) throw registerRevoked();
      if (code.usedAt !== null && newest) return this.enrolment(em, newest);
      const epoch = await this.open(em, code, (newest?.epoch ?? 0) + 1, publicKey, asked);
      return this.enrolment(em, epoch);
    });
  }

  /* The code is the issuer's right, lent for ten minutes: it ends when that right does. */
  private async holdIssuer(
    em: EntityManager,
    { fairId, registerId, issuedBy }: EnrolmentCode,
  ): Promise<void> {
    const { exhibitorId } = await em.findOneByOrFail(Register, { fairId, id: registerId });
    const held = await holdRoles(em, fairId, issuedBy);
    const mayIssue = held.some(
      (grant) => grant.role === 'organizer' || grant.exhibitorId === exhibitorId,
    );
    if (!mayIssue) throw enrolmentCodeWithdrawn();
  }

  private async open(
    em: EntityManager,
    { fairId, registerId, codeHash, issuedBy }: EnrolmentCode,
    number: number,
    publicKey: Buffer,
    { deviceName }: EnrolRegisterDto,
  ): Promise<RegisterEpoch> {
    const enrolledAt = this.clock.now();
    await em.update(
      RegisterEpoch,
      { fairId, registerId, supersededAt: IsNull() },
      { supersededAt: enrolledAt },
    );
    const epoch = await openEpoch(em, {
      fairId,
      registerId,
      epoch: number,
      phoneEpoch: number,
      publicKey,
      deviceName,
      enrolledAt,
      supersededAt: null,
      revokedAt: null,
    });
    await em.update(EnrolmentCode, { fairId, codeHash }, { usedAt: new Date() });
    await recordAudit(em, {
      fairId,
      accountId: issuedBy,
      action: 'register_enrolled',
      subjectId: registerId,
      detail: { epoch: number, deviceName },
    });
    return epoch;
  }

  private async enrolment(
    em: EntityManager,
    { fairId, registerId, epoch, genesis }: RegisterEpoch,
  ): Promise<EnrolmentDto> {
    const { exhibitorId, ...catalogue } = await readCatalogue(em, this.clock, fairId, registerId);
    const { timeZone, dayCutMinutes } = catalogue.fair;
    return {
      ...catalogue,
      fairId,
      registerId,
      epoch,
      genesis: genesis.toString('hex'),
      exhibitorId,
      timeZone,
      dayCutMinutes,
    };
  }
}
