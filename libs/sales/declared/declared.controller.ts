import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { DeclareForBooth } from './declare-for-booth';
import {
  BoothsToDeclareDto,
  DeclaredDayQuery,
  DeclaredSaleDto,
  DeclareForBoothDto,
} from './declared.dto';
import { ListBoothsToDeclare } from './list-booths-to-declare';

@Roles('organizer', 'zone_staff', 'delegation_lead')
@Controller('fairs/:fairId/declared')
export class DeclaredController {
  constructor(
    private readonly listBooths: ListBoothsToDeclare,
    private readonly declareForBooth: DeclareForBooth,
  ) {}

  /** The booths that the caller looks after, the silent ones first; today's unless a day is asked for. */
  @Get()
  list(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Query() { day }: DeclaredDayQuery,
  ): Promise<BoothsToDeclareDto> {
    return this.listBooths.run(caller, fairId, day);
  }

  /** Declares for a booth that the caller looks after; an unusual amount is asked twice. */
  @Post()
  @HttpCode(200)
  declare(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() said: DeclareForBoothDto,
  ): Promise<DeclaredSaleDto> {
    return this.declareForBooth.run(caller, fairId, said);
  }
}
