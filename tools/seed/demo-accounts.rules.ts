import { randomBytes } from 'node:crypto';

/** Everyone a newcomer may sign in as, and in which order they are shown. */
export const DEMO_ACCOUNTS = [
  { role: 'organizer', login: 'organizer@demo', name: 'Ban tổ chức (thử nghiệm)' },
  { role: 'official', login: 'official@demo', name: 'Lãnh đạo (thử nghiệm)' },
  { role: 'exhibitor', login: 'exhibitor@demo', name: 'Chủ gian (thử nghiệm)' },
  { role: 'gate', login: 'gate@demo', name: 'Nhân viên cổng (thử nghiệm)' },
] as const;

export type DemoAccount = (typeof DEMO_ACCOUNTS)[number];

/** One line of the file in which the passwords of the demo are kept. */
export interface KeptPassword {
  role: string;
  login: string;
  password: string;
  /** The account it was set for: another database has other accounts under the same logins. */
  accountId: string;
}

/**
 * Whether the demo may be made. `PHIEN_DEMO` says so with 1 and 0; without it the demo is for trials
 * alone: not in production, and never put into an install where only real people have accounts.
 */
export function mayMakeDemo(
  environment: Record<string, string | undefined>,
  { isSomebodys }: { isSomebodys: boolean },
): boolean {
  if (environment.PHIEN_DEMO === '1') return true;
  if (environment.PHIEN_DEMO === '0') return false;
  return environment.NODE_ENV !== 'production' && !isSomebodys;
}

/** The kept password of an account as the database has it now, or null when a new one is due. */
export function keptPassword(
  kept: readonly KeptPassword[],
  login: string,
  accountId: string | undefined,
): string | null {
  const line = kept.find((each) => each.login === login && each.accountId === accountId);
  return line?.password ?? null;
}

/** Lower-case letters and digits that nobody takes for one another. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password of 16 letters in fours: 79 bits from the system's random source. */
export function randomPassword(): string {
  let letters = '';
  while (letters.length < 16) {
    const at = (randomBytes(1)[0] ?? 0) & 31;
    letters += LETTERS[at] ?? '';
  }
  return letters.replace(/(.{4})(?!$)/g, '$1-');
}
