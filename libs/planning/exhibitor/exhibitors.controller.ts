import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { AddExhibitor } from './add-exhibitor';
import { ChangeExhibitor } from './change-exhibitor';
import { AddExhibitorDto, ChangeExhibitorDto, ExhibitorDto } from './exhibitor.dto';
import { ListExhibitors } from './list-exhibitors';

@Controller('fairs/:fairId/exhibitors')
export class ExhibitorsController {
  constructor(
    private readonly listExhibitors: ListExhibitors,
    private readonly addExhibitor: AddExhibitor,
    private readonly changeExhibitor: ChangeExhibitor,
  ) {}

  /** The exhibitors by name; an exhibitor sees itself alone. */
  @Get()
  @Roles('organizer', 'official', 'exhibitor')
  list(@CurrentCaller() caller: Caller, @Param('fairId') fairId: string): Promise<ExhibitorDto[]> {
    return this.listExhibitors.run(caller, fairId);
  }

  /** Adds an exhibitor, a lead to its own delegation; where it comes from stands for good. */
  @Post()
  @Roles('organizer', 'delegation_lead')
  add(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() body: AddExhibitorDto,
  ): Promise<ExhibitorDto> {
    return this.addExhibitor.run(caller, fairId, body);
  }

  /** Changes the name, the kind, the tax code and whether it charges VAT. */
  @Put(':exhibitorId')
  @Roles('organizer', 'delegation_lead')
  change(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('exhibitorId') exhibitorId: string,
    @Body() body: ChangeExhibitorDto,
  ): Promise<ExhibitorDto> {
    return this.changeExhibitor.run(caller, { fairId, exhibitorId }, body);
  }
}
