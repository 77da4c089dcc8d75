import { Injectable } from '@nestjs/common';
import { isId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { recordAudit } from '../audit/record-audit';
import { Invitation } from '../invitation/invitation.entity';
import { ResetLink } from '../account/reset-link.entity';
import { holdOrganizer } from '../role/hold-organizer';
import { RoleGrant } from '../role/role-grant.entity';
import type { Role } from '../role/role';
import { roleMissing } from '../role/role.refusals';
import type { Caller } from '../session/caller.dto';
import { lastOrganizer, personNotFound } from './people.refusals';

export interface HeldRole {
  fairId: string;
  accountId: string;
  role: string;
}

/* Whoever takes an organizer away holds all of them: two cannot dismiss one another at once. */
const HOLD_ORGANIZERS = `
  SELECT g.account_id AS "accountId"
    FROM role_grant g
   WHERE g.fair_id = $1 AND g.role = 'organizer'
   ORDER BY g.account_id
     FOR UPDATE`;
const OTHERS = `
  SELECT count(*)::int AS others
    FROM role_grant g JOIN account a ON a.id = g.account_id AND a.disabled_at IS NULL
   WHERE g.fair_id = $1 AND g.role = 'organizer' AND g.account_id <> $2`;

/**
 * Takes a role of a person in a fair away; open sessions and sockets feel it within 5 seconds. What
 * an organizer had offered to others goes with the role, reset links too. Twice is once, as long as
 * the person has another role there. Refuses `person_not_found`, `last_organizer`, `role_missing`.
 */
@Injectable()
export class WithdrawRole {
  constructor(private readonly source: DataSource) {}

  async run(caller: Caller, { fairId, accountId, role }: HeldRole): Promise<void> {
    if (!isId(accountId)) throw personNotFound();
    await inTransaction(this.source, async (em) => {
      if (!(await em.existsBy(RoleGrant, { fairId, accountId }))) throw personNotFound();
      if (role === 'organizer') await this.keepOne(em, caller, fairId, accountId);
      else await holdOrganizer(em, caller, fairId);
      const held = await em.findOneBy(RoleGrant, { fairId, accountId, role: role as Role });
      if (held === null) return;
      await em.delete(RoleGrant, { fairId, accountId, role: held.role });
      if (held.role === 'organizer') {
        await em.update(
          Invitation,
          { fairId, invitedBy: accountId, acceptedAt: IsNull(), withdrawnAt: IsNull() },
          { withdrawnAt: new Date() },
        );
        await em.delete(ResetLink, { issuedBy: accountId });
      }
      await recordAudit(em, {
        fairId,
        accountId: caller.accountId,
        action: 'role_withdrawn',
        subjectId: accountId,
        detail: { role: held.role, exhibitorId: held.exhibitorId },
      });
    });
  }

  private async keepOne(
    em: EntityManager,
    caller: Caller,
    fairId: string,
    accountId: string,
  ): Promise<void> {
    const held = await em.query<{ accountId: string }[]>(HOLD_ORGANIZERS, [fairId]);
    const [left] = await em.query<{ others: number }[]>(OTHERS, [fairId, accountId]);
    if ((left?.others ?? 0) === 0) throw lastOrganizer();
    if (!held.some((organizer) => organizer.accountId === caller.accountId)) {
      throw roleMissing(['organizer']);
    }
  }
}
