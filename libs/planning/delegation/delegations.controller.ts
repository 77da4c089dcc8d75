import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { PlaceChoicesDto, PlaceChoicesQuery } from '../exhibitor/exhibitor.dto';
import { ListPlaceChoices } from '../exhibitor/list-place-choices';
import { AddDelegation } from './add-delegation';
import { ChangeDelegation } from './change-delegation';
import { AddDelegationDto, ChangeDelegationDto, ClusterDto, DelegationDto } from './delegation.dto';
import { KeepCluster } from './keep-cluster';
import { ListDelegations } from './list-delegations';
import { RemoveDelegation } from './remove-delegation';

@Controller('fairs/:fairId')
export class DelegationsController {
  constructor(
    private readonly listDelegations: ListDelegations,
    private readonly addDelegation: AddDelegation,
    private readonly changeDelegation: ChangeDelegation,
    private readonly removeDelegation: RemoveDelegation,
    private readonly keepCluster: KeepCluster,
    private readonly listPlaceChoices: ListPlaceChoices,
  ) {}

  /** The delegations by name. */
  @Get('delegations')
  @Roles('organizer', 'official')
  list(@CurrentCaller() caller: Caller, @Param('fairId') fairId: string): Promise<DelegationDto[]> {
    return this.listDelegations.run(caller, fairId);
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

  /** Changes a delegation: its names, its place, its quota, whom to call. */
  @Put('delegations/:delegationId')
  @Roles('organizer')
  change(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('delegationId') delegationId: string,
    @Body() body: ChangeDelegationDto,
  ): Promise<DelegationDto> {
    return this.changeDelegation.run(caller, { fairId, delegationId }, body);
  }

  /** Removes a delegation from which nothing hangs. */
  @Delete('delegations/:delegationId')
  @HttpCode(204)
  @Roles('organizer')
  remove(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('delegationId') delegationId: string,
  ): Promise<void> {
    return this.removeDelegation.run(caller, { fairId, delegationId });
  }

  /** Keeps these booths, and no others, for a delegation. */
  @Put('delegations/:delegationId/booths')
  @Roles('organizer')
  cluster(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('delegationId') delegationId: string,
    @Body() body: ClusterDto,
  ): Promise<DelegationDto> {
    return this.keepCluster.run(caller, { fairId, delegationId }, body);
  }

  /** Communes, provinces and countries somebody can come from, as of a day or the fair's first. */
  @Get('place-choices')
  @Roles('organizer', 'delegation_lead')
  places(
    @Param('fairId') fairId: string,
    @Query() { day }: PlaceChoicesQuery,
  ): Promise<PlaceChoicesDto> {
    return this.listPlaceChoices.run(fairId, day);
  }
}
