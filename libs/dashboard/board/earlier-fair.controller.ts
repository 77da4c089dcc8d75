import { Controller, Get, Param, Query } from '@nestjs/common';
import { Caller, CurrentCaller, Roles } from '@phien/identity';
import { EarlierFairQuery, type BoardEarlierDto } from './board.dto';
import { ReadEarlierFair } from './read-earlier-fair';

@Roles('organizer', 'official')
@Controller('fairs/:fairId/board/earlier')
export class EarlierFairController {
  constructor(private readonly readEarlier: ReadEarlierFair) {}

  /** The key figures beside those of the same days of an earlier fair, up to the same minute. */
  @Get()
  read(
    @CurrentCaller() caller: Caller,
    @Param('fairId') fairId: string,
    @Query() asked: EarlierFairQuery,
  ): Promise<BoardEarlierDto> {
    return this.readEarlier.run(caller, fairId, asked);
  }
}
