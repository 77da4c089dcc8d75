import type { EntityManager } from 'typeorm';
import { Not } from 'typeorm';
import { countryName, findPlace, lifeOn, type PlaceSet } from '@phien/places';
import { FairDay } from '../fair/fair-day.entity';
import { ApplicationSummaryDto } from './application.dto';
import { wholeWishes, type ApplicationContent } from './application-content.rules';
import { Application } from './application.entity';

/** The applications that were sent, the newest number first; one by its id, or all with null. */
export async function readApplications(
  em: EntityManager,
  fairId: string,
  id: string | null,
): Promise<{ application: Application; summary: ApplicationSummaryDto }[]> {
  const [first] = await em.find(FairDay, { where: { fairId }, order: { day: 'ASC' }, take: 1 });
  const applications = await em.find(Application, {
    where: { fairId, state: Not('draft'), ...(id !== null && { id }) },
    order: { number: 'DESC' },
  });
  const files = await em.query<{ id: string; count: number }[]>(
    `SELECT application_id AS id, count(*)::int AS count FROM application_file
      WHERE fair_id = $1 AND ($2::uuid IS NULL OR application_id = $2) GROUP BY application_id`,
    [fairId, id],
  );
  const countOf = new Map(files.map((each) => [each.id, each.count]));
  const line = await waitingLine(em, fairId);
  return applications.flatMap((application) => {
    const { sent, number, sentAt, state } = application;
    if (sent === null || number === null || sentAt === null) return [];
    const { size, units } = wholeWishes(sent.wishes);
    const place = line.indexOf(application.id);
    const summary: ApplicationSummaryDto = {
      id: application.id,
      number,
      state,
      name: sent.name ?? '',
      kind: sent.kind ?? 'household',
      ...placeNames(sent, first?.day ?? null),
      classCodes: [
        ...new Set(
          (sent.products ?? []).flatMap(({ classCode }) => (classCode ? [classCode] : [])),
        ),
      ],
      size,
      units,
      fileCount: countOf.get(application.id) ?? 0,
      placeInLine: place < 0 ? null : place + 1,
      sentAt: sentAt.toISOString(),
    };
    return [{ application, summary }];
  });
}

/** Ids of who waits, the next first. */
export async function waitingLine(em: EntityManager, fairId: string): Promise<string[]> {
  const waiting = await em.find(Application, {
    select: { id: true },
    where: { fairId, state: 'waiting' },
    order: { waitingOrder: 'ASC' },
  });
  return waiting.map(({ id }) => id);
}

function placeNames(
  { countryCode = 'VN', placeSet, placeCode }: ApplicationContent,
  day: string | null,
): { placeNameVi: string; placeNameEn: string } {
  const place = placeSet && placeCode ? findPlace(placeSet satisfies PlaceSet, placeCode) : null;
  if (place === null) {
    return {
      placeNameVi: countryName(countryCode, 'vi'),
      placeNameEn: countryName(countryCode, 'en'),
    };
  }
  const life = day === null ? place.lives[0] : lifeOn(place, day);
  return { placeNameVi: life.fullNameVi, placeNameEn: life.fullNameEn };
}
