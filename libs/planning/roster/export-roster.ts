import { Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { recordAudit, type Caller } from '@phien/identity';
import { DataSource } from 'typeorm';
import { Fair } from '../fair/fair.entity';
import type { Download } from '../form/send-download';
import { readWorld } from './read-world';
import { contentOf } from './roster-content.rules';
import { RosterFiles } from './roster-files';
import { RosterWantedDto } from './roster.dto';
import { writeRosterLines } from './write-roster-lines';

const PART_OF = { 'exhibitors.csv': 'exhibitors', 'products.csv': 'products' } as const;

/**
 * The exhibitors of a fair and what they sell as a file, which reads again as it was written. It holds
 * names and phones of people, so the audit log says who took it.
 */
@Injectable()
export class ExportRoster {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly files: RosterFiles,
  ) {}

  async run(
    { accountId }: Caller,
    fairId: string,
    { file, language }: RosterWantedDto,
  ): Promise<Download> {
    const { manager } = this.source;
    const { code } = await manager.findOneByOrFail(Fair, { id: fairId });
    const content = contentOf(await readWorld(manager, fairId, this.clock.now()), language);
    const bytes =
      file === 'xlsx'
        ? await this.files.write({ content, language })
        : writeRosterLines(PART_OF[file], content, language);
    await recordAudit(manager, {
      fairId,
      accountId,
      action: 'roster_exported',
      subjectId: fairId,
      detail: { file, exhibitors: content.exhibitors.length, products: content.products.length },
    });
    return { bytes, name: `phien-${code}-${file === 'xlsx' ? 'exhibitors.xlsx' : file}` };
  }
}
