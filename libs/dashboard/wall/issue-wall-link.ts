import { Injectable } from '@nestjs/common';
import { linkTokenHash, newFairLinkToken, recordAudit, type Caller } from '@phien/identity';
import { Clock, newId } from '@phien/kernel';
import { inTransaction, lockExclusive } from '@phien/store';
import { DataSource, IsNull } from 'typeorm';
import { readWallLinks } from './read-wall-links';
import { WallLink } from './wall-link.entity';
import type { IssueWallLinkDto, NewWallLinkDto } from './wall.dto';
import { tooManyWallLinks } from './wall.refusals';

const MOST_LINKS = 20;

/** A new wall link; its secret is answered this once. Refuses `too_many_wall_links`. */
@Injectable()
export class IssueWallLink {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(
    { accountId }: Caller,
    fairId: string,
    { audience, language, ...wanted }: IssueWallLinkDto,
  ): Promise<NewWallLinkDto> {
    const token = newFairLinkToken(fairId);
    const name = wanted.name.normalize('NFC').trim();
    return inTransaction(this.source, async (em) => {
      await lockExclusive(em, 'wall', fairId);
      const living = await em.countBy(WallLink, { fairId, revokedAt: IsNull() });
      if (living >= MOST_LINKS) throw tooManyWallLinks();
      const id = newId();
      await em.insert(WallLink, {
        fairId,
        id,
        name,
        audience,
        language,
        tokenHash: linkTokenHash(token),
        issuedBy: accountId,
        issuedAt: this.clock.now(),
        seenAt: null,
        revokedBy: null,
        revokedAt: null,
      });
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'wall_link_issued',
        subjectId: id,
        detail: { name, audience, language },
      });
      const [link] = await readWallLinks(em, fairId, id);
      if (!link) throw new Error('The link was not written.');
      return { ...link, token };
    });
  }
}
