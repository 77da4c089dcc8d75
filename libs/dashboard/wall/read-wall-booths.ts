import { Injectable } from '@nestjs/common';
import { BoardAnswers } from '../board/board-answers';
import type { BoardBoothsPageDto } from '../board/board.dto';
import { ReadBoardBooths } from '../board/read-board-booths';
import { FindWallLink } from './find-wall-link';
import { ReadWallViewer } from './read-wall-viewer';

/** Every booth with its rank, for a wall. Refuses `wall_link_unknown`, `too_many_wrong_links`. */
@Injectable()
export class ReadWallBooths {
  constructor(
    private readonly findLink: FindWallLink,
    private readonly readViewer: ReadWallViewer,
    private readonly readBooths: ReadBoardBooths,
    private readonly answers: BoardAnswers,
  ) {}

  async run(token: string, from: string): Promise<BoardBoothsPageDto> {
    const link = await this.findLink.run(token, from);
    const viewer = await this.readViewer.run(link);
    return this.answers.read(link.fairId, ['booths', viewer], () =>
      this.readBooths.run(link.fairId, {}, viewer),
    );
  }
}
