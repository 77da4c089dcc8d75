import { Injectable } from '@nestjs/common';
import { fairOfLinkToken, linkTokenHash } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { DataSource, IsNull } from 'typeorm';
import { WallLink } from './wall-link.entity';

const SEEN_EVERY_MS = 60_000;

/** The living link of a secret, or null; notes to the minute that its wall is there. */
@Injectable()
export class ReadWallLink {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(token: string): Promise<WallLink | null> {
    const fairId = fairOfLinkToken(token);
    if (fairId === null) return null;
    const links = this.source.getRepository(WallLink);
    const link = await links.findOneBy({
      fairId,
      tokenHash: linkTokenHash(token),
      revokedAt: IsNull(),
    });
    const now = this.clock.now();
    if (link && now.getTime() - (link.seenAt?.getTime() ?? 0) >= SEEN_EVERY_MS) {
      await links.update({ fairId, id: link.id }, { seenAt: now });
    }
    return link;
  }
}
