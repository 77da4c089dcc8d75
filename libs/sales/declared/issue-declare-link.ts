import { linkTokenHash, newFairLinkToken, recordAudit, type Caller } from '@phien/identity';
import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@phien/kernel';
import { exhibitorsKeptBy } from '@phien/planning';
import { inTransaction, lockExclusive } from '@phien/store';
import { DataSource, IsNull } from 'typeorm';
import { DeclareLink } from './declare-link.entity';
import type { IssueDeclareLinkDto, NewDeclareLinkDto } from './declared.dto';
import { boothNotYours, tooManyDeclareLinks } from './declared.refusals';
import { readDeclareLinks } from './read-declare-links';

/** Of one exhibitor at one booth: one at the booth, some on phones. */
const MOST_LINKS = 5;

/**
 * A new link for an exhibitor at a booth; those in use stay in use. Its secret is answered this once.
 * Refuses `booth_not_found`, `too_many_declare_links`.
 */
@Injectable()
export class IssueDeclareLink {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(
    caller: Caller,
    fairId: string,
    asked: IssueDeclareLinkDto,
  ): Promise<NewDeclareLinkDto> {
    const { boothId, exhibitorId } = asked;
    const kept = exhibitorsKeptBy(caller, fairId);
    if (kept !== null && !kept.includes(exhibitorId)) throw boothNotYours();
    const token = newFairLinkToken(fairId);
    return inTransaction(this.source, async (em) => {
      await lockExclusive(em, 'booth', fairId, boothId);
      const [given] = await em.query<{ isGiven: boolean }[]>(
        `SELECT EXISTS (SELECT 1 FROM allocation
           WHERE fair_id = $1 AND booth_id = $2 AND exhibitor_id = $3 AND freed_at IS NULL
             AND state = 'confirmed') AS "isGiven"`,
        [fairId, boothId, exhibitorId],
      );
      if (!given?.isGiven) throw boothNotYours();
      const place = { fairId, boothId, exhibitorId };
      const living = await em.countBy(DeclareLink, { ...place, withdrawnAt: IsNull() });
      if (living >= MOST_LINKS) throw tooManyDeclareLinks();
      const id = newId();
      const { accountId } = caller;
      await em.insert(DeclareLink, {
        ...place,
        id,
        tokenHash: linkTokenHash(token),
        issuedBy: accountId,
        issuedAt: this.clock.now(),
        withdrawnAt: null,
      });
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'declare_link_issued',
        subjectId: id,
        detail: { boothId, exhibitorId },
      });
      const [link] = await readDeclareLinks(em, fairId, { exhibitorIds: null, id });
      if (!link) throw new Error('The link was not written.');
      return { ...link, token };
    });
  }
}
