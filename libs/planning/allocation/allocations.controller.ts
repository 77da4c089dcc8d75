import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { AllocateBooth } from './allocate-booth';
import {
  AllocateBoothDto,
  AllocationDto,
  AllocationStepDto,
  ChangeShareDto,
  ChangeStateDto,
  GivenAllocationDto,
  MoveAllocationDto,
  SwapAllocationsDto,
} from './allocation.dto';
import { ChangeShare } from './change-share';
import { ChangeState } from './change-state';
import { FreeAllocation } from './free-allocation';
import { ListAllocations } from './list-allocations';
import { MoveAllocation } from './move-allocation';
import { SwapAllocations } from './swap-allocations';

@Controller('fairs/:fairId/allocations')
export class AllocationsController {
  constructor(
    private readonly listAllocations: ListAllocations,
    private readonly allocateBooth: AllocateBooth,
    private readonly freeAllocation: FreeAllocation,
    private readonly moveAllocation: MoveAllocation,
    private readonly changeShare: ChangeShare,
    private readonly changeState: ChangeState,
    private readonly swapAllocations: SwapAllocations,
  ) {}

  /** The confirmed allocations by booth; an exhibitor sees its own alone. */
  @Get()
  @Roles('organizer', 'official', 'exhibitor')
  list(@CurrentCaller() caller: Caller, @Param('fairId') fairId: string): Promise<AllocationDto[]> {
    return this.listAllocations.run(caller, fairId);
  }

  /** Gives, holds or offers a booth, a half or a third of it to an exhibitor for the whole fair; a lead of its cluster. */
  @Post()
  @Roles('organizer', 'delegation_lead')
  allocate(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() body: AllocateBoothDto,
  ): Promise<GivenAllocationDto> {
    return this.allocateBooth.run(caller, fairId, body);
  }

  /** Lets two allocations change places in one moment. */
  @Post('swaps')
  @Roles('organizer')
  swap(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() body: SwapAllocationsDto,
  ): Promise<AllocationStepDto> {
    return this.swapAllocations.run(caller, fairId, body);
  }

  /** Moves a share of a booth to another booth. */
  @Post(':allocationId/moves')
  @Roles('organizer')
  move(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('allocationId') allocationId: string,
    @Body() body: MoveAllocationDto,
  ): Promise<AllocationStepDto> {
    return this.moveAllocation.run(caller, fairId, allocationId, body);
  }

  /** Gives more or less of the same booth. */
  @Post(':allocationId/shares')
  @Roles('organizer')
  share(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('allocationId') allocationId: string,
    @Body() body: ChangeShareDto,
  ): Promise<AllocationStepDto> {
    return this.changeShare.run(caller, fairId, allocationId, body);
  }

  /** Offers, confirms or holds longer what is held or offered. */
  @Post(':allocationId/states')
  @Roles('organizer')
  state(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('allocationId') allocationId: string,
    @Body() body: ChangeStateDto,
  ): Promise<AllocationStepDto> {
    return this.changeState.run(caller, fairId, allocationId, body);
  }

  /** Takes a share of a booth back, a lead of its cluster; twice is once. */
  @Delete(':allocationId')
  @Roles('organizer', 'delegation_lead')
  free(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('allocationId') allocationId: string,
  ): Promise<AllocationStepDto> {
    return this.freeAllocation.run(caller, fairId, allocationId);
  }
}
