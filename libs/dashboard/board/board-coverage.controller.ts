import { Controller, Get, Param, Query } from '@nestjs/common';
import { Roles } from '@phien/identity';
import { BoardQuery, type BoardCoverageDto } from './board.dto';
import { ReadBoardCoverage } from './read-board-coverage';

@Roles('organizer', 'official')
@Controller('fairs/:fairId/board/coverage')
export class BoardCoverageController {
  constructor(private readonly readCoverage: ReadBoardCoverage) {}

  /** The booths of a board's question not heard from, and the phones silent with an open shift. */
  @Get()
  read(@Param('fairId') fairId: string, @Query() asked: BoardQuery): Promise<BoardCoverageDto> {
    return this.readCoverage.run(fairId, asked);
  }
}
