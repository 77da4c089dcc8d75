import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { DuplicatesDto, MergeDto, MergeExhibitorsDto, TellApartDto } from './duplicate.dto';
import { ListDuplicates } from './list-duplicates';
import { MergeExhibitors } from './merge-exhibitors';
import { TellApart } from './tell-apart';

@Roles('organizer')
@Controller('fairs/:fairId')
export class DuplicatesController {
  constructor(
    private readonly listDuplicates: ListDuplicates,
    private readonly mergeExhibitors: MergeExhibitors,
    private readonly tellApart: TellApart,
  ) {}

  /** Exhibitors that are probably one, and those that were merged. */
  @Get('duplicates')
  list(@Param('fairId') fairId: string): Promise<DuplicatesDto> {
    return this.listDuplicates.run(fairId);
  }

  /** Merges another exhibitor into this one, for good; twice is once. */
  @Post('exhibitors/:exhibitorId/merge')
  @HttpCode(200)
  merge(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('exhibitorId') exhibitorId: string,
    @Body() body: MergeExhibitorsDto,
  ): Promise<MergeDto> {
    return this.mergeExhibitors.run(caller, { fairId, exhibitorId }, body);
  }

  /** Says that this one and another are two. */
  @Post('exhibitors/:exhibitorId/apart')
  @HttpCode(204)
  apart(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('exhibitorId') exhibitorId: string,
    @Body() body: TellApartDto,
  ): Promise<void> {
    return this.tellApart.run(caller, { fairId, exhibitorId }, body);
  }
}
