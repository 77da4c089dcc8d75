import { Injectable } from '@nestjs/common';
import { BoardAnswers } from '../board/board-answers';
import type { BoardDto } from '../board/board.dto';
import { ReadBoard } from '../board/read-board';
import { FindWallLink } from './find-wall-link';
import { ReadWallViewer } from './read-wall-viewer';

/** Today's board for a wall. Refuses `wall_link_unknown`, `too_many_wrong_links`. */
@Injectable()
export class ReadWallBoard {
  constructor(
    private readonly findLink: FindWallLink,
    private readonly readViewer: ReadWallViewer,
    private readonly readBoard: ReadBoard,
    private readonly answers: BoardAnswers,
  ) {}

  async run(token: string, from: string): Promise<BoardDto> {
    const link = await this.findLink.run(token, from);
    const viewer = await this.readViewer.run(link);
    return this.answers.read(link.fairId, ['board', viewer], () =>
      this.readBoard.run(link.fairId, {}, viewer),
    );
  }
}
