import { isId } from '@phien/kernel';
import type { EntityManager } from 'typeorm';
import { readAcceptances } from '../allocation/read-acceptances';
import type { SuggestionDetailDto, SuggestionDto } from './suggestion.dto';
import type { KeptPlan, Suggestion } from './suggestion.entity';
import { suggestionNotFound } from './suggestion.refusals';
import { figuresOf, placesOf } from './suggestion.rules';

const MOST_LISTED = 50;

type Told = Omit<Suggestion, 'fairId' | 'instance' | 'claimants' | 'plan'> & {
  askedByName: string | null;
  /* Without its places, which are long. */
  plan: Omit<KeptPlan, 'plan'> | null;
};

/** The last suggestions of a fair, the newest first; or the one that is named. */
export async function readSuggestions(
  em: EntityManager,
  fairId: string,
  id?: string,
): Promise<SuggestionDto[]> {
  const rows = await em.query<Told[]>(
    `SELECT s.id, s.asked_at AS "askedAt", a.name AS "askedByName", s.state, s.choice,
            s.started_at AS "startedAt", s.ended_at AS "endedAt", s.stop_asked_at AS "stopAskedAt",
            s.instance_hash AS "instanceHash", s.engine, s.exhibitor_count AS "exhibitorCount",
            s.booth_count AS "boothCount", s.plan - 'plan' AS plan, s.conflict, s.offers
       FROM suggestion s LEFT JOIN account a ON a.id = s.asked_by
      WHERE s.fair_id = $1 AND ($2::uuid IS NULL OR s.id = $2)
      ORDER BY s.asked_at DESC, s.id DESC LIMIT ${MOST_LISTED}`,
    [fairId, id ?? null],
  );
  const acceptances = await readAcceptances(em, fairId);
  return rows.map((row) => ({
    id: row.id,
    askedAt: row.askedAt.toISOString(),
    askedByName: row.askedByName,
    state: row.state,
    choice: row.choice,
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    stopAskedAt: row.stopAskedAt?.toISOString() ?? null,
    instanceHash: row.instanceHash.toString('hex'),
    engine: row.engine,
    exhibitorCount: row.exhibitorCount,
    boothCount: row.boothCount,
    figures: row.plan && figuresOf(row.plan),
    conflict: row.conflict,
    offers: row.offers,
    acceptedAt: acceptances.get(row.id)?.at.toISOString() ?? null,
    acceptedStepId: acceptances.get(row.id)?.stepId ?? null,
  }));
}

/** One suggestion without its places. Refuses `suggestion_not_found`. */
export async function readSuggestion(
  em: EntityManager,
  fairId: string,
  id: string,
): Promise<SuggestionDto> {
  const [told] = isId(fairId) && isId(id) ? await readSuggestions(em, fairId, id) : [];
  if (!told) throw suggestionNotFound();
  return told;
}

/** One suggestion with its places, of the best plan so far. Refuses `suggestion_not_found`. */
export async function readSuggestionDetail(
  em: EntityManager,
  fairId: string,
  id: string,
): Promise<SuggestionDetailDto> {
  const told = await readSuggestion(em, fairId, id);
  const [kept] = await em.query<
    [Pick<Suggestion, 'claimants'> & { places: KeptPlan['plan'] | null }]
  >(`SELECT claimants, plan->'plan' AS places FROM suggestion WHERE fair_id = $1 AND id = $2`, [
    fairId,
    id,
  ]);
  return { ...told, places: placesOf(kept.claimants, kept.places) };
}
