import { Module } from '@nestjs/common';
import { CalibrationController } from './calibration/calibration.controller';
import { CapacityController } from './capacity/capacity.controller';
import { CountsController } from './count/counts.controller';
import { GatesController } from './gate/gates.controller';
import { SensorsController } from './sensor/sensors.controller';
import { VisitorsModule } from './visitors.module';
import { VisitsController } from './visits/visits.controller';

@Module({
  imports: [VisitorsModule],
  controllers: [
    CalibrationController,
    CapacityController,
    CountsController,
    GatesController,
    SensorsController,
    VisitsController,
  ],
})
export class VisitorsHttpModule {}
