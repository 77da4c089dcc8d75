import { Module } from '@nestjs/common';
import { RunOutLoop } from './allocation/run-out-loop';
import { DaysToComeLoop } from './fair/days-to-come-loop';
import { PlanningModule } from './planning.module';

/**
 * What planning does without being asked: booths held for a while come free, and fairs with an open
 * end get their days.
 */
@Module({ imports: [PlanningModule], providers: [RunOutLoop, DaysToComeLoop] })
export class PlanningWorkerModule {}
