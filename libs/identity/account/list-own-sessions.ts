import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../session/caller.dto';
import { openSessions, sessionName } from '../session/open-sessions';
import { OwnSessionDto } from './account.dto';

/** Every browser in which the caller is signed in, the latest first. */
@Injectable()
export class ListOwnSessions {
  constructor(private readonly source: DataSource) {}

  /** `tokenHash` is that of the session that asks. */
  async run({ accountId }: Caller, tokenHash: Buffer): Promise<OwnSessionDto[]> {
    const open = await openSessions(this.source.manager, accountId);
    return open.map((session) => ({
      id: sessionName(session.tokenHash),
      startedAt: session.createdAt,
      expiresAt: session.expiresAt,
      userAgent: session.userAgent,
      isThis: session.tokenHash.equals(tokenHash),
    }));
  }
}
