import { Injectable } from '@nestjs/common';
import type { BoardViewer } from '../board/read-board';
import { ReadBoardViewer } from '../board/read-board-viewer';
import type { WallLink } from './wall-link.entity';

/**
 * What a wall may show of a fair's board: what its officials see now, or what passers-by may; the one
 * policy of the wall's HTTP doors and its socket.
 */
@Injectable()
export class ReadWallViewer {
  constructor(private readonly readBoardViewer: ReadBoardViewer) {}

  async run({ fairId, audience }: WallLink): Promise<BoardViewer> {
    return audience === 'officials'
      ? this.readBoardViewer.run(fairId, ['official'])
      : { mayReadBoothMoney: false, isPublic: true };
  }
}
