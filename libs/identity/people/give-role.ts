import { Injectable } from '@nestjs/common';
import { isId } from '@phien/kernel';
import { brokenConstraint, inTransaction } from '@phien/store';
import { DataSource, In } from 'typeorm';
import { Account } from '../account/account.entity';
import { AuditEntry } from '../audit/audit-entry.entity';
import { exhibitorMissing, exhibitorUnknown } from '../invitation/invitation.refusals';
import { GrantRole } from '../role/grant-role';
import { holdOrganizer } from '../role/hold-organizer';
import { RoleGrant } from '../role/role-grant.entity';
import type { Caller } from '../session/caller.dto';
import { personNotFound } from './people.refusals';
import type { GiveRoleDto } from './person.dto';

/**
 * Gives a role to somebody who has one in the fair, or had one: this also undoes a withdrawal.
 * Strangers are invited instead. Refuses `exhibitor_missing`, `role_missing`,
 * `person_not_found`, `exhibitor_unknown`, `role_held_for_another`.
 */
@Injectable()
export class GiveRole {
  constructor(
    private readonly source: DataSource,
    private readonly grantRole: GrantRole,
  ) {}

  async run(
    caller: Caller,
    fairId: string,
    accountId: string,
    { role, exhibitorId: wanted }: GiveRoleDto,
  ): Promise<void> {
    const exhibitorId = role === 'exhibitor' ? wanted : null;
    if (exhibitorId === undefined) throw exhibitorMissing();
    if (!isId(accountId)) throw personNotFound();
    try {
      await inTransaction(this.source, async (em) => {
        await holdOrganizer(em, caller, fairId);
        await em.findOne(Account, {
          where: { id: accountId },
          lock: { mode: 'pessimistic_write' },
        });
        const isKnown =
          (await em.existsBy(RoleGrant, { fairId, accountId })) ||
          (await em.existsBy(AuditEntry, {
            fairId,
            subjectId: accountId,
            action: In(['role_granted', 'role_withdrawn']),
          }));
        if (!isKnown) throw personNotFound();
        const grantedBy = caller.accountId;
        await this.grantRole.run(em, { fairId, accountId, role, exhibitorId, grantedBy });
      });
    } catch (error) {
      if (brokenConstraint(error) === 'role_grant_fair_id_exhibitor_id_fkey') {
        throw exhibitorUnknown();
      }
      throw error;
    }
  }
}
