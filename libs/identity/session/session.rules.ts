import { createHash, randomBytes } from 'node:crypto';

export const SESSION_DAYS = 30;
export const FAILED_TRIES_ALLOWED = 10;
export const TRY_WINDOW_MINUTES = 15;

const TOKEN_SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** Whether a cookie's value can be a token at all. */
export function isSessionToken(value: string | undefined): value is string {
  return value !== undefined && TOKEN_SHAPE.test(value);
}

/** 256 random bits in base64url. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps: a copy of the database opens no session. */
export function sessionTokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function sessionEnd(startedAt: Date): Date {
  return new Date(startedAt.getTime() + SESSION_DAYS * 86_400_000);
}

export function tryWindowStart(now: Date): Date {
  return new Date(now.getTime() - TRY_WINDOW_MINUTES * 60_000);
}
