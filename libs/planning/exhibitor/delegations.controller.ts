import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { AddDelegation } from './add-delegation';
import {
  AddDelegationDto,
  DelegationDto,
  PlaceChoicesDto,
  PlaceChoicesQuery,
} from './exhibitor.dto';
import { ListDelegations } from './list-delegations';
import { ListPlaceChoices } from './list-place-choices';

@Controller('fairs/:fairId')
export class DelegationsController {
  constructor(
    private readonly listDelegations: ListDelegations,
    private readonly addDelegation: AddDelegation,
    private readonly listPlaceChoices: ListPlaceChoices,
  ) {}

  /** The delegations by name. */
  @Get('delegations')
  @Roles('organizer', 'official')
  list(@Param('fairId') fairId: string): Promise<DelegationDto[]> {
    return this.listDelegations.run(fairId);
  }

  /** Adds a delegation. */
  @Post('delegations')
  @Roles('organizer')
  add(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() body: AddDelegationDto,
  ): Promise<DelegationDto> {
    return this.addDelegation.run(caller, fairId, body);
  }

  /** Communes, provinces and countries somebody can come from, as of a day or the fair's first. */
  @Get('place-choices')
  @Roles('organizer')
  places(
    @Param('fairId') fairId: string,
    @Query() { day }: PlaceChoicesQuery,
  ): Promise<PlaceChoicesDto> {
    return this.listPlaceChoices.run(fairId, day);
  }
}
