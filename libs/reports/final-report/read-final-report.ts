import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { ListDays } from '../closing/list-days';
import { ReadComparison } from '../history/read-comparison';
import { readFairOfPaper } from '../statement/read-exhibitor-facts';
import { finalFields, type FinalField } from './final-field.rules';
import type { FinalReportDto } from './final-report.dto';
import {
  type FinalDay,
  type FinalReportContent,
  frozenComparison,
  type FrameUsed,
} from './final-report.rules';
import { readFinalDays, readFinalFacts } from './read-final-facts';
import { type BroughtFrame, readFrames, readWrittenFields } from './read-final-fields';

/** The report on a fair: as it stands for whoever writes it, and as it is frozen when it is asked for. */
@Injectable()
export class ReadFinalReport {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    private readonly listDays: ListDays,
    private readonly readComparison: ReadComparison,
  ) {}

  async run(fairId: string): Promise<FinalReportDto> {
    const { asOf, isProvisional, fields, frames } = await this.standing(fairId);
    return {
      asOf,
      isProvisional,
      fields,
      frames: frames.map(({ sha256: _, ...frame }) => frame),
    };
  }

  /** What the report says, compared with `base` unless it is null. Refuses `past_fair_not_found`. */
  async freeze(caller: Caller, fairId: string, base: string | null): Promise<FinalReportContent> {
    const { frames, fields, ...standing } = await this.standing(fairId);
    const of = await readFairOfPaper(this.source.manager, fairId, this.clock.now());
    const comparison =
      base === null ? null : frozenComparison(await this.readComparison.run(caller, fairId, base));
    return {
      ...standing,
      fair: of.fair,
      fields: fields.filter(({ state }) => state !== 'left_out'),
      comparison,
      frames: { vi: frameOf(frames, 'vi'), en: frameOf(frames, 'en') },
    };
  }

  private async standing(fairId: string): Promise<{
    asOf: string;
    isProvisional: boolean;
    days: FinalDay[];
    fields: FinalField[];
    frames: BroughtFrame[];
  }> {
    const asOf = this.clock.now().toISOString();
    const listed = await this.listDays.run(fairId);
    const em = this.source.manager;
    const days = await readFinalDays(em, fairId, listed);
    const facts = await readFinalFacts(em, fairId, days);
    const isSettled = ({ state, figures }: (typeof listed)[number]) =>
      state === 'complete' || (state === 'open' && figures === null);
    return {
      asOf,
      isProvisional: !listed.every(isSettled),
      days,
      fields: finalFields(facts, await readWrittenFields(em, fairId)),
      frames: await readFrames(em, fairId),
    };
  }
}

function frameOf(frames: readonly BroughtFrame[], language: 'vi' | 'en'): FrameUsed | null {
  const frame = frames.find((each) => each.language === language);
  return frame?.sha256 ? { revision: frame.revision, sha256: frame.sha256 } : null;
}
