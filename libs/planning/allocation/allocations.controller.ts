import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { AllocateBooth } from './allocate-booth';
import { AllocateBoothDto, AllocationDto } from './allocation.dto';
import { ListAllocations } from './list-allocations';

@Controller('fairs/:fairId/allocations')
export class AllocationsController {
  constructor(
    private readonly listAllocations: ListAllocations,
    private readonly allocateBooth: AllocateBooth,
  ) {}

  /** The standing allocations by booth; an exhibitor sees its own alone. */
  @Get()
  @Roles('organizer', 'official', 'exhibitor')
  list(@CurrentCaller() caller: Caller, @Param('fairId') fairId: string): Promise<AllocationDto[]> {
    return this.listAllocations.run(caller, fairId);
  }

  /** Gives a booth, a half or a third of it to an exhibitor for the whole fair. */
  @Post()
  @Roles('organizer')
  allocate(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() body: AllocateBoothDto,
  ): Promise<AllocationDto> {
    return this.allocateBooth.run(caller, fairId, body);
  }
}
