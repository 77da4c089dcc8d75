import { Injectable } from '@nestjs/common';
import { isId } from '@phien/kernel';
import { brokenConstraint, inTransaction } from '@phien/store';
import { DataSource, In } from 'typeorm';
import { Account } from '../account/account.entity';
import { AuditEntry } from '../audit/audit-entry.entity';
import { GrantRole } from '../role/grant-role';
import { holdOrganizer } from '../role/hold-organizer';
import { RoleGrant } from '../role/role-grant.entity';
import { scopeOf, scopeRefusal } from '../role/role-scope.rules';
import type { Caller } from '../session/caller.dto';
import { personNotFound } from './people.refusals';
import type { GiveRoleDto } from './person.dto';

/**
 * Gives a role to somebody who has one in the fair, or had one: this also undoes a withdrawal.
 * Strangers are invited instead. Refuses `exhibitor_missing`, `delegation_missing`, `zones_missing`,
 * `role_missing`, `person_not_found`, `exhibitor_unknown`, `delegation_unknown`, `zone_not_found`,
 * `role_held_for_another`.
 */
@Injectable()
export class GiveRole {
  constructor(
    private readonly source: DataSource,
    private readonly grantRole: GrantRole,
  ) {}

  async run(caller: Caller, fairId: string, accountId: string, wanted: GiveRoleDto): Promise<void> {
    const { role } = wanted;
    const scope = scopeOf(role, wanted);
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
        await this.grantRole.run(em, { fairId, accountId, role, ...scope, grantedBy });
      });
    } catch (error) {
      throw scopeRefusal(brokenConstraint(error)) ?? error;
    }
  }
}
