import { Injectable } from '@nestjs/common';
import { callerRoles, isOwnOrigin, Sessions, type Caller } from '@phien/identity';
import { isId } from '@phien/kernel';
import { ReadBoardViewer } from '../board/read-board-viewer';
import type { Visibility } from './audience';
import type { Viewer } from './viewer';

type Refused = { code: 'fair_not_found' | 'role_missing' };

/** Who may open a socket, and who may watch which fair: the rules of the board's HTTP door. */
@Injectable()
export class Admission {
  constructor(
    private readonly sessions: Sessions,
    private readonly readBoardViewer: ReadBoardViewer,
  ) {}

  /** Why a socket may not be opened, or null. First from where, then who. */
  async whyNot(viewer: Viewer): Promise<'foreign_origin' | 'not_signed_in' | null> {
    const { origin } = viewer.socket.handshake.headers;
    if (!isOwnOrigin(origin, viewer.calledAs.host)) return 'foreign_origin';
    return (await this.caller(viewer)) === null ? 'not_signed_in' : null;
  }

  caller(viewer: Viewer): Promise<Caller | null> {
    return this.sessions.readFresh(viewer.cookie, viewer.calledAs.isOverHttps);
  }

  /** What the caller sees of a fair, or why nothing: a fair they have no role in does not exist. */
  async toFair(caller: Caller, fairId: unknown): Promise<{ visibility: Visibility } | Refused> {
    if (!isId(fairId)) return { code: 'fair_not_found' };
    const roles = callerRoles(caller, fairId);
    if (roles.length === 0) return { code: 'fair_not_found' };
    if (!roles.includes('organizer') && !roles.includes('official'))
      return { code: 'role_missing' };
    const { mayReadBoothMoney } = await this.readBoardViewer.run(fairId, roles);
    return { visibility: mayReadBoothMoney ? 'money' : 'ranks' };
  }

  /** Why the caller may not watch a fair's plan, or null: it is for those who may change it. */
  whyNotPlan(caller: Caller, fairId: unknown): Refused | null {
    if (!isId(fairId)) return { code: 'fair_not_found' };
    const roles = callerRoles(caller, fairId);
    if (roles.length === 0) return { code: 'fair_not_found' };
    return roles.includes('organizer') ? null : { code: 'role_missing' };
  }
}
