import { Injectable } from '@nestjs/common';
import { callerRoles, isOwnOrigin, type Role, Sessions, type Caller } from '@phien/identity';
import { isId, Refusal } from '@phien/kernel';
import { ReadBoardViewer } from '../board/read-board-viewer';
import { FindWallLink } from '../wall/find-wall-link';
import { ReadWallLink } from '../wall/read-wall-link';
import { ReadWallViewer } from '../wall/read-wall-viewer';
import type { WallLink } from '../wall/wall-link.entity';
import { visibilityOf, type Visibility } from './audience';
import type { WordTopic } from './live.dto';
import type { Viewer } from './viewer';

type Refused = { code: 'fair_not_found' | 'role_missing' };

/** The roles that the pages of a topic are open to. */
const hearers: Readonly<Record<WordTopic, readonly Role[]>> = {
  plan: ['organizer', 'official', 'delegation_lead'],
  files: ['organizer', 'official'],
  suggestion: ['organizer'],
};

/** Who opened a socket: an account with its roles, or a wall by its link. */
export type Entrant = { caller: Caller; wall?: undefined } | { wall: WallLink; caller?: undefined };

/** Who may open a socket, and who may watch which fair: the rules of the board's HTTP doors. */
@Injectable()
export class Admission {
  constructor(
    private readonly sessions: Sessions,
    private readonly readBoardViewer: ReadBoardViewer,
    private readonly findWallLink: FindWallLink,
    private readonly readWallLink: ReadWallLink,
    private readonly readWallViewer: ReadWallViewer,
  ) {}

  /** Why a socket may not be opened, or null. First from where, then who. */
  async whyNot(viewer: Viewer): Promise<string | null> {
    const { origin } = viewer.socket.handshake.headers;
    if (!isOwnOrigin(origin, viewer.calledAs.host)) return 'foreign_origin';
    if (viewer.wallToken !== undefined) return this.whyNoWall(viewer.wallToken, viewer.from);
    return (await this.entrant(viewer)) === null ? 'not_signed_in' : null;
  }

  /** Who it is as the database has it now; null for nobody, or nobody any more. */
  async entrant(viewer: Viewer): Promise<Entrant | null> {
    if (viewer.wallToken !== undefined) {
      const wall = await this.readWallLink.run(viewer.wallToken);
      return wall && { wall };
    }
    const caller = await this.sessions.readFresh(viewer.cookie, viewer.calledAs.isOverHttps);
    return caller && { caller };
  }

  /** What they see of a fair, or why nothing: a fair they have no role in does not exist. */
  async toFair(
    { caller, wall }: Entrant,
    fairId: unknown,
  ): Promise<{ visibility: Visibility } | Refused> {
    if (!isId(fairId)) return { code: 'fair_not_found' };
    if (wall) {
      if (wall.fairId !== fairId) return { code: 'fair_not_found' };
      return { visibility: visibilityOf(await this.readWallViewer.run(wall)) };
    }
    const roles = callerRoles(caller, fairId);
    if (roles.length === 0) return { code: 'fair_not_found' };
    if (!roles.includes('organizer') && !roles.includes('official'))
      return { code: 'role_missing' };
    return { visibility: visibilityOf(await this.readBoardViewer.run(fairId, roles)) };
  }

  /** Why they may not hear of a topic of a fair, or null: it is for those who may open its page. */
  whyNotHear({ caller, wall }: Entrant, fairId: unknown, topic: WordTopic): Refused | null {
    if (!isId(fairId)) return { code: 'fair_not_found' };
    if (wall) return { code: wall.fairId === fairId ? 'role_missing' : 'fair_not_found' };
    const roles = callerRoles(caller, fairId);
    if (roles.length === 0) return { code: 'fair_not_found' };
    return roles.some((role) => hearers[topic].includes(role)) ? null : { code: 'role_missing' };
  }

  private async whyNoWall(token: string, from: string): Promise<string | null> {
    try {
      await this.findWallLink.run(token, from);
      return null;
    } catch (failure) {
      if (failure instanceof Refusal) return failure.code;
      throw failure;
    }
  }
}
