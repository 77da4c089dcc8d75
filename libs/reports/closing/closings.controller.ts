import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { CloseDay } from './close-day';
import { CloseDayDto, ClosingDto, ClosingPreviewDto, DayStateDto } from './closing.dto';
import { ListClosings } from './list-closings';
import { ListDays } from './list-days';
import { PreviewClosing } from './preview-closing';

@Controller('fairs/:fairId/days')
export class ClosingsController {
  constructor(
    private readonly listDays: ListDays,
    private readonly listClosings: ListClosings,
    private readonly closeDay: CloseDay,
    private readonly previewClosing: PreviewClosing,
  ) {}

  @Get()
  @Roles('organizer', 'official')
  days(@Param('fairId') fairId: string): Promise<DayStateDto[]> {
    return this.listDays.run(fairId);
  }

  /** What closing the day at this moment would freeze, and what would be missing. */
  @Get(':day/preview')
  @Roles('organizer', 'official')
  preview(@Param('fairId') fairId: string, @Param('day') day: string): Promise<ClosingPreviewDto> {
    return this.previewClosing.run(fairId, day);
  }

  @Get(':day/closings')
  @Roles('organizer', 'official')
  closings(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('day') day: string,
  ): Promise<ClosingDto[]> {
    return this.listClosings.run(caller, fairId, day);
  }

  @Post(':day/closings')
  @Roles('organizer')
  close(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('day') day: string,
    @Body() { reason }: CloseDayDto,
  ): Promise<ClosingDto> {
    return this.closeDay.run({ fairId, day, accountId: caller.accountId, reason });
  }
}
