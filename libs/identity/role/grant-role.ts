import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordAudit } from '../audit/record-audit';
import type { Role } from './role';
import { RoleGrant } from './role-grant.entity';
import { RoleZone } from './role-zone.entity';
import { roleHeldForAnother } from './role.refusals';

export interface Grant {
  fairId: string;
  accountId: string;
  role: Role;
  /** Whom an exhibitor's account stands for; needed for that role, and for no other. */
  exhibitorId?: string | null;
  /** Which delegation a lead looks after; for that role alone. */
  delegationId?: string | null;
  /** Which zones zone staff looks after; for that role alone. */
  zoneIds?: string[];
  /** Who grants it, for the audit log; null for a seed. */
  grantedBy?: string | null;
}

/* Whoever could reset a password yesterday may have no say over what the account may do today. */
const VOID_RESET_LINKS = `DELETE FROM reset_link WHERE account_id = $1 AND issued_by IS NOT NULL`;

/**
 * Gives an account a role in a fair, in the caller's transaction (`dataSource.manager` without
 * one). Twice is once; given again with other zones, zone staff looks after those from now on.
 * Refuses `role_held_for_another` when the account already stands for another exhibitor or
 * delegation there.
 */
@Injectable()
export class GrantRole {
  async run(em: EntityManager, grant: Grant): Promise<void> {
    const { fairId, accountId, role, exhibitorId = null, delegationId = null } = grant;
    const { zoneIds = [], grantedBy = null } = grant;
    const inserted = await em
      .createQueryBuilder()
      .insert()
      .into(RoleGrant)
      .values({ fairId, accountId, role, exhibitorId, delegationId, grantedAt: new Date() })
      .orIgnore()
      .returning('role')
      .execute();
    const isNew = (inserted.raw as unknown[]).length > 0;
    const areZonesNew = role === 'zone_staff' && (await this.keepZones(em, grant, zoneIds));
    if (isNew || areZonesNew) {
      await em.query(VOID_RESET_LINKS, [accountId]);
      await recordAudit(em, {
        fairId,
        accountId: grantedBy,
        action: 'role_granted',
        subjectId: accountId,
        detail: {
          role,
          exhibitorId,
          ...(delegationId !== null && { delegationId }),
          ...(role === 'zone_staff' && { zoneIds }),
        },
      });
      return;
    }
    const held = await em.findOneByOrFail(RoleGrant, { fairId, accountId, role });
    if (held.exhibitorId !== exhibitorId || held.delegationId !== delegationId) {
      throw roleHeldForAnother();
    }
  }

  /* Answers whether they were others before. */
  private async keepZones(
    em: EntityManager,
    { fairId, accountId }: Grant,
    zoneIds: readonly string[],
  ): Promise<boolean> {
    const role = 'zone_staff' as const;
    const held = await em.findBy(RoleZone, { fairId, accountId, role });
    const before = held.map(({ zoneId }) => zoneId).sort();
    if (before.join() === [...zoneIds].sort().join()) return false;
    await em.delete(RoleZone, { fairId, accountId, role });
    await em.insert(
      RoleZone,
      zoneIds.map((zoneId) => ({ fairId, accountId, role, zoneId })),
    );
    return true;
  }
}
