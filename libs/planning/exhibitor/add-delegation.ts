import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { newId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { Delegation } from './delegation.entity';
import { AddDelegationDto, DelegationDto } from './exhibitor.dto';

/** Adds a delegation to a fair. */
@Injectable()
export class AddDelegation {
  constructor(private readonly source: DataSource) {}

  async run(caller: Caller, fairId: string, wanted: AddDelegationDto): Promise<DelegationDto> {
    const id = newId();
    const delegation = {
      nameVi: wanted.nameVi.trim(),
      nameEn: wanted.nameEn.trim(),
      quota: wanted.quota ?? null,
    };
    await inTransaction(this.source, async (em) => {
      await em.insert(Delegation, { fairId, id, ...delegation });
      await recordAudit(em, {
        fairId,
        accountId: caller.accountId,
        action: 'delegation_added',
        subjectId: id,
        detail: delegation,
      });
    });
    return { id, ...delegation, exhibitorCount: 0 };
  }
}
