import { Injectable } from '@nestjs/common';
import { Caller, roleMissing } from '@phien/identity';
import { Clock, fairMoment } from '@phien/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { SIXTHS_OF_A_BOOTH } from '../allocation/sixths.rules';
import { readExhibitors } from '../exhibitor/read-exhibitor';
import { firstDayOf } from '../fair/first-day';
import { Fair } from '../fair/fair.entity';
import { ListFeatures } from '../plan/list-features';
import { ListZones } from '../plan/list-zones';
import { lastDayOf } from './lead-scope';
import { areLeadsIn, lastLeadDay } from './lead.rules';
import { OwnBoothDto, OwnDelegationDto } from './own-delegation.dto';
import { readDelegation } from './read-delegations';
import { readSums } from './read-sums';

/*
 * Every booth, with who of the delegation stands there; who else does is a number. Of booths that are
 * neither kept for it nor given to it only the place is told.
 */
const BOOTHS = `
  SELECT b.id, b.code, b.zone_id AS "zoneId", b.kind, b.faces, b.x_cm AS "xCm", b.y_cm AS "yCm",
         b.width_cm AS "widthCm", b.depth_cm AS "depthCm", (k.booth_id IS NOT NULL) AS "isKept",
         coalesce(s.holders, '[]') AS holders, coalesce(s.others, 0) AS "othersSixths"
    FROM booth b
    LEFT JOIN delegation_booth k
      ON k.fair_id = b.fair_id AND k.booth_id = b.id AND k.delegation_id = $2
    LEFT JOIN (
      SELECT a.booth_id,
             jsonb_agg(jsonb_build_object('allocationId', a.id, 'exhibitorId', e.id, 'name', e.name,
               'sixths', n.sixths) ORDER BY a.sixths) FILTER (WHERE e.delegation_id = $2 AND a.state = 'confirmed') AS holders,
             sum(n.sixths) FILTER (WHERE e.delegation_id IS DISTINCT FROM $2 OR a.state <> 'confirmed')::int AS others
        FROM allocation a
        JOIN exhibitor e ON e.fair_id = a.fair_id AND e.id = a.exhibitor_id
        CROSS JOIN LATERAL (
          SELECT sum(upper(r) - lower(r))::int AS sixths FROM unnest(a.sixths) r) n
       WHERE a.fair_id = $1 AND a.freed_at IS NULL AND (a.held_until IS NULL OR a.held_until > $3)
       GROUP BY a.booth_id) s ON s.booth_id = b.id
   WHERE b.fair_id = $1
   ORDER BY b.code`;

/**
 * The delegation that the caller leads in a fair, as of one moment, and nothing of any other. Refuses
 * `role_missing`.
 */
@Injectable()
export class ReadOwnDelegation {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly listZones: ListZones,
    private readonly listFeatures: ListFeatures,
  ) {}

  async run(caller: Caller, fairId: string): Promise<OwnDelegationDto> {
    const own = await this.source.transaction('REPEATABLE READ', (em) =>
      this.read(em, caller, fairId),
    );
    const [zones, features] = await Promise.all([
      this.listZones.run(fairId),
      this.listFeatures.run(fairId),
    ]);
    return { ...own, zones, features };
  }

  private async read(
    em: EntityManager,
    { accountId }: Caller,
    fairId: string,
  ): Promise<Omit<OwnDelegationDto, 'zones' | 'features'>> {
    const [held] = await em.query<{ id: string }[]>(
      `SELECT delegation_id AS id FROM role_grant
        WHERE fair_id = $1 AND account_id = $2 AND role = 'delegation_lead'`,
      [fairId, accountId],
    );
    if (!held) throw roleMissing(['delegation_lead']);
    const { id } = held;
    const now = this.clock.now();
    const fair = await em.findOneByOrFail(Fair, { id: fairId });
    const day = await firstDayOf(em, this.clock, fairId);
    const time = {
      state: fair.state,
      leadsUntil: fair.leadsUntil,
      lastDay: await lastDayOf(em, fairId),
    };
    const { asOf, rows } = await readSums(em, fairId, now);
    const sums = rows.find(({ delegationId }) => delegationId === id);
    if (!sums) throw new Error('a lead of a delegation that is not there');
    const brought = await em.query<{ id: string }[]>(
      `SELECT id FROM exhibitor WHERE fair_id = $1 AND delegation_id = $2`,
      [fairId, id],
    );
    return {
      asOf,
      delegation: await readDelegation(em, fairId, day, id),
      sums,
      ...(await readBooths(em, { fairId, delegationId: id, at: now })),
      exhibitors: await readExhibitors(
        em,
        fairId,
        brought.map((exhibitor) => exhibitor.id),
      ),
      hallWidthCm: fair.hallWidthCm,
      hallDepthCm: fair.hallDepthCm,
      lastDay: lastLeadDay(time),
      isOpen: areLeadsIn(time, fairMoment(now, fair.timeZone, fair.dayCutMinutes).day),
    };
  }
}

async function readBooths(
  em: EntityManager,
  { fairId, delegationId, at }: { fairId: string; delegationId: string; at: Date },
): Promise<Pick<OwnDelegationDto, 'booths' | 'otherBooths'>> {
  const rows = await em.query<Omit<OwnBoothDto, 'freeSixths'>[]>(BOOTHS, [
    fairId,
    delegationId,
    at,
  ]);
  const isOwn = ({ isKept, holders }: (typeof rows)[number]) => isKept || holders.length > 0;
  return {
    booths: rows.filter(isOwn).map((booth) => ({
      ...booth,
      freeSixths: booth.holders.reduce(
        (free, { sixths }) => free - sixths,
        SIXTHS_OF_A_BOOTH - booth.othersSixths,
      ),
    })),
    otherBooths: rows
      .filter((booth) => !isOwn(booth))
      .map(({ xCm, yCm, widthCm, depthCm }) => ({ xCm, yCm, widthCm, depthCm })),
  };
}
