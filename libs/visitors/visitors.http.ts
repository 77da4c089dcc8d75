import { Module } from '@nestjs/common';
import { CapacityController } from './capacity/capacity.controller';
import { CountsController } from './count/counts.controller';
import { GatesController } from './gate/gates.controller';
import { VisitorsModule } from './visitors.module';
import { VisitsController } from './visits/visits.controller';

@Module({
  imports: [VisitorsModule],
  controllers: [CapacityController, GatesController, CountsController, VisitsController],
})
export class VisitorsHttpModule {}
