import { Injectable } from '@nestjs/common';
import { ReadVisits } from '../visits/read-visits';
import type { CountAnswerDto, GateCountDto } from './gate-count.dto';
import { RecordGateCount, type WhoCounts } from './record-gate-count';

/** Takes a gate's count, then tells the gate how the fair stands. Refuses as `RecordGateCount`. */
@Injectable()
export class TellCount {
  constructor(
    private readonly recordGateCount: RecordGateCount,
    private readonly readVisits: ReadVisits,
  ) {}

  async run(who: WhoCounts, count: GateCountDto): Promise<CountAnswerDto> {
    const counter = await this.recordGateCount.run(who, count);
    return { ...counter, visits: await this.readVisits.run(who.fairId) };
  }
}
