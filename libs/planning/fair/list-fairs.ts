import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { Clock, fairMoment } from '@phien/kernel';
import { DataSource, In } from 'typeorm';
import { stateOn } from './fair-days.rules';
import { ListedFairDto } from './fair.dto';
import { Fair } from './fair.entity';

interface Span {
  fairId: string;
  beginsOn: string;
  firstDay: string | null;
  endsOn: string;
  lastDay: string | null;
}

const SPANS = `
  SELECT fair_id AS "fairId", min(day)::text AS "beginsOn", max(day)::text AS "endsOn",
         (min(day) FILTER (WHERE NOT is_opening))::text AS "firstDay",
         (max(day) FILTER (WHERE NOT is_opening))::text AS "lastDay"
    FROM fair_day WHERE fair_id = ANY($1::uuid[]) GROUP BY fair_id`;

const BOOTHS = `
  SELECT b.fair_id AS "fairId", count(*) AS "boothCount",
         count(*) FILTER (WHERE EXISTS (SELECT 1 FROM allocation a
           WHERE a.fair_id = b.fair_id AND a.booth_id = b.id AND a.freed_at IS NULL
             AND a.state = 'confirmed')) AS "givenBoothCount"
    FROM booth b JOIN zone z ON z.fair_id = b.fair_id AND z.id = b.zone_id
   WHERE b.fair_id = ANY($1::uuid[]) AND z.kind = 'selling' GROUP BY b.fair_id`;

/** The fairs the caller has a role in, the latest first. */
@Injectable()
export class ListFairs {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(caller: Caller): Promise<ListedFairDto[]> {
    const ids = [...new Set(caller.grants.map(({ fairId }) => fairId))];
    if (ids.length === 0) return [];
    const [fairs, spans, booths] = await Promise.all([
      this.source.getRepository(Fair).findBy({ id: In(ids) }),
      this.source.query<Span[]>(SPANS, [ids]),
      this.source.query<{ fairId: string; boothCount: number; givenBoothCount: number }[]>(BOOTHS, [
        ids,
      ]),
    ]);
    const spanOf = new Map(spans.map((span) => [span.fairId, span]));
    const boothsOf = new Map(booths.map((count) => [count.fairId, count]));
    const now = this.clock.now();
    return fairs
      .map((fair) => {
        const span = spanOf.get(fair.id);
        const today = fairMoment(now, fair.timeZone, fair.dayCutMinutes).day;
        const { state, hasOpenEnd } = fair;
        return {
          id: fair.id,
          code: fair.code,
          nameVi: fair.nameVi,
          nameEn: fair.nameEn,
          state: stateOn(today, {
            state,
            hasOpenEnd,
            firstDay: span?.beginsOn ?? null,
            lastDay: span?.endsOn ?? null,
          }),
          kind: fair.kind,
          series: fair.series,
          hasOpenEnd,
          venueVi: fair.venueVi,
          venueEn: fair.venueEn,
          isDemo: fair.isDemo,
          firstDay: span?.firstDay ?? null,
          lastDay: span?.lastDay ?? null,
          boothCount: boothsOf.get(fair.id)?.boothCount ?? 0,
          givenBoothCount: boothsOf.get(fair.id)?.givenBoothCount ?? 0,
        };
      })
      .sort((a, b) => (b.lastDay ?? '').localeCompare(a.lastDay ?? ''));
  }
}
