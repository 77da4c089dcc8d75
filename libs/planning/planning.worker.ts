import { Module } from '@nestjs/common';
import { DaysToComeLoop } from './fair/days-to-come-loop';
import { PlanningModule } from './planning.module';

/** What planning does without being asked: fairs with an open end get their days. */
@Module({ imports: [PlanningModule], providers: [DaysToComeLoop] })
export class PlanningWorkerModule {}
