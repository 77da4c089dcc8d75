import { newId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { IsNull, type DataSource } from 'typeorm';
import { describeDraft } from './describe-draft.rules';
import { judgeRoster } from './judge-roster.rules';
import { readWorld } from './read-world';
import type { KeptRows, RosterDraft } from './roster-draft.entity';
import { RosterDraft as Draft } from './roster-draft.entity';
import type { RosterDraftDto } from './roster.dto';

type NewDraft = Pick<
  RosterDraft,
  'fairId' | 'name' | 'sha256' | 'copiedFrom' | 'broughtBy' | 'broughtAt'
> & { rows: KeptRows };

/** Keeps a list to be looked at, in place of one that the same person left untaken, and shows it. */
export function keepDraft(source: DataSource, wanted: NewDraft): Promise<RosterDraftDto> {
  const draft = { ...wanted, id: newId(), name: [...wanted.name.trim()].slice(0, 200).join('') };
  return inTransaction(source, async (em) => {
    const { fairId, broughtBy } = draft;
    await em.delete(Draft, { fairId, broughtBy, takenAt: IsNull() });
    await em.insert(Draft, draft);
    const world = await readWorld(em, fairId, draft.broughtAt);
    return describeDraft(draft, await judgeRoster(draft.rows.rows, world));
  });
}
