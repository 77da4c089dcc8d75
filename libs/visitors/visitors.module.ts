import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReadCapacity } from './capacity/read-capacity';
import { SetCapacity } from './capacity/set-capacity';
import { RecordGateCount } from './count/record-gate-count';
import { TellCount } from './count/tell-count';
import { OpenGates } from './gate/open-gates';
import { ReadGates } from './gate/read-gates';
import { visitorsEntities } from './visitors.entities';
import { ReadVisits } from './visits/read-visits';

const verbs = [
  OpenGates,
  ReadCapacity,
  ReadGates,
  ReadVisits,
  RecordGateCount,
  SetCapacity,
  TellCount,
];

/** Gates and what is counted at them. */
@Module({
  imports: [TypeOrmModule.forFeature(visitorsEntities)],
  providers: verbs,
  exports: verbs,
})
export class VisitorsModule {}
