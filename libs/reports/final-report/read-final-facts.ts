import type { EntityManager } from 'typeorm';
import type { DayStateDto } from '../closing/closing.dto';
import type { ClosingFigures } from '../closing/figures.rules';
import type { FinalFacts } from './final-field.rules';
import type { FinalDay } from './final-report.rules';

type Named = Pick<FinalFacts, 'nameVi' | 'nameEn' | 'venueVi' | 'venueEn'>;

interface Parties {
  inProvince: number;
  otherProvince: number;
  foreign: number;
  provinceCount: number;
  countryCount: number;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Days of a fair that have begun, each by its latest revision, or as of now before the first. */
export async function readFinalDays(
  em: EntityManager,
  fairId: string,
  listed: readonly DayStateDto[],
): Promise<FinalDay[]> {
  const hashes = await em.query<{ day: string; revision: number; hash: string; whole: boolean }[]>(
    `SELECT day, revision, encode(hash, 'hex') AS hash, is_complete AS whole
       FROM closing WHERE fair_id = $1`,
    [fairId],
  );
  return listed.flatMap(({ day, revision, figures, state }): FinalDay[] => {
    if (state === 'upcoming') return [];
    const closing = hashes.find((each) => each.day === day && each.revision === revision);
    return [
      {
        day,
        revision,
        isComplete: closing?.whole ?? null,
        closingHash: closing?.hash ?? null,
        revenueVnd: figures?.totalVnd ?? 0,
        declaredVnd: figures?.declaredVnd ?? 0,
        salesCount: figures?.salesCount ?? 0,
        entries: figures?.entries ?? 0,
      },
    ];
  });
}

/** What the ledger, the plan and the allocations know of a whole fair. */
export async function readFinalFacts(
  em: EntityManager,
  fairId: string,
  days: readonly FinalDay[],
): Promise<FinalFacts> {
  const [fair] = await em.query<[Named]>(
    `SELECT name_vi AS "nameVi", name_en AS "nameEn", venue_vi AS "venueVi", venue_en AS "venueEn"
       FROM fair WHERE id = $1`,
    [fairId],
  );
  const openDays = await em.query<{ day: string }[]>(
    `SELECT day FROM fair_day WHERE fair_id = $1 AND is_open ORDER BY day`,
    [fairId],
  );
  const [booths] = await em.query<[{ inPlan: number; allocated: number; gates: number }]>(
    `SELECT count(*) AS "inPlan", count(*) FILTER (WHERE EXISTS (SELECT 1 FROM allocation a
       WHERE a.fair_id = b.fair_id AND a.booth_id = b.id AND a.freed_at IS NULL
         AND a.state = 'confirmed')) AS allocated,
       (SELECT count(*) FROM gate g WHERE g.fair_id = $1) AS gates
       FROM booth b WHERE b.fair_id = $1`,
    [fairId],
  );
  const [parties] = await em.query<[Parties]>(
    `SELECT count(*) FILTER (WHERE e.origin = 'inProvince') AS "inProvince",
            count(*) FILTER (WHERE e.origin = 'otherProvince') AS "otherProvince",
            count(*) FILTER (WHERE e.origin = 'foreign') AS foreign,
            count(DISTINCT e.place_set || e.place_code) FILTER (WHERE e.origin = 'otherProvince')
              AS "provinceCount",
            count(DISTINCT e.country_code) FILTER (WHERE e.origin = 'foreign') AS "countryCount"
       FROM exhibitor e
      WHERE e.fair_id = $1 AND EXISTS (SELECT 1 FROM allocation a
        WHERE a.fair_id = e.fair_id AND a.exhibitor_id = e.id AND a.freed_at IS NULL
          AND a.state = 'confirmed')`,
    [fairId],
  );
  const goods = await readGoods(em, fairId, days);
  const [catalogue] = await em.query<[{ ranked: number }]>(
    `SELECT count(*) AS ranked FROM product
      WHERE fair_id = $1 AND star IS NOT NULL AND withdrawn_at IS NULL`,
    [fairId],
  );
  const { provinceCount, countryCount, ...exhibitors } = parties;
  const revenueVnd = sum(days.map((day) => day.revenueVnd));
  const declaredVnd = sum(days.map((day) => day.declaredVnd));
  return {
    ...fair,
    openDays: openDays.map(({ day }) => day),
    boothsInPlan: booths.inPlan,
    boothsAllocated: booths.allocated,
    gateCount: booths.gates,
    exhibitors,
    provinceCount,
    countryCount,
    classes: goods.classes,
    revenueVnd,
    declaredVnd,
    measuredVnd: revenueVnd - declaredVnd,
    salesCount: sum(days.map((day) => day.salesCount)),
    entries: sum(days.map((day) => day.entries)),
    ocopVnd: goods.ocopVnd,
    ocopProducts: catalogue.ranked,
    daysBegun: days.length,
    daysClosed: days.filter(({ revision }) => revision !== null).length,
    daysComplete: days.filter(({ isComplete }) => isComplete === true).length,
  };
}

interface SoldClass {
  code: string;
  nameVi: string;
  nameEn: string;
}

/* Of a closed day what its closing froze, of another what is booked. */
async function readGoods(
  em: EntityManager,
  fairId: string,
  days: readonly FinalDay[],
): Promise<{ classes: SoldClass[]; ocopVnd: number }> {
  const closed = await em.query<Pick<ClosingFigures, 'stars' | 'classes'>[]>(
    `SELECT DISTINCT ON (day) figures->'stars' AS stars, figures->'classes' AS classes
       FROM closing WHERE fair_id = $1 ORDER BY day, revision DESC`,
    [fairId],
  );
  const open = days.filter(({ revision }) => revision === null).map(({ day }) => day);
  const lines = await em.query<
    { code: string | null; nameVi: string; nameEn: string; star: number | null; vnd: number }[]
  >(
    `SELECT l.class_code AS code, c.name_vi AS "nameVi", c.name_en AS "nameEn", l.star,
            sum(l.amount_vnd)::bigint AS vnd
       FROM document d
       JOIN document_line l ON l.fair_id = d.fair_id AND l.document_id = d.id
       LEFT JOIN product_class c ON c.code = l.class_code
      WHERE d.fair_id = $1 AND d.fair_day = ANY($2::date[])
      GROUP BY l.class_code, c.name_vi, c.name_en, l.star`,
    [fairId, open],
  );
  const classes = new Map<string, SoldClass>();
  for (const { code, nameVi, nameEn } of [...closed.flatMap((day) => day.classes), ...lines]) {
    if (code !== null) classes.set(code, { code, nameVi, nameEn });
  }
  const stars = closed.flatMap((day) => day.stars).filter(({ star }) => star !== 'none');
  return {
    classes: [...classes.values()].sort((a, b) => a.code.localeCompare(b.code, 'en')),
    ocopVnd:
      sum(stars.map(({ revenueVnd }) => revenueVnd)) +
      sum(lines.filter(({ star }) => star !== null).map(({ vnd }) => vnd)),
  };
}
