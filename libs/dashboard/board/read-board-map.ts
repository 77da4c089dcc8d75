import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import {
  findPlace,
  islandsOf,
  placeKeyOf,
  lifeOn,
  provinceSetOn,
  provincesOn,
  quangNinhUnitsOn,
  tileOf,
  type Place,
} from '@phien/places';
import { OWN_PROVINCE } from '@phien/planning';
import { DataSource } from 'typeorm';
import type { BoardDayDto, BoardMapDto, BoardMapProvinceDto, BoardMapUnitDto } from './board.dto';
import { readBoardFair } from './board-fair';
import { readQuestion } from './board-question.rules';

/** The day whose places a fair speaks of: its first. One without days speaks of the day it is asked. */
export const firstDayOf = (fair: { days: BoardDayDto[]; moment: { day: string } }): string =>
  fair.days[0]?.day ?? fair.moment.day;

/** The key of the own province in the set of a day. */
export const ownProvinceOn = (day: string): string => `${provinceSetOn(day)}:${OWN_PROVINCE}`;

/** Every province and every unit of ours on the fair's first day. Refuses `fair_not_found`. */
@Injectable()
export class ReadBoardMap {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(fairId: string): Promise<BoardMapDto> {
    const fair = await readBoardFair(
      this.source.manager,
      fairId,
      readQuestion({}),
      this.clock.now(),
    );
    const day = firstDayOf(fair);
    const ownKey = ownProvinceOn(day);
    const counts = await this.exhibitorCounts(fairId, ownKey);
    const counted = <Told extends { key: string }>(told: Told) => ({
      ...told,
      exhibitorCount: counts.get(told.key) ?? 0,
    });
    return {
      provinces: provincesOn(day).map((place) => counted(provinceOf(place, day, ownKey))),
      units: quangNinhUnitsOn(day).map((place) => counted(unitOf(place, day))),
    };
  }

  /* By place, and all of our own under our province. */
  private async exhibitorCounts(fairId: string, ownKey: string): Promise<Map<string, number>> {
    const rows = await this.source.query<{ origin: string; key: string; count: number }[]>(
      `SELECT origin, coalesce(place_set || ':' || place_code, country_code) AS key,
              count(*)::int AS count
         FROM exhibitor WHERE fair_id = $1 GROUP BY 1, 2`,
      [fairId],
    );
    const ours = rows.filter(({ origin }) => origin === 'inProvince');
    return new Map([
      ...rows.map(({ key, count }) => [key, count] as const),
      [ownKey, ours.reduce((sum, { count }) => sum + count, 0)] as const,
    ]);
  }
}

function provinceOf(
  place: Place,
  day: string,
  ownKey: string,
): Omit<BoardMapProvinceDto, 'exhibitorCount'> {
  const { nameVi, nameEn, fullNameVi, fullNameEn } = lifeOn(place, day);
  const { column, row } = tileOf(place) ?? { column: null, row: null };
  const key = placeKeyOf(place);
  return {
    key,
    nameVi,
    nameEn,
    fullNameVi,
    fullNameEn,
    isOwn: key === ownKey,
    column,
    row,
    islands: islandsOf(place),
  };
}

function unitOf(place: Place, day: string): Omit<BoardMapUnitDto, 'exhibitorCount'> {
  const { fullNameVi, fullNameEn } = lifeOn(place, day);
  const [code] = place.formerDistricts;
  const district = code === undefined ? null : findPlace('qn-districts', code);
  const former = district && lifeOn(district, day);
  return {
    key: placeKeyOf(place),
    nameVi: fullNameVi,
    nameEn: fullNameEn,
    formerVi: former?.fullNameVi ?? null,
    formerEn: former?.fullNameEn ?? null,
  };
}
