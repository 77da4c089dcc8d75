import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import {
  CalibrationDto,
  CalibrationQuery,
  RecordHandCountDto,
  StrikeHandCountDto,
} from './calibration.dto';
import { ReadCalibration } from './read-calibration';
import { RecordHandCount } from './record-hand-count';
import { StrikeHandCount } from './strike-hand-count';

@Controller('fairs/:fairId')
export class CalibrationController {
  constructor(
    private readonly readCalibration: ReadCalibration,
    private readonly recordHandCount: RecordHandCount,
    private readonly strikeHandCount: StrikeHandCount,
  ) {}

  /** Visits as counted and as calibrated, with the hand counts that the factors stand on. */
  @Get('calibration')
  @Roles('organizer', 'official', 'gate', 'zone_staff')
  read(@Param('fairId') fairId: string, @Query() asked: CalibrationQuery): Promise<CalibrationDto> {
    return this.readCalibration.run(fairId, asked);
  }

  /** Writes a hand count; answers the calibration with it. The same again is the same. */
  @Post('hand-counts')
  @HttpCode(200)
  @Roles('organizer', 'gate', 'zone_staff')
  async record(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() wanted: RecordHandCountDto,
  ): Promise<CalibrationDto> {
    await this.recordHandCount.run(caller, fairId, wanted);
    return this.readCalibration.run(fairId);
  }

  /** Takes a hand count out of the calibration, with a reason; it stays on record. */
  @Post('hand-counts/:handCountId/strike')
  @HttpCode(200)
  @Roles('organizer')
  async strike(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('handCountId') handCountId: string,
    @Body() wanted: StrikeHandCountDto,
  ): Promise<CalibrationDto> {
    await this.strikeHandCount.run(caller, { fairId, handCountId }, wanted);
    return this.readCalibration.run(fairId);
  }
}
