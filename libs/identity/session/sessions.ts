import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Role } from '../role/role';
import type { Caller } from './caller.dto';
import { tokenInCookies } from './session-cookie';
import { sessionTokenHash } from './session.rules';

/** A caller may be this old. What is taken away bites within it, on every process. */
export const KEPT_MS = 2_000;
const KEPT_AT_MOST = 10_000;

interface SessionRow {
  accountId: string;
  login: string;
  name: string;
  mayOpenFairs: boolean;
  fairId: string | null;
  role: Role | null;
  exhibitorId: string | null;
}

/** Who stands behind a cookie: for the guard of HTTP and the middleware of sockets alike. */
@Injectable()
export class Sessions {
  private readonly kept = new Map<string, { caller: Caller; readAt: number }>();

  constructor(private readonly source: DataSource) {}

  /** The caller behind a Cookie header, at most 2 s old; null without a living session. */
  async read(cookieHeader: string | undefined, overHttps = false): Promise<Caller | null> {
    const token = tokenInCookies(cookieHeader, overHttps);
    if (token === undefined) return null;
    const kept = this.kept.get(sessionTokenHash(token).toString('hex'));
    if (kept !== undefined && Date.now() - kept.readAt < KEPT_MS) return kept.caller;
    return this.readToken(token);
  }

  /**
   * The same, from the database: before a refusal, so that a right granted this moment counts, and
   * where the answer is about the grants themselves.
   */
  async readFresh(cookieHeader: string | undefined, overHttps = false): Promise<Caller | null> {
    const token = tokenInCookies(cookieHeader, overHttps);
    return token === undefined ? null : this.readToken(token);
  }

  /** Drops what this process remembers of a session that was just ended. */
  forget(tokenHash: Buffer): void {
    this.kept.delete(tokenHash.toString('hex'));
  }

  /** The caller behind a token, from the database. */
  async readToken(token: string): Promise<Caller | null> {
    const tokenHash = sessionTokenHash(token);
    const readAt = Date.now();
    const rows = await this.source.query<SessionRow[]>(
      `SELECT a.id AS "accountId", a.login, a.name, a.may_open_fairs AS "mayOpenFairs",
              g.fair_id AS "fairId", g.role, g.exhibitor_id AS "exhibitorId"
         FROM session s
         JOIN account a ON a.id = s.account_id AND a.disabled_at IS NULL
         LEFT JOIN role_grant g ON g.account_id = a.id
        WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.expires_at > $2
        ORDER BY g.fair_id, g.role`,
      [tokenHash, new Date(readAt)],
    );
    const caller = callerOf(rows);
    if (caller === null) this.forget(tokenHash);
    else this.keep(tokenHash, caller, readAt);
    return caller;
  }

  private keep(tokenHash: Buffer, caller: Caller, readAt: number): void {
    if (this.kept.size >= KEPT_AT_MOST) this.kept.clear();
    this.kept.set(tokenHash.toString('hex'), { caller, readAt });
  }
}

function callerOf(rows: readonly SessionRow[]): Caller | null {
  const [first] = rows;
  if (first === undefined) return null;
  return {
    accountId: first.accountId,
    login: first.login,
    name: first.name,
    mayOpenFairs: first.mayOpenFairs,
    grants: rows.flatMap(({ fairId, role, exhibitorId }) =>
      fairId === null || role === null ? [] : [{ fairId, role, exhibitorId }],
    ),
  };
}
