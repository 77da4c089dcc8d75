import { Injectable } from '@nestjs/common';
import { Account, CreateAccount, GrantRole, RoleGrant, SetPassword } from '@phien/identity';
import { DataSource, In } from 'typeorm';
import {
  DEMO_ACCOUNTS,
  keptPassword,
  randomPassword,
  type DemoAccount,
  type KeptPassword,
} from './demo-accounts.rules';
import { readPasswords, writePasswords } from './password-file';

/** The fairs of the seed: who gets which role where. */
export interface DemoFairs {
  demoFairId: string;
  publishedFairId: string;
}

/**
 * Makes the demo accounts that are missing, with random passwords kept in `file`; an account whose
 * password nobody knows any more is given another. Organizer and official see both fairs, gate
 * staff and the owner of a booth the demo fair.
 */
@Injectable()
export class KeepDemoAccounts {
  constructor(
    private readonly source: DataSource,
    private readonly createAccount: CreateAccount,
    private readonly setPassword: SetPassword,
    private readonly grantRole: GrantRole,
  ) {}

  /** Answers the account of who organizes the demo. */
  async run(file: string, fairs: DemoFairs): Promise<{ organizerId: string }> {
    const kept = readPasswords(file);
    const logins = DEMO_ACCOUNTS.map(({ login }) => login);
    const known = await this.source.getRepository(Account).findBy({ login: In(logins) });
    const lines = await Promise.all(
      DEMO_ACCOUNTS.map((account) => this.keep(account, known, kept)),
    );
    if (JSON.stringify(lines) !== JSON.stringify(kept)) writePasswords(file, lines);
    await this.grant(lines, fairs);
    const organizer = lines.find(({ role }) => role === 'organizer');
    if (!organizer) throw new Error('The demo has no organizer.');
    return { organizerId: organizer.accountId };
  }

  private async keep(
    { role, login, name }: DemoAccount,
    known: readonly Account[],
    kept: readonly KeptPassword[],
  ): Promise<KeptPassword> {
    const account = known.find((each) => each.login === login);
    if (account && !account.isDemo)
      throw new Error(`${login} is no demo account: it is left alone.`);
    const old = keptPassword(kept, login, account?.id);
    if (account && old !== null) return { role, login, password: old, accountId: account.id };

    const password = randomPassword();
    if (account) {
      await this.setPassword.run(account.id, password);
      return { role, login, password, accountId: account.id };
    }
    const accountId = await this.createAccount.run({
      login,
      name,
      password,
      isDemo: true,
      mayOpenFairs: role === 'organizer',
    });
    return { role, login, password, accountId };
  }

  private async grant(lines: readonly KeptPassword[], fairs: DemoFairs): Promise<void> {
    const { demoFairId, publishedFairId } = fairs;
    const held = await this.source
      .getRepository(RoleGrant)
      .findBy({ accountId: In(lines.map(({ accountId }) => accountId)) });
    for (const { role } of DEMO_ACCOUNTS) {
      const accountId = lines.find((line) => line.role === role)?.accountId;
      if (accountId === undefined) continue;
      const seesBoth = role === 'organizer' || role === 'official';
      for (const fairId of seesBoth ? [demoFairId, publishedFairId] : [demoFairId]) {
        const isHeld = held.some(
          (grant) =>
            grant.fairId === fairId && grant.accountId === accountId && grant.role === role,
        );
        if (isHeld) continue;
        const exhibitorId = role === 'exhibitor' ? await this.ownedExhibitor(demoFairId) : null;
        await this.grantRole.run(this.source.manager, { fairId, accountId, role, exhibitorId });
      }
    }
  }

  /** An exhibitor made for the demo, alone in a booth of zone 1. */
  private async ownedExhibitor(fairId: string): Promise<string> {
    const [found] = await this.source.query<{ id: string }[]>(
      `SELECT e.id FROM exhibitor e
       JOIN allocation a ON a.fair_id = e.fair_id AND a.exhibitor_id = e.id AND a.freed_at IS NULL
        AND a.state = 'confirmed'
       JOIN booth b ON b.fair_id = a.fair_id AND b.id = a.booth_id
       WHERE e.fair_id = $1 AND e.is_demo AND a.sixths = '{[0,6)}'
       ORDER BY b.code LIMIT 1`,
      [fairId],
    );
    if (!found) throw new Error('The demo fair has no exhibitor to sign in as.');
    return found.id;
  }
}
