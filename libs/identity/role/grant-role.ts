import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordAudit } from '../audit/record-audit';
import type { Role } from './role';
import { RoleGrant } from './role-grant.entity';
import { roleHeldForAnother } from './role.refusals';

export interface Grant {
  fairId: string;
  accountId: string;
  role: Role;
  /** Whom an exhibitor's account stands for; needed for that role, and for no other. */
  exhibitorId?: string | null;
  /** Who grants it, for the audit log; null for a seed. */
  grantedBy?: string | null;
}

/* Whoever could reset a password yesterday may have no say over what the account may do today. */
const VOID_RESET_LINKS = `DELETE FROM reset_link WHERE account_id = $1 AND issued_by IS NOT NULL`;

/**
 * Gives an account a role in a fair, in the caller's transaction (`dataSource.manager` without
 * one). Twice is once. Refuses `role_held_for_another` when the account already stands for another
 * exhibitor there.
 */
@Injectable()
export class GrantRole {
  async run(em: EntityManager, grant: Grant): Promise<void> {
    const { fairId, accountId, role, exhibitorId = null, grantedBy = null } = grant;
    const inserted = await em
      .createQueryBuilder()
      .insert()
      .into(RoleGrant)
      .values({ fairId, accountId, role, exhibitorId, grantedAt: new Date() })
      .orIgnore()
      .returning('role')
      .execute();
    if ((inserted.raw as unknown[]).length > 0) {
      await em.query(VOID_RESET_LINKS, [accountId]);
      await recordAudit(em, {
        fairId,
        accountId: grantedBy,
        action: 'role_granted',
        subjectId: accountId,
        detail: { role, exhibitorId },
      });
      return;
    }
    const held = await em.findOneByOrFail(RoleGrant, { fairId, accountId, role });
    if (held.exhibitorId !== exhibitorId) throw roleHeldForAnother();
  }
}
