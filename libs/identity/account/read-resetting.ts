import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WrongLinks } from '../link/wrong-links';
import { ResettingDto } from './account.dto';
import { accountOfResetLink } from './account-of-reset-link';
import { resetLinkUnknown } from './reset.refusals';

/** Whose password a link resets. Refuses `too_many_wrong_links`, `reset_link_unknown`. */
@Injectable()
export class ReadResetting {
  constructor(
    private readonly source: DataSource,
    private readonly wrongLinks: WrongLinks,
  ) {}

  async run(token: string, from: string): Promise<ResettingDto> {
    const account = await accountOfResetLink(this.source.manager, token);
    if (account !== null) return { login: account.login, name: account.name };
    this.wrongLinks.add(from);
    throw resetLinkUnknown();
  }
}
