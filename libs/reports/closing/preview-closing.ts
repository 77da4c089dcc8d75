import { Injectable } from '@nestjs/common';
import { isFairDay } from '@phien/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import type { ClosingPreviewDto } from './closing.dto';
import { Closing } from './closing.entity';
import { fairDayNotFound } from './closing.refusals';
import { calibrationOfClosing, coverageOfClosing } from './describe-closing';
import { figuresOf, isComplete } from './figures.rules';
import {
  readCalibration,
  readDayFacts,
  readDeclaredOfDay,
  readDocumentsOfDay,
  readGates,
} from './read-day-facts';
import { isListedDay } from './read-days';

/**
 * What closing the day at this moment would freeze, and what would be missing; freezes nothing.
 * Refuses `fair_day_not_found`.
 */
@Injectable()
export class PreviewClosing {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string, day: string): Promise<ClosingPreviewDto> {
    if (!isFairDay(day) || !(await isListedDay(this.source.manager, { fairId, day }))) {
      throw fairDayNotFound();
    }
    /* One snapshot: documents go on coming, and every part must still sum to the total. */
    return this.source.transaction('REPEATABLE READ', (em) => preview(em, fairId, day));
  }
}

async function preview(em: EntityManager, fairId: string, day: string): Promise<ClosingPreviewDto> {
  const latest = await em
    .getRepository(Closing)
    .findOne({ where: { fairId, day }, order: { revision: 'DESC' } });
  const documents = await readDocumentsOfDay(em, { fairId, day });
  const declared = await readDeclaredOfDay(em, { fairId, day });
  const figures = figuresOf({
    ...(await readDayFacts(em, { fairId, day })),
    gates: await readGates(em, { fairId, day }),
    calibration: await readCalibration(em, { fairId, day }),
    closedByName: null,
    since: null,
  });
  const { entries, exits } = figures.visits;
  const before = latest?.figures.visits ?? { entries: 0, exits: 0 };
  const isVisitsNew = before.entries !== entries || before.exits !== exits;
  return {
    day,
    revision: (latest?.revision ?? 0) + 1,
    isNew: latest === null || documents.waitingCount + declared.waitingCount > 0 || isVisitsNew,
    isComplete: isComplete(figures),
    documentCount: documents.count,
    newDocumentCount: documents.waitingCount,
    newDeclaredCount: declared.waitingCount,
    totalVnd: documents.totalVnd + declared.vnd,
    declaredVnd: declared.vnd,
    salesCount: figures.totals.salesCount,
    entries,
    newEntries: entries - before.entries,
    calibration: calibrationOfClosing(figures),
    ...coverageOfClosing(figures),
  };
}
