import { Controller, Get, Param } from '@nestjs/common';
import { Roles } from '@phien/identity';
import type { BoardMapDto } from './board.dto';
import { ReadBoardMap } from './read-board-map';

@Roles('organizer', 'official')
@Controller('fairs/:fairId/board/map')
export class BoardMapController {
  constructor(private readonly readMap: ReadBoardMap) {}

  /** Every province and unit of ours as on the fair's first day, with and without sellers. */
  @Get()
  read(@Param('fairId') fairId: string): Promise<BoardMapDto> {
    return this.readMap.run(fairId);
  }
}
