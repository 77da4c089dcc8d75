import { Controller, Get, Param, Query } from '@nestjs/common';
import { Caller, callerRoles, CurrentCaller, Roles } from '@phien/identity';
import { BoardAnswers } from './board-answers';
import {
  BoardQuery,
  type BoardBoothsPageDto,
  type BoardDto,
  type BoardSplitsDto,
  type BoardStepsDto,
} from './board.dto';
import { ReadBoard, type BoardViewer } from './read-board';
import { ReadBoardBooths } from './read-board-booths';
import { ReadBoardSplits } from './read-board-splits';
import { ReadBoardSteps } from './read-board-steps';
import { ReadBoardViewer } from './read-board-viewer';

type Verb<Answer> = {
  run(fairId: string, asked: BoardQuery, viewer: BoardViewer): Promise<Answer>;
};

@Roles('organizer', 'official')
@Controller('fairs/:fairId/board')
export class BoardController {
  constructor(
    private readonly readBoard: ReadBoard,
    private readonly readBooths: ReadBoardBooths,
    private readonly readSplits: ReadBoardSplits,
    private readonly readSteps: ReadBoardSteps,
    private readonly readViewer: ReadBoardViewer,
    private readonly answers: BoardAnswers,
  ) {}

  /** The board of a fair day or a period, of all of the fair or of some zones and origins. */
  @Get()
  read(
    @Param('fairId') fairId: string,
    @CurrentCaller() caller: Caller,
    @Query() asked: BoardQuery,
  ): Promise<BoardDto> {
    return this.answer('board', this.readBoard, fairId, caller, asked);
  }

  /** Every booth of the same question with its rank, for the plan and the list. */
  @Get('booths')
  booths(
    @Param('fairId') fairId: string,
    @CurrentCaller() caller: Caller,
    @Query() asked: BoardQuery,
  ): Promise<BoardBoothsPageDto> {
    return this.answer('booths', this.readBooths, fairId, caller, asked);
  }

  /** What the same booths had sold by each hour of one day, in the classes of the whole day. */
  @Get('steps')
  steps(
    @Param('fairId') fairId: string,
    @CurrentCaller() caller: Caller,
    @Query() asked: BoardQuery,
  ): Promise<BoardStepsDto> {
    return this.answer('steps', this.readSteps, fairId, caller, asked);
  }

  /** The same question's revenue by place of origin and by product class. */
  @Get('splits')
  splits(
    @Param('fairId') fairId: string,
    @CurrentCaller() caller: Caller,
    @Query() asked: BoardQuery,
  ): Promise<BoardSplitsDto> {
    return this.answer('splits', this.readSplits, fairId, caller, asked);
  }

  private async answer<Answer>(
    what: string,
    verb: Verb<Answer>,
    fairId: string,
    caller: Caller,
    asked: BoardQuery,
  ): Promise<Answer> {
    const viewer = await this.readViewer.run(fairId, callerRoles(caller, fairId));
    const { day, from, to, zone, origin } = asked;
    return this.answers.read(fairId, [what, viewer, day, from, to, zone, origin], () =>
      verb.run(fairId, asked, viewer),
    );
  }
}
