import { Injectable } from '@nestjs/common';
import { ReadBoardViewer } from '@phien/dashboard';
import { callerRoles, type Caller } from '@phien/identity';
import { Clock, fairMoment, isId } from '@phien/kernel';
import { Fair } from '@phien/planning';
import { DataSource } from 'typeorm';
import { ListDays } from '../closing/list-days';
import type {
  AlignedDayDto,
  BaseFairDto,
  ComparedValueDto,
  ComparisonDto,
  ComparisonLineDto,
} from './comparison.dto';
import {
  compare,
  growthOf,
  MEASURE_NAMES,
  readingToDate,
  type BaseSide,
  type FigureKind,
  type Measure,
  type OwnSide,
  type Value,
} from './comparison.rules';
import { comparedParts, type OwnParts } from './compared-parts.rules';
import { houseParts, pastParts, tellPart, type KnownParts } from './known-parts.rules';
import { fairToDate, knownOf, statementsAbout, type FairToDate } from './fair-to-date.rules';
import { pastFairNotFound } from './past-fair.refusals';
import type { PastFigureDto } from './past-fair.dto';
import { readPastFairs, statementsOf } from './read-past-fairs';
import { readPlaceRevenue, type PlaceRevenue } from './read-place-revenue';

interface HouseFair extends FairToDate {
  fair: Fair;
  asOf: Date;
  boothsInPlan: number;
  boothsAllocated: number;
}

interface Base extends BaseSide {
  fair: BaseFairDto;
  figures: PastFigureDto[];
  /** Null of a fair that is only on record. */
  house: HouseFair | null;
}

/**
 * Our fair beside a past fair, or beside another fair of this house that the caller may read: totals,
 * per day, per booth and per visit, day by day, and by where the sellers come from. Refuses `past_fair_not_found`.
 */
@Injectable()
export class ReadComparison {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly listDays: ListDays,
    private readonly readViewer: ReadBoardViewer,
  ) {}

  async run(caller: Caller, fairId: string, wanted: string): Promise<ComparisonDto> {
    const ours = await this.houseFair(fairId);
    const [first] = ours.days;
    const base = isId(wanted)
      ? await this.houseBase(caller, wanted)
      : await this.pastBase(fairId, wanted, first?.day ?? dayOf(ours));
    const own: OwnSide = {
      isOver: ours.isOver,
      finishedDays: ours.finishedDays,
      known: knownOf(ours, ours.boothsAllocated),
    };
    return {
      own: {
        fairId,
        nameVi: ours.fair.nameVi,
        nameEn: ours.fair.nameEn,
        firstDay: first?.day ?? null,
        lastDay: ours.days[ours.days.length - 1]?.day ?? null,
        days: ours.days.length,
        finishedDays: ours.finishedDays,
        boothsInPlan: ours.boothsInPlan,
        boothsAllocated: ours.boothsAllocated,
        isProvisional: ours.isProvisional,
        asOf: ours.asOf.toISOString(),
      },
      base: base.fair,
      lines: MEASURE_NAMES.map((measure) => lineOf(measure, own, base)),
      days: alignedDays(ours, base),
      ...(await this.parts(caller, ours, own, base)),
    };
  }

  private async parts(
    caller: Caller,
    ours: HouseFair,
    own: OwnSide,
    base: Base,
  ): Promise<Pick<ComparisonDto, 'parts' | 'isDeclaredInParts'>> {
    const revenue = await this.placeRevenue(caller, ours, ours.countedDays);
    const span = base.house && sameDays(ours, base.house);
    const theirs = base.house && (await this.placeRevenue(caller, base.house, span?.days ?? []));
    /* Measured against measured, where one of both may not be told with what was declared. */
    const isDeclaredIn = revenue.withDeclared !== null && theirs?.withDeclared !== null;
    const told = (of: PlaceRevenue) => (isDeclaredIn && of.withDeclared) || of.measured;
    const known: KnownParts =
      theirs && span
        ? houseParts({ ...theirs, places: told(theirs) }, span.firstDays)
        : pastParts(base.figures);
    const day = ours.days[0]?.day ?? dayOf(ours);
    const baseDay = base.fair.firstDay ?? base.fair.lastDay ?? day;
    const sides: OwnParts = {
      ...own,
      day,
      takingPart: revenue.takingPart,
      places: ours.finishedDays === 0 ? null : told(revenue),
    };
    const parts = comparedParts(sides, { ...base, ...known, day: baseDay });
    return {
      parts: parts.map((part) =>
        tellPart(part, { day, baseDay, figures: base.figures, places: told(revenue) }),
      ),
      isDeclaredInParts: isDeclaredIn,
    };
  }

  private async placeRevenue(caller: Caller, of: HouseFair, days: readonly string[]) {
    const fairId = of.fair.id;
    const viewer = await this.readViewer.run(fairId, callerRoles(caller, fairId));
    return readPlaceRevenue(this.source.manager, { fairId, days }, viewer);
  }

  private async pastBase(fairId: string, code: string, day: string): Promise<Base> {
    const [past] = await readPastFairs(this.source.manager, { fairId, day, code });
    if (!past) throw pastFairNotFound();
    const { nameVi, nameEn, firstDay, lastDay, noteVi, noteEn, figures, choices } = past;
    const chosen = choices.flatMap(({ kind, figureId }): [FigureKind, string][] =>
      figureId === null ? [] : [[kind, figureId]],
    );
    return {
      fair: { code, nameVi, nameEn, firstDay, lastDay, noteVi, noteEn, isOfThisHouse: false },
      statements: statementsOf(figures),
      chosen: new Map(chosen),
      figures,
      house: null,
    };
  }

  private async houseBase(caller: Caller, baseId: string): Promise<Base> {
    const mayRead = caller.grants.some(
      ({ fairId, role }) => fairId === baseId && (role === 'organizer' || role === 'official'),
    );
    if (!mayRead) throw pastFairNotFound();
    const base = await this.houseFair(baseId);
    const { nameVi, nameEn } = base.fair;
    return {
      fair: {
        code: baseId,
        nameVi,
        nameEn,
        firstDay: base.days[0]?.day ?? null,
        lastDay: base.days[base.days.length - 1]?.day ?? null,
        noteVi: '',
        noteEn: '',
        isOfThisHouse: true,
      },
      statements: statementsAbout(base, base.boothsAllocated),
      chosen: new Map(),
      figures: [],
      house: base,
    };
  }

  private async houseFair(fairId: string): Promise<HouseFair> {
    const asOf = this.clock.now();
    const fair = await this.source.getRepository(Fair).findOneByOrFail({ id: fairId });
    const listed = await this.listDays.run(fairId);
    const [booths] = await this.source.query<[{ inPlan: number; allocated: number }]>(
      `SELECT count(*) AS "inPlan", count(*) FILTER (WHERE EXISTS (SELECT 1 FROM allocation a
         WHERE a.fair_id = b.fair_id AND a.booth_id = b.id AND a.freed_at IS NULL
           AND a.state = 'confirmed')) AS allocated
         FROM booth b WHERE b.fair_id = $1`,
      [fairId],
    );
    const today = fairMoment(asOf, fair.timeZone, fair.dayCutMinutes).day;
    return {
      ...fairToDate(listed, today),
      fair,
      asOf,
      boothsInPlan: booths.inPlan,
      boothsAllocated: booths.allocated,
    };
  }
}

/* Of a fair of this house: the same first days as ours while it runs, else all of a fair that is over. */
function sameDays(
  ours: HouseFair,
  base: HouseFair,
): { firstDays: number; days: readonly string[] } | null {
  const { finishedDays } = ours;
  const isLonger = base.isOver
    ? base.finishedDays > finishedDays
    : base.finishedDays >= finishedDays;
  if (!ours.isOver && finishedDays > 0 && isLonger) {
    const days = base.days.slice(0, finishedDays).map(({ day }) => day);
    return { firstDays: finishedDays, days };
  }
  return base.isOver ? { firstDays: 0, days: base.countedDays } : null;
}

const dayOf = ({ asOf, fair }: HouseFair) =>
  fairMoment(asOf, fair.timeZone, fair.dayCutMinutes).day;

function lineOf(measure: Measure, own: OwnSide, base: Base): ComparisonLineDto {
  const line = compare(measure, own, base);
  return {
    measure,
    basis: line.basis,
    ownValue: line.own.value?.low ?? null,
    ownLacks: line.own.lack,
    base: line.base.value && told(line.base.value),
    baseLacks: line.base.lack,
    figures: base.figures.filter(({ id }) => line.statementIds.includes(id)),
    growth: line.growth,
    noGrowth: line.noGrowth,
  };
}

function alignedDays(ours: HouseFair, base: Base): AlignedDayDto[] {
  const last = Math.max(ours.days.length, ...base.statements.map(({ firstDays }) => firstDays));
  return Array.from({ length: last }, (_, at): AlignedDayDto => {
    const day = ours.days[at];
    const finished = day?.isFinished ? day : null;
    const number = at + 1;
    const revenue = readingToDate(base, 'revenue_vnd', number);
    const visits = readingToDate(base, 'visits', number);
    return {
      number,
      day: day?.day ?? null,
      revenueVnd: finished?.revenueVnd ?? null,
      visits: finished?.visits ?? null,
      revenueToDateVnd: finished?.revenueToDateVnd ?? null,
      visitsToDate: finished?.visitsToDate ?? null,
      baseRevenueToDate: revenue && told(revenue),
      baseVisitsToDate: visits && told(visits),
      revenueGrowth: finished && revenue && growthOf(finished.revenueToDateVnd, revenue),
      visitsGrowth: finished && visits && growthOf(finished.visitsToDate, visits),
    };
  });
}

const told = ({ low, high, bound, isConflict, isChosen, isPlanned }: Value): ComparedValueDto => ({
  low,
  high,
  bound,
  isConflict,
  isChosen,
  isPlanned,
});
