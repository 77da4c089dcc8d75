import { fairOfLinkToken, linkTokenHash, tooManyWrongLinks, WrongTries } from '@phien/identity';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { DeclareLink } from './declare-link.entity';
import { declareLinkUnknown } from './declared.refusals';

/** The living link of a secret. Refuses `declare_link_unknown`, `too_many_wrong_links`. */
@Injectable()
export class FindDeclareLink {
  private readonly wrongLinks = new WrongTries(tooManyWrongLinks);

  constructor(private readonly source: DataSource) {}

  async run(token: string, from: string): Promise<DeclareLink> {
    const fairId = fairOfLinkToken(token);
    const link =
      fairId === null
        ? null
        : await this.source.manager.findOneBy(DeclareLink, {
            fairId,
            tokenHash: linkTokenHash(token),
            withdrawnAt: IsNull(),
          });
    if (link !== null) return link;
    this.wrongLinks.add(from);
    throw declareLinkUnknown();
  }
}
