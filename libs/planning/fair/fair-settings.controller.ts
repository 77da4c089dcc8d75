import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { ChangeFair } from './change-fair';
import { ChangeFairDto, FairDto, FairSettingsDto, MoveFairDto } from './fair.dto';
import { MoveFair } from './move-fair';
import { ReadFairSettings } from './read-fair-settings';

@Roles('organizer')
@Controller('fairs/:fairId')
export class FairSettingsController {
  constructor(
    private readonly readFairSettings: ReadFairSettings,
    private readonly changeFair: ChangeFair,
    private readonly moveFair: MoveFair,
  ) {}

  /** What of the fair can be changed now, and where it can be moved. */
  @Get('settings')
  read(@Param('fairId') fairId: string): Promise<FairSettingsDto> {
    return this.readFairSettings.run(fairId);
  }

  /** Changes names, venue, series and days, under the version that was looked at. */
  @Put('settings')
  change(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() body: ChangeFairDto,
  ): Promise<FairSettingsDto> {
    return this.changeFair.run(caller, fairId, body);
  }

  /** Publishes the fair, takes it back into a draft, ends it, or opens it again. */
  @Post('state')
  @HttpCode(200)
  move(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() body: MoveFairDto,
  ): Promise<FairDto> {
    return this.moveFair.run(caller, fairId, body);
  }
}
