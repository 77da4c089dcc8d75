import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { ListPressFigures } from './list-press-figures';
import { NotePressFigure } from './note-press-figure';
import { NotePressFigureDto, PressFigureDto, StrikePressFigureDto } from './press.dto';
import { StrikePressFigure } from './strike-press-figure';

@Roles('organizer', 'official')
@Controller('fairs/:fairId/press-figures')
export class PressFiguresController {
  constructor(
    private readonly listPressFigures: ListPressFigures,
    private readonly notePressFigure: NotePressFigure,
    private readonly strikePressFigure: StrikePressFigure,
  ) {}

  /** What was given to the press, the newest first. */
  @Get()
  list(@Param('fairId') fairId: string): Promise<PressFigureDto[]> {
    return this.listPressFigures.run(fairId);
  }

  /** Notes which figure of which revision was given to whom; the same again is the same. */
  @Post()
  @HttpCode(204)
  note(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Body() body: NotePressFigureDto,
  ): Promise<void> {
    return this.notePressFigure.run(caller, fairId, body);
  }

  /** Strikes out a note that was wrong; it stays on the list. */
  @Post(':pressFigureId/strike')
  @HttpCode(204)
  strike(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Param('pressFigureId') pressFigureId: string,
    @Body() body: StrikePressFigureDto,
  ): Promise<void> {
    return this.strikePressFigure.run(caller, { fairId, pressFigureId }, body);
  }
}
