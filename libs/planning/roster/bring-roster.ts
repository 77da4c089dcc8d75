import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Caller } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { keepDraft } from './keep-draft';
import { RosterDraftDto } from './roster.dto';
import type { RosterFile } from './read-roster';
import { RosterFiles } from './roster-files';

/**
 * Reads a list that an organizer brought and shows it as a preview; nothing of it is written. Refuses a
 * file that cannot be read within bounds (see `roster.refusals.ts`).
 */
@Injectable()
export class BringRoster {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly files: RosterFiles,
  ) {}

  async run({ accountId }: Caller, fairId: string, file: RosterFile): Promise<RosterDraftDto> {
    const { rows, unread } = await this.files.read(file);
    return keepDraft(this.source, {
      fairId,
      name: file.name,
      sha256: createHash('sha256').update(file.bytes).digest(),
      copiedFrom: null,
      rows: { rows, unread },
      broughtBy: accountId,
      broughtAt: this.clock.now(),
    });
  }
}
