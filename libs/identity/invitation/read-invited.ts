import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WrongLinks } from '../link/wrong-links';
import { findInvitation } from './find-invitation';
import { InvitedDto } from './invitation.dto';
import { invitationUnknown } from './invitation.refusals';
import { whyClosed } from './invitation.rules';

/* The names are planning's; here they are read by the keys that a grant names them by. */
const NAMES = `
  SELECT f.code AS "fairCode", f.name_vi AS "fairNameVi", f.name_en AS "fairNameEn",
         e.name AS "exhibitorName"
    FROM fair f
    LEFT JOIN exhibitor e ON e.fair_id = f.id AND e.id = $2
   WHERE f.id = $1`;

type Names = Pick<InvitedDto, 'fairCode' | 'fairNameVi' | 'fairNameEn' | 'exhibitorName'>;

/**
 * What a link invites to. Refuses `too_many_wrong_links`, `invitation_unknown`, `invitation_used`,
 * `invitation_withdrawn`, `invitation_expired`.
 */
@Injectable()
export class ReadInvited {
  constructor(
    private readonly source: DataSource,
    private readonly wrongLinks: WrongLinks,
  ) {}

  async run(token: string, from: string): Promise<InvitedDto> {
    const invitation = await findInvitation(this.source.manager, token);
    if (invitation === null) {
      this.wrongLinks.add(from);
      throw invitationUnknown();
    }
    const closed = whyClosed(invitation, new Date());
    if (closed !== null) throw closed;
    const { fairId, exhibitorId, role, forName, expiresAt } = invitation;
    const [names] = await this.source.query<Names[]>(NAMES, [fairId, exhibitorId]);
    if (names === undefined) throw invitationUnknown();
    return { fairId, role, forName, expiresAt, ...names };
  }
}
