import { Injectable } from '@nestjs/common';
import { recordAudit } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { inTransaction, lockExclusive } from '@phien/store';
import { documentLimits } from '@phien/till';
import { DataSource, IsNull } from 'typeorm';
import { findRegister, type AskedRegister } from './find-register';
import { ListRegisters } from './list-registers';
import { RegisterEpoch } from './register-epoch.entity';
import type { RegisterDto } from './register.dto';
import { epochNotFound, registerNotFound } from './register.refusals';

/**
 * Takes a phone's word away, in every epoch that it went on in: documents that it sends from now on
 * are linked and set aside, and it is handed no catalogue. What was booked stays. The same call again changes nothing. Refuses
 * `register_not_found`, `epoch_not_found`.
 */
@Injectable()
export class RevokeEpoch {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly listRegisters: ListRegisters,
  ) {}

  async run(asked: AskedRegister, epoch: number): Promise<RegisterDto> {
    const { fairId, registerId, accountId } = asked;
    await inTransaction(this.dataSource, async (em) => {
      await findRegister(em, asked);
      if (!(Number.isInteger(epoch) && epoch >= 1 && epoch <= documentLimits.epoch)) {
        throw epochNotFound();
      }
      /* The lock under which its documents are linked: none slips between reading and revoking. */
      await lockExclusive(em, 'register', fairId, registerId);
      const known = await em.findOneBy(RegisterEpoch, { fairId, registerId, epoch });
      if (!known) throw epochNotFound();
      if (known.revokedAt) return;
      const { phoneEpoch } = known;
      const revokedAt = this.clock.now();
      await em.update(
        RegisterEpoch,
        { fairId, registerId, phoneEpoch, revokedAt: IsNull() },
        { revokedAt },
      );
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'register_revoked',
        subjectId: registerId,
        detail: { epoch, deviceName: known.deviceName },
      });
    });
    const [register] = await this.listRegisters.run(asked);
    if (!register) throw registerNotFound();
    return register;
  }
}
