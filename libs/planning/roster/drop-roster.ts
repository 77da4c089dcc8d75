import { Injectable } from '@nestjs/common';
import type { Caller } from '@phien/identity';
import { isId } from '@phien/kernel';
import { DataSource, IsNull } from 'typeorm';
import { RosterDraft } from './roster-draft.entity';

/** Gives up a list that the caller brought, with the names and phones in it; twice is once. */
@Injectable()
export class DropRoster {
  constructor(private readonly source: DataSource) {}

  async run({ accountId }: Caller, fairId: string, draftId: string): Promise<void> {
    if (!isId(draftId)) return;
    const untaken = { fairId, id: draftId, broughtBy: accountId, takenAt: IsNull() };
    await this.source.manager.delete(RosterDraft, untaken);
  }
}
