import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { CapacityDto, SetCapacityDto } from './capacity.dto';
import { ReadCapacity } from './read-capacity';
import { SetCapacity } from './set-capacity';

@Controller('fairs/:fairId/capacity')
export class CapacityController {
  constructor(
    private readonly readCapacity: ReadCapacity,
    private readonly setCapacity: SetCapacity,
  ) {}

  @Get()
  @Roles('organizer', 'official', 'gate')
  read(@Param('fairId') fairId: string): Promise<CapacityDto> {
    return this.readCapacity.run(fairId);
  }

  /** Every gate warns from 90 % of it on. */
  @Put()
  @Roles('organizer')
  set(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() wanted: SetCapacityDto,
  ): Promise<CapacityDto> {
    return this.setCapacity.run(caller, fairId, wanted);
  }
}
