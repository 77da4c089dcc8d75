import { ENGINE_VERSION } from '@phien/allocator';
import { inTransaction } from '@phien/store';
import { In, IsNull, type DataSource, type EntityManager } from 'typeorm';
import type { WhichSuggestion } from './suggestion-queue';
import { Suggestion } from './suggestion.entity';

/* A worker says several times a second that it lives. */
const SILENT = `30 seconds`;
const MOST_TAKES = 5;

/* What a sealed fair says changes no more, and whoever reads its archive asked for nothing. */
const IS_DUE = `(state = 'waiting' OR state IN ('searching', 'explaining')
  AND (heard_at IS NULL OR heard_at < clock_timestamp() - interval '${SILENT}'))
  AND NOT EXISTS (SELECT 1 FROM fair WHERE fair.id = fair_id AND fair.state = 'sealed')`;

/** Suggestions that wait for a worker, or whose worker fell silent. */
export function findDueSuggestions(em: EntityManager): Promise<WhichSuggestion[]> {
  return em.query<WhichSuggestion[]>(
    `SELECT fair_id AS "fairId", id AS "suggestionId" FROM suggestion
      WHERE state IN ('waiting', 'searching', 'explaining') AND ${IS_DUE} ORDER BY asked_at`,
  );
}

type Kept = Partial<
  Pick<
    Suggestion,
    'state' | 'startedAt' | 'endedAt' | 'plan' | 'conflict' | 'reasons' | 'envies' | 'offers'
  >
>;

/**
 * A suggestion in the hands of the one worker that took it up last: whoever took it up before, and
 * was only thought dead, writes nothing any more.
 */
export class TakenSuggestion {
  private constructor(
    private readonly source: DataSource,
    readonly row: Readonly<Suggestion>,
  ) {}

  /** Null when another has it, or it has ended. One that brought down its worker time and again has failed. */
  static async take(
    source: DataSource,
    { fairId, suggestionId }: WhichSuggestion,
    at: Date,
  ): Promise<TakenSuggestion | null> {
    const row = await inTransaction(source, async (em) => {
      const [due] = await em.query<{ takes: number; state: string; hasPlan: boolean }[]>(
        `SELECT takes, state, plan IS NOT NULL AS "hasPlan" FROM suggestion
          WHERE fair_id = $1 AND id = $2 AND ${IS_DUE} FOR UPDATE SKIP LOCKED`,
        [fairId, suggestionId],
      );
      if (!due) return null;
      const isSearched = due.state === 'explaining';
      const mayTry = due.takes < MOST_TAKES;
      await em
        .createQueryBuilder()
        .update(Suggestion)
        .set({
          takes: due.takes + 1,
          heardAt: () => 'clock_timestamp()',
          ...(!mayTry && isSearched && { state: 'found' }),
          ...(!mayTry && !isSearched && { state: 'failed', endedAt: at, plan: null }),
          ...(mayTry &&
            !isSearched && { state: 'searching', startedAt: at, engine: ENGINE_VERSION }),
        })
        .where({ fairId, id: suggestionId })
        .execute();
      return mayTry ? em.findOneByOrFail(Suggestion, { fairId, id: suggestionId }) : null;
    });
    return row && new TakenSuggestion(source, row);
  }

  /** Writes while it is still in these hands; answers whether it is, and whether it shall end. */
  async keep(kept: Kept): Promise<{ isOurs: boolean; isToEnd: boolean }> {
    const { fairId, id, takes } = this.row;
    const written = await this.source
      .createQueryBuilder()
      .update(Suggestion)
      .set({ ...kept, heardAt: () => 'clock_timestamp()' })
      .where({ fairId, id, takes })
      .returning('stop_asked_at')
      .execute();
    const [row] = written.raw as { stop_asked_at: Date | null }[];
    return { isOurs: row !== undefined, isToEnd: (row?.stop_asked_at ?? null) !== null };
  }

  /**
   * Gives it back to whoever looks next: a search from its start, reasons from theirs. One that somebody
   * wants to end keeps what it has, with which the next one ends it.
   */
  async release(): Promise<void> {
    const { fairId, id, takes } = this.row;
    const { manager } = this.source;
    await manager.update(
      Suggestion,
      { fairId, id, takes, state: 'searching', stopAskedAt: IsNull() },
      { state: 'waiting', startedAt: null, heardAt: null, plan: null },
    );
    await manager.update(
      Suggestion,
      { fairId, id, takes, state: In(['searching', 'explaining']) },
      { heardAt: null },
    );
  }
}
