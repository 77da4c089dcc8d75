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
         e.name AS "exhibitorName", d.name_vi AS "delegationNameVi", d.name_en AS "delegationNameEn",
         ARRAY(SELECT z.code FROM invitation_zone x JOIN zone z ON z.fair_id = x.fair_id AND z.id = x.zone_id
                WHERE x.fair_id = f.id AND x.invitation_id = $4 ORDER BY length(z.code), z.code) AS "zoneCodes"
    FROM fair f
    LEFT JOIN exhibitor e ON e.fair_id = f.id AND e.id = $2
    LEFT JOIN delegation d ON d.fair_id = f.id AND d.id = $3
   WHERE f.id = $1`;

type Names = Omit<InvitedDto, 'fairId' | 'role' | 'forName' | 'expiresAt'>;

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
    const { fairId, exhibitorId, delegationId, id, role, forName, expiresAt } = invitation;
    const [names] = await this.source.query<Names[]>(NAMES, [
      fairId,
      exhibitorId,
      delegationId,
      id,
    ]);
    if (names === undefined) throw invitationUnknown();
    return { fairId, role, forName, expiresAt, ...names };
  }
}
