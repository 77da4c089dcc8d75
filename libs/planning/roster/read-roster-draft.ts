import { Injectable } from '@nestjs/common';
import type { Caller } from '@phien/identity';
import { Clock, isId } from '@phien/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { describeDraft } from './describe-draft.rules';
import { judgeRoster } from './judge-roster.rules';
import { readWorld } from './read-world';
import { RosterDraft } from './roster-draft.entity';
import { RosterDraftDto } from './roster.dto';
import { rosterDraftNotFound } from './roster.refusals';

/** A list that the caller brought and has not taken, judged anew. Refuses `roster_draft_not_found`. */
@Injectable()
export class ReadRosterDraft {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(caller: Caller, fairId: string, draftId: string): Promise<RosterDraftDto> {
    const { manager } = this.source;
    const draft = await findDraft(manager, caller, { fairId, id: draftId });
    if (draft.rows === null) throw rosterDraftNotFound();
    const world = await readWorld(manager, fairId, this.clock.now());
    return describeDraft(draft, await judgeRoster(draft.rows.rows, world));
  }
}

/** Whoever brought a list takes it: of anybody else it is as if it did not exist. */
export async function findDraft(
  em: EntityManager,
  { accountId }: Caller,
  { fairId, id }: { fairId: string; id: string },
): Promise<RosterDraft> {
  const draft = isId(id)
    ? await em.findOneBy(RosterDraft, { fairId, id, broughtBy: accountId })
    : null;
  if (draft === null) throw rosterDraftNotFound();
  return draft;
}
