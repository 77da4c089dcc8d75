import type { Caller, Role } from '@phien/identity';
import type { EntityManager } from 'typeorm';
import { exhibitorsKeptBy } from '../exhibitor/own-exhibitors.rules';

export interface AnsweredOffers {
  /** In whose name: the first that holds for an offer. */
  as: Role;
  /** Null: all of the fair. */
  exhibitorIds: string[] | null;
  /** Where the caller is zone staff. */
  zoneIds: string[];
}

/** Which offers a caller may answer: organizers all, an exhibitor its own, zone staff those of their zones. */
export async function offersAnsweredBy(
  em: EntityManager,
  caller: Caller,
  fairId: string,
): Promise<AnsweredOffers> {
  const exhibitorIds = exhibitorsKeptBy(caller, fairId);
  if (exhibitorIds === null) return { as: 'organizer', exhibitorIds, zoneIds: [] };
  const zones = await em.query<{ zoneId: string }[]>(
    `SELECT zone_id AS "zoneId" FROM role_zone WHERE fair_id = $1 AND account_id = $2`,
    [fairId, caller.accountId],
  );
  return {
    as: exhibitorIds.length > 0 ? 'exhibitor' : 'zone_staff',
    exhibitorIds,
    zoneIds: zones.map(({ zoneId }) => zoneId),
  };
}
