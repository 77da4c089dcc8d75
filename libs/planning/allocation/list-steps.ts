import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { DataSource } from 'typeorm';
import type { StepsDto, StepsWantedDto } from './allocation.dto';
import { readSteps } from './read-steps';

const A_PAGE = 50;

/** Who did what to the plan and when, newest first, a page at a time. */
@Injectable()
export class ListSteps {
  constructor(private readonly source: DataSource) {}

  async run(caller: Caller, fairId: string, wanted: StepsWantedDto): Promise<StepsDto> {
    const limit = wanted.limit ?? A_PAGE;
    const found = await readSteps(this.source.manager, caller, {
      fairId,
      about: [wanted.boothId, wanted.exhibitorId].filter((id) => id !== undefined),
      before: wanted.before,
      limit: limit + 1,
    });
    const steps = found.slice(0, limit);
    return { steps, next: found.length > limit ? (steps[limit - 1]?.stepId ?? null) : null };
  }
}
