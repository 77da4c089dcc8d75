import { Injectable } from '@nestjs/common';
import { Clock, fairMoment } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { Fair } from '../fair/fair.entity';
import type { Download } from '../form/send-download';
import { readSums } from './read-sums';
import type { SumsFileDto } from './sums.dto';
import { sumsTable } from './sums-table.rules';
import { writeSumsLines, writeSumsWorkbook } from './write-sums';

/** Planned, allocated and unassigned by delegation as a workbook or plain lines. */
@Injectable()
export class ExportSums {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(fairId: string, { file, language }: SumsFileDto): Promise<Download> {
    const { manager } = this.source;
    const now = this.clock.now();
    const { code, timeZone } = await manager.findOneByOrFail(Fair, { id: fairId });
    const sums = await readSums(manager, fairId, now);
    const { day, minute } = fairMoment(now, timeZone, 0);
    const clock = [Math.floor(minute / 60), minute % 60].map((part) => `${part}`.padStart(2, '0'));
    const table = sumsTable(
      sums,
      `${day.split('-').reverse().join('/')} ${clock.join(':')}`,
      language,
    );
    const bytes =
      file === 'xlsx' ? await writeSumsWorkbook(table, language) : writeSumsLines(table, language);
    return { bytes, name: `phien-${code}-delegations.${file}` };
  }
}
