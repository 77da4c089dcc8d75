import type { Caller } from '@phien/identity';
import type { EntityManager } from 'typeorm';
import type { DeclaredSource } from './declared-sale.entity';

/** A booth that an account looks after, and as what. */
export interface CaredBooth {
  boothId: string;
  boothCode: string;
  zoneCode: string;
  exhibitorId: string;
  exhibitorName: string;
  source: Extract<DeclaredSource, 'organizer' | 'zone_staff' | 'delegation_lead'>;
}

/*
 * Whom an account may declare for, as the grants are now: organizers for all, zone staff for their
 * zones, whoever leads a delegation for its exhibitors. A booth that two roles reach counts once, as
 * the first of them.
 */
const CARED = `
  SELECT DISTINCT ON (a.booth_id, a.exhibitor_id)
         a.booth_id AS "boothId", b.code AS "boothCode", z.code AS "zoneCode",
         a.exhibitor_id AS "exhibitorId", e.name AS "exhibitorName", g.role AS source
    FROM role_grant g
    JOIN account o ON o.id = g.account_id AND o.disabled_at IS NULL
    JOIN allocation a ON a.fair_id = g.fair_id AND a.state = 'confirmed'
     AND a.during && tstzrange($3, $4) AND (a.freed_at IS NULL OR a.freed_at >= $4)
    JOIN booth b ON b.fair_id = a.fair_id AND b.id = a.booth_id
    JOIN zone z ON z.fair_id = b.fair_id AND z.id = b.zone_id
    JOIN exhibitor e ON e.fair_id = a.fair_id AND e.id = a.exhibitor_id
   WHERE g.fair_id = $1 AND g.account_id = $2
     AND CASE g.role
       WHEN 'organizer' THEN true
       WHEN 'zone_staff' THEN EXISTS (SELECT 1 FROM role_zone x
         WHERE x.fair_id = g.fair_id AND x.account_id = g.account_id AND x.zone_id = b.zone_id)
       WHEN 'delegation_lead' THEN e.delegation_id = g.delegation_id
       ELSE false END
   ORDER BY a.booth_id, a.exhibitor_id,
         array_position(ARRAY['organizer', 'zone_staff', 'delegation_lead'], g.role)`;

/** The booths given on a day that a caller looks after. */
export function boothsOfCaller(
  em: EntityManager,
  { accountId }: Caller,
  fairId: string,
  [from, to]: [Date, Date],
): Promise<CaredBooth[]> {
  return em.query<CaredBooth[]>(CARED, [fairId, accountId, from, to]);
}

/**
 * Whether an account sees the money of a single booth; whoever does not sees what it declared
 * itself, and no more.
 */
export const seesBoothMoney = (source: DeclaredSource, boothMoneyVisibleTo: string): boolean =>
  source === 'organizer' || boothMoneyVisibleTo === 'everyone';
