import { Controller, Get, Param, Query } from '@nestjs/common';
import { Caller, callerRoles, CurrentCaller, Roles } from '@phien/identity';
import { type BoardDto, BoardQuery } from './board.dto';
import { ReadBoard } from './read-board';
import { ReadBoardViewer } from './read-board-viewer';

@Controller('fairs/:fairId/board')
export class BoardController {
  constructor(
    private readonly readBoard: ReadBoard,
    private readonly readBoardViewer: ReadBoardViewer,
  ) {}

  /** The board of one fair day. */
  @Get()
  @Roles('organizer', 'official')
  async read(
    @Param('fairId') fairId: string,
    @CurrentCaller() caller: Caller,
    @Query() { day }: BoardQuery,
  ): Promise<BoardDto> {
    const viewer = await this.readBoardViewer.run(fairId, callerRoles(caller, fairId));
    return this.readBoard.run(fairId, day, viewer);
  }
}
