import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Caller, CurrentCaller, Roles, SensorKey } from '@phien/identity';
import { GateCounterDto } from '../count/gate-count.dto';
import { AddSensor } from './add-sensor';
import { ListSensors } from './list-sensors';
import { RecordSensorCount } from './record-sensor-count';
import { RevokeSensor } from './revoke-sensor';
import { AddSensorDto, NewSensorDto, SensorCountDto, SensorDto } from './sensor.dto';

@Controller('fairs/:fairId')
export class SensorsController {
  constructor(
    private readonly listSensors: ListSensors,
    private readonly addSensor: AddSensor,
    private readonly revokeSensor: RevokeSensor,
    private readonly recordSensorCount: RecordSensorCount,
  ) {}

  /** The people counters at the gates, and when each was last heard from. */
  @Get('sensors')
  @Roles('organizer')
  list(@Param('fairId') fairId: string): Promise<SensorDto[]> {
    return this.listSensors.run(fairId);
  }

  /** A people counter for a gate; its key is answered this once. */
  @Post('gates/:gateId/sensors')
  @Roles('organizer')
  add(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('gateId') gateId: string,
    @Body() wanted: AddSensorDto,
  ): Promise<NewSensorDto> {
    return this.addSensor.run(caller, { fairId, gateId }, wanted);
  }

  /** Ends a sensor's key; what it counted stays. */
  @Delete('sensors/:sensorId')
  @HttpCode(204)
  @Roles('organizer')
  revoke(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('sensorId') sensorId: string,
  ): Promise<void> {
    return this.revokeSensor.run(caller, fairId, sensorId);
  }

  /** Stores what a sensor has counted so far; the signature alone lets it in. */
  @Post('sensors/:sensorId/counts')
  @HttpCode(200)
  @SensorKey()
  count(
    @Param('fairId') fairId: string,
    @Param('sensorId') sensorId: string,
    @Body() count: SensorCountDto,
  ): Promise<GateCounterDto> {
    return this.recordSensorCount.run({ fairId, sensorId }, count);
  }
}
