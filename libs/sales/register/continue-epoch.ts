import { Injectable } from '@nestjs/common';
import { recordAudit } from '@phien/identity';
import { Clock, isId } from '@phien/kernel';
import { inTransaction, lockExclusive } from '@phien/store';
import { continuationMessage } from '@phien/till';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { ConflictingDocument } from '../document/conflicting-document.entity';
import { registerUnknown, signatureInvalid } from '../document/document.refusals';
import { EpochKeys } from '../document/epoch-keys';
import type { Address } from '../document/receive-documents';
import { openEpoch } from './open-epoch';
import { RegisterEpoch } from './register-epoch.entity';
import type { ContinuedEpochDto, ContinueEpochDto } from './register.dto';
import { isSignedBy, registerKey } from './register-key';
import { epochHasNoConflict, publicKeyInvalid } from './register.refusals';

/**
 * A phone whose chain was taken goes on in an epoch of its own, asked for by its old key: what the
 * ledger does not hold is issued again there. The phone stands as it stood: superseded or revoked
 * stays so. The same key twice is one epoch. Refuses `public_key_invalid`, `register_unknown`,
 * `signature_invalid`, `epoch_has_no_conflict`.
 */
@Injectable()
export class ContinueEpoch {
  constructor(
    private readonly keys: EpochKeys,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async run({ fairId, registerId }: Address, asked: ContinueEpochDto): Promise<ContinuedEpochDto> {
    const publicKey = Buffer.from(asked.publicKey, 'base64');
    if (!registerKey(publicKey)) throw publicKeyInvalid();
    const isAddress = isId(fairId) && isId(registerId);
    const known = isAddress && (await this.keys.find(fairId, registerId, asked.epoch));
    if (!known) throw registerUnknown();
    const publicKeySpkiHex = publicKey.toString('hex');
    const wish = continuationMessage({ fairId, registerId, epoch: asked.epoch, publicKeySpkiHex });
    if (!isSignedBy(known.key, wish, asked.signature)) throw signatureInvalid();

    const { epoch, genesis } = await inTransaction(this.dataSource, async (em) => {
      await lockExclusive(em, 'register', fairId, registerId);
      const epochs = await em.find(RegisterEpoch, {
        where: { fairId, registerId },
        order: { epoch: 'DESC' },
      });
      const left = epochs.find((one) => one.epoch === asked.epoch);
      if (!left) throw registerUnknown();
      const answered = epochs.find((one) => one.publicKey.equals(publicKey));
      if (answered) {
        if (answered.phoneEpoch !== left.phoneEpoch) throw publicKeyInvalid();
        return answered;
      }
      const place = { fairId, registerId, epoch: asked.epoch };
      if (!(await em.existsBy(ConflictingDocument, place))) throw epochHasNoConflict();
      const newest = epochs[0]?.epoch ?? asked.epoch;
      return this.open(em, left, newest + 1, publicKey);
    });
    return { epoch, genesis: genesis.toString('hex'), serverTime: this.clock.now() };
  }

  private async open(
    em: EntityManager,
    left: RegisterEpoch,
    number: number,
    publicKey: Buffer,
  ): Promise<RegisterEpoch> {
    const { fairId, registerId, deviceName, phoneEpoch, revokedAt } = left;
    const enrolledAt = this.clock.now();
    const isCurrent = left.supersededAt === null;
    if (isCurrent) {
      await em.update(
        RegisterEpoch,
        { fairId, registerId, supersededAt: IsNull() },
        { supersededAt: enrolledAt },
      );
    }
    const epoch = await openEpoch(em, {
      fairId,
      registerId,
      epoch: number,
      phoneEpoch,
      publicKey,
      deviceName,
      enrolledAt,
      supersededAt: isCurrent ? null : enrolledAt,
      revokedAt,
    });
    await recordAudit(em, {
      fairId,
      accountId: null,
      action: 'register_continued',
      subjectId: registerId,
      detail: { epoch: number, left: left.epoch, deviceName },
    });
    return epoch;
  }
}
