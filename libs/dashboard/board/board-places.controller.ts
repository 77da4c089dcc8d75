import { Controller, Get, Param, Query } from '@nestjs/common';
import { Caller, callerRoles, CurrentCaller, Roles } from '@phien/identity';
import { BoardAnswers } from './board-answers';
import { BoardPeriodQuery } from './board.dto';
import type { BoothPageDto, ZonePageDto } from './board-places.dto';
import type { BoardViewer } from './read-board';
import { ReadBoardViewer } from './read-board-viewer';
import { ReadBoothPage } from './read-booth-page';
import { ReadZonePage } from './read-zone-page';

type Verb<Answer> = {
  run(fairId: string, code: string, asked: BoardPeriodQuery, viewer: BoardViewer): Promise<Answer>;
};

/** The pages of one booth and one zone, reached from the board. */
@Roles('organizer', 'official')
@Controller('fairs/:fairId/board')
export class BoardPlacesController {
  constructor(
    private readonly readBooth: ReadBoothPage,
    private readonly readZone: ReadZonePage,
    private readonly readViewer: ReadBoardViewer,
    private readonly answers: BoardAnswers,
  ) {}

  /** One booth by its code: ranks and tills for all, its figures for who may see a booth's money. */
  @Get('booths/:boothCode')
  booth(
    @Param('fairId') fairId: string,
    @Param('boothCode') code: string,
    @CurrentCaller() caller: Caller,
    @Query() asked: BoardPeriodQuery,
  ): Promise<BoothPageDto> {
    return this.answer('booth', this.readBooth, fairId, code, caller, asked);
  }

  /** One zone by its code: its figures, its hours, its booths by rank, and who was not heard from. */
  @Get('zones/:zoneCode')
  zone(
    @Param('fairId') fairId: string,
    @Param('zoneCode') code: string,
    @CurrentCaller() caller: Caller,
    @Query() asked: BoardPeriodQuery,
  ): Promise<ZonePageDto> {
    return this.answer('zone', this.readZone, fairId, code, caller, asked);
  }

  private async answer<Answer>(
    what: string,
    verb: Verb<Answer>,
    fairId: string,
    code: string,
    caller: Caller,
    asked: BoardPeriodQuery,
  ): Promise<Answer> {
    const viewer = await this.readViewer.run(fairId, callerRoles(caller, fairId));
    const { day, from, to } = asked;
    return this.answers.read(fairId, [what, viewer, code, day, from, to], () =>
      verb.run(fairId, code, asked, viewer),
    );
  }
}
