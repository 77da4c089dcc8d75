import type { EntityManager } from 'typeorm';
import type { InvitationDto } from './invitation.dto';

/* These names are planning's; here they are read by the keys that a grant names them by. */
const OPEN = `
  SELECT i.id, i.role, i.exhibitor_id AS "exhibitorId", e.name AS "exhibitorName",
         d.name_vi AS "delegationNameVi", d.name_en AS "delegationNameEn",
         ARRAY(SELECT z.code FROM invitation_zone x JOIN zone z ON z.fair_id = x.fair_id AND z.id = x.zone_id
                WHERE x.fair_id = i.fair_id AND x.invitation_id = i.id ORDER BY length(z.code), z.code) AS "zoneCodes",
         i.for_name AS "forName", a.name AS "invitedByName", i.invited_at AS "invitedAt",
         i.expires_at AS "expiresAt", i.expires_at <= $2 AS "isExpired"
    FROM invitation i
    JOIN account a ON a.id = i.invited_by
    LEFT JOIN exhibitor e ON e.fair_id = i.fair_id AND e.id = i.exhibitor_id
    LEFT JOIN delegation d ON d.fair_id = i.fair_id AND d.id = i.delegation_id
   WHERE i.fair_id = $1 AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL
     AND i.expires_at > $3 AND ($4::uuid IS NULL OR i.id = $4)
   ORDER BY i.invited_at DESC, i.id`;

/* One that has just run out stays in sight, so that its inviter learns why nobody came. */
const SHOWN_AFTER_END_MS = 7 * 86_400_000;

/** Invitations nobody has taken or withdrawn, the latest first; one of them with an id. */
export function readInvitations(
  em: EntityManager,
  fairId: string,
  id: string | null = null,
): Promise<InvitationDto[]> {
  const now = new Date();
  return em.query<InvitationDto[]>(OPEN, [
    fairId,
    now,
    new Date(now.getTime() - SHOWN_AFTER_END_MS),
    id,
  ]);
}
