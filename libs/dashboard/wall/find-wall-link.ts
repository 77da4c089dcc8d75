import { Injectable } from '@nestjs/common';
import { tooManyWrongLinks, WrongTries } from '@phien/identity';
import { ReadWallLink } from './read-wall-link';
import type { WallLink } from './wall-link.entity';
import { wallLinkUnknown } from './wall.refusals';

/** The living link of a secret. Refuses `wall_link_unknown`, `too_many_wrong_links`. */
@Injectable()
export class FindWallLink {
  private readonly wrongLinks = new WrongTries(tooManyWrongLinks);

  constructor(private readonly readLink: ReadWallLink) {}

  async run(token: string, from: string): Promise<WallLink> {
    const link = await this.readLink.run(token);
    if (link !== null) return link;
    this.wrongLinks.add(from);
    throw wallLinkUnknown();
  }
}
