import { Controller, Get, Header, Ip } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import { Public } from '@phien/identity';
import type { BoardBoothsPageDto, BoardDto } from '../board/board.dto';
import { ReadWall } from './read-wall';
import { ReadWallBoard } from './read-wall-board';
import { ReadWallBooths } from './read-wall-booths';
import { ReadWallPlan } from './read-wall-plan';
import { WallToken } from './wall-token';
import type { WallDto, WallPlanDto } from './wall.dto';

/* The secret comes in a header: an address would end up in logs. */
@Public()
@ApiBearerAuth('wall')
@Controller('wall')
export class WallController {
  constructor(
    private readonly readWall: ReadWall,
    private readonly readBoard: ReadWallBoard,
    private readonly readBooths: ReadWallBooths,
    private readonly readPlan: ReadWallPlan,
  ) {}

  /** What the wall of a link is: its fair, for whom, in which language. */
  @Get()
  @Header('Referrer-Policy', 'no-referrer')
  read(@WallToken() token: string, @Ip() from: string): Promise<WallDto> {
    return this.readWall.run(token, from);
  }

  /** Today's board as the wall's audience may see it. */
  @Get('board')
  @Header('Referrer-Policy', 'no-referrer')
  board(@WallToken() token: string, @Ip() from: string): Promise<BoardDto> {
    return this.readBoard.run(token, from);
  }

  /** Every booth with its rank, as the wall's audience may see it. */
  @Get('booths')
  @Header('Referrer-Policy', 'no-referrer')
  booths(@WallToken() token: string, @Ip() from: string): Promise<BoardBoothsPageDto> {
    return this.readBooths.run(token, from);
  }

  /** The plan to colour, without anybody's name. */
  @Get('plan')
  @Header('Referrer-Policy', 'no-referrer')
  plan(@WallToken() token: string, @Ip() from: string): Promise<WallPlanDto> {
    return this.readPlan.run(token, from);
  }
}
