import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RecordGateCount } from './count/record-gate-count';
import { OpenGates } from './gate/open-gates';
import { ReadGates } from './gate/read-gates';
import { visitorsEntities } from './visitors.entities';
import { ReadVisits } from './visits/read-visits';

/** Gates and what is counted at them. */
@Module({
  imports: [TypeOrmModule.forFeature(visitorsEntities)],
  providers: [OpenGates, ReadGates, RecordGateCount, ReadVisits],
  exports: [OpenGates, ReadGates, RecordGateCount, ReadVisits],
})
export class VisitorsModule {}
