import {
  countryName,
  findPlace,
  lifeOn,
  placeKeyOf,
  successorsOn,
  type PlaceSet,
} from '@phien/places';
import type { EntityManager } from 'typeorm';
import { FIGURE_KINDS, readingOf, type Statement } from './comparison.rules';
import type {
  FigurePlaceDto,
  PastFairDto,
  PastFigureChoiceDto,
  PastFigureDto,
  PastSourceDto,
} from './past-fair.dto';

type FigureRow = Omit<PastFigureDto, 'place' | 'source' | 'mayRetract'> & {
  pastFairCode: string;
  placeSet: PlaceSet | null;
  placeCode: string | null;
  countryCode: string | null;
  sourceId: string;
  addedIn: string | null;
};

type FairRow = Omit<PastFairDto, 'conflicts' | 'choices' | 'figures' | 'sources'>;

/** Statements about the whole of a fair and about its first days; parts and what was retracted are not. */
export const statementsOf = (figures: readonly PastFigureDto[]): Statement[] =>
  figures.filter(({ part, retractedReason }) => part === 'whole' && retractedReason === null);

/**
 * Past fairs, the latest first and those of unknown days last, with all that was published and what our fair decided about it; one
 * of them by its code. `day` ('YYYY-MM-DD'): of our fair, for places are told in its units too.
 */
export async function readPastFairs(
  em: EntityManager,
  { fairId, day, code }: { fairId: string; day: string; code?: string },
): Promise<PastFairDto[]> {
  const wanted = [code ?? null];
  const fairs = await em.query<FairRow[]>(
    `SELECT code, name_vi AS "nameVi", name_en AS "nameEn", scope, first_day AS "firstDay",
            last_day AS "lastDay", venue, note_vi AS "noteVi", note_en AS "noteEn"
       FROM past_fair WHERE $1::text IS NULL OR code = $1
      ORDER BY coalesce(last_day, first_day) DESC NULLS LAST, code DESC`,
    wanted,
  );
  const sources = await em.query<(PastSourceDto & { id: string; pastFairCode: string })[]>(
    `SELECT id, past_fair_code AS "pastFairCode", publisher, title, address,
            published_on AS "publishedOn"
       FROM past_source WHERE $1::text IS NULL OR past_fair_code = $1
      ORDER BY published_on NULLS LAST, publisher, id`,
    wanted,
  );
  const figures = await em.query<FigureRow[]>(
    `SELECT f.id, f.past_fair_code AS "pastFairCode", f.kind, f.part, f.part_vi AS "partVi",
            f.part_en AS "partEn", f.place_set AS "placeSet", f.place_code AS "placeCode",
            f.country_code AS "countryCode", f.first_days AS "firstDays", f.value, f.exactness,
            f.is_planned AS "isPlanned", f.note_vi AS "noteVi", f.note_en AS "noteEn",
            f.source_id AS "sourceId", f.added_as AS "addedAs", f.added_in AS "addedIn",
            a.name AS "addedByName", f.added_at AS "addedAt", x.reason AS "retractedReason"
       FROM past_figure f
       LEFT JOIN account a ON a.id = f.added_by
       LEFT JOIN past_figure_retracted x ON x.figure_id = f.id
      WHERE $1::text IS NULL OR f.past_fair_code = $1
      ORDER BY array_position($2::text[], f.kind), f.part <> 'whole', f.first_days, f.value DESC, f.id`,
    [...wanted, [...FIGURE_KINDS]],
  );
  const choices = await em.query<(PastFigureChoiceDto & { pastFairCode: string })[]>(
    `SELECT DISTINCT ON (c.past_fair_code, c.kind) c.past_fair_code AS "pastFairCode", c.kind,
            c.figure_id AS "figureId", c.reason, a.name AS "chosenByName", c.chosen_at AS "chosenAt"
       FROM past_figure_choice c JOIN account a ON a.id = c.chosen_by
      WHERE c.fair_id = $1
      ORDER BY c.past_fair_code, c.kind, c.revision DESC`,
    [fairId],
  );
  const sourceById = new Map(sources.map(({ id, pastFairCode: _, ...source }) => [id, source]));
  const told = ({ pastFairCode: _, ...row }: FigureRow): PastFigureDto[] => {
    const { placeSet, placeCode, countryCode, sourceId, addedIn, ...figure } = row;
    const source = sourceById.get(sourceId);
    if (!source) return [];
    return [
      {
        ...figure,
        source,
        place: placeOf({ placeSet, placeCode, countryCode }, day),
        mayRetract: addedIn === fairId && figure.retractedReason === null,
      },
    ];
  };
  return fairs.map((fair) => {
    const of = <Row extends { pastFairCode: string }>(rows: readonly Row[]) =>
      rows.filter(({ pastFairCode }) => pastFairCode === fair.code);
    const own = of(figures).flatMap(told);
    return {
      ...fair,
      conflicts: FIGURE_KINDS.filter(
        (kind) => readingOf(statementsOf(own), kind, null)?.isConflict ?? false,
      ),
      choices: of(choices).map(({ pastFairCode: _, ...choice }) => choice),
      figures: own,
      sources: of(sources).map(({ publisher, title, address, publishedOn }) => ({
        publisher,
        title,
        address,
        publishedOn,
      })),
    };
  });
}

function placeOf(
  { placeSet, placeCode, countryCode }: Pick<FigureRow, 'placeSet' | 'placeCode' | 'countryCode'>,
  day: string,
): FigurePlaceDto | null {
  if (countryCode !== null) {
    const [nameVi, nameEn] = [countryName(countryCode, 'vi'), countryName(countryCode, 'en')];
    return { key: countryCode, nameVi, nameEn, successors: [] };
  }
  const place = placeSet && placeCode ? findPlace(placeSet, placeCode) : null;
  if (place === null) return null;
  const last = place.lives[place.lives.length - 1] ?? place.lives[0];
  return {
    key: placeKeyOf(place),
    nameVi: last.nameVi,
    nameEn: last.nameEn,
    successors: successorsOn(place, day)
      .filter((heir) => heir !== place)
      .map((heir) => {
        const { fullNameVi: nameVi, fullNameEn: nameEn } = lifeOn(heir, day);
        return { set: heir.set, code: heir.code, nameVi, nameEn };
      }),
  };
}
