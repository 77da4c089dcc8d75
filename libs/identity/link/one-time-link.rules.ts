import { createHash, randomBytes } from 'node:crypto';

/* A secret is 256 random bits. It travels behind the `#` of a link, which no server logs. */
const SECRET_BYTES = 32;
const FAIR_BYTES = 16;
const PLAIN_SHAPE = /^[A-Za-z0-9_-]{43}$/;
const FAIR_SHAPE = /^[A-Za-z0-9_-]{64}$/;

export const SETUP_HOURS = 24;
export const RESET_MINUTES = 60;
export const INVITATION_DAYS = 7;

/** The secret of a link that belongs to no fair: the first account, a reset. */
export function newLinkToken(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

export function isLinkToken(value: string): boolean {
  return PLAIN_SHAPE.test(value);
}

/**
 * The secret of an invitation or of a booth's own link, with the fair in front of it: what it opens
 * is then found where every row of its fair lies.
 */
export function newFairLinkToken(fairId: string): string {
  const fair = Buffer.from(fairId.replaceAll('-', ''), 'hex');
  return Buffer.concat([fair, randomBytes(SECRET_BYTES)]).toString('base64url');
}

/** The fair that such a token names; null for what is none. */
export function fairOfLinkToken(token: string): string | null {
  if (!FAIR_SHAPE.test(token)) return null;
  const hex = Buffer.from(token, 'base64url').subarray(0, FAIR_BYTES).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What the database keeps: a copy of the database opens no link. */
export function linkTokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function setupEnd(issuedAt: Date): Date {
  return new Date(issuedAt.getTime() + SETUP_HOURS * 3_600_000);
}

export function resetEnd(issuedAt: Date): Date {
  return new Date(issuedAt.getTime() + RESET_MINUTES * 60_000);
}

export function invitationEnd(issuedAt: Date): Date {
  return new Date(issuedAt.getTime() + INVITATION_DAYS * 86_400_000);
}
