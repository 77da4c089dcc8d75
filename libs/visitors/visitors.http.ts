import { Module } from '@nestjs/common';
import { CountsController } from './count/counts.controller';
import { GatesController } from './gate/gates.controller';
import { VisitorsModule } from './visitors.module';
import { VisitsController } from './visits/visits.controller';

@Module({
  imports: [VisitorsModule],
  controllers: [GatesController, CountsController, VisitsController],
})
export class VisitorsHttpModule {}
