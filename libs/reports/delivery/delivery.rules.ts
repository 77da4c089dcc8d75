import { printable } from '@phien/kernel';
import type { ReportFormat } from '../report/report.rules';

export const DELIVERY_STATES = ['waiting', 'sent', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** The files that a mail waits for: those that people read. */
export const MAILED_FORMATS = ['pdf', 'xlsx'] as const satisfies readonly ReportFormat[];

/** How long the link in a mail opens. */
export const LINK_DAYS = 14;

/** A mail waits so long for the files of its revision; then it goes without: the hash is what counts. */
export const FILES_AWAITED_MINUTES = 30;

/** A try that says nothing for so long was cut off; a mail server is given up much sooner. */
export const TRY_MINUTES = 5;

const MOST_TRIES = 14;
const LONGEST_PAUSE_MINUTES = 360;
const LONGEST_WORDS = 300;
/* Said of one address or one mail; what is said before them is said of us. */
const OF_ONE_MAIL = ['RCPT TO', 'DATA'];

const plus = (time: Date, minutes: number) => new Date(time.getTime() + minutes * 60_000);

export const linkEnd = (issuedAt: Date) => plus(issuedAt, LINK_DAYS * 24 * 60);

export const tryEnd = (begunAt: Date) => plus(begunAt, TRY_MINUTES);

/** What went wrong with one try, as `nodemailer` says it. */
export interface MailFailure {
  message: string;
  /** Of the mail server's answer; none when there was no answer. */
  responseCode?: number;
  /** What was said to the mail server then. */
  command?: string;
}

/** What was thrown, as a failure. */
export function asFailure(fault: unknown): MailFailure {
  const { message, responseCode, command } = fault as Partial<MailFailure>;
  return {
    message: message ?? String(fault),
    ...(responseCode !== undefined && { responseCode }),
    ...(command !== undefined && { command }),
  };
}

export type AfterFailure =
  | { state: 'failed'; lastError: string; nextTryAt: null }
  | { state: 'waiting'; lastError: string; nextTryAt: Date };

/**
 * What becomes of a mail after a failed try. A server that says never (5xx) to the address or to the
 * mail itself is believed; its no to who sends or to the password is the settings' fault and is tried
 * again, as is everything else: after 1, 2, 4 … minutes, then every 6 hours, for about a day and a half.
 */
export function afterFailure(failure: MailFailure, tries: number, now: Date): AfterFailure {
  const lastError = [...printable(failure.message)].slice(0, LONGEST_WORDS).join('') || 'unknown';
  const { responseCode = 0, command = '' } = failure;
  const isRefused = responseCode >= 500 && responseCode < 600 && OF_ONE_MAIL.includes(command);
  if (isRefused || tries >= MOST_TRIES) return { state: 'failed', lastError, nextTryAt: null };
  const minutes = Math.min(2 ** (tries - 1), LONGEST_PAUSE_MINUTES);
  return { state: 'waiting', lastError, nextTryAt: plus(now, minutes) };
}

/** Whether a failure says that no other mail would fare better now: it never came to its address. */
export const isServersFault = ({ responseCode, command = '' }: MailFailure) =>
  responseCode === undefined || !OF_ONE_MAIL.includes(command);

export interface DeliveryName {
  fairId: string;
  day: string;
  revision: number;
  recipientId: string;
}

/** The same for every try, so that a mail that was sent twice is one mail for who reads it. */
export const messageId = (
  { fairId, day, revision, recipientId }: DeliveryName,
  publicUrl: string,
): string => `<closing.${fairId}.${day}.${revision}.${recipientId}@${new URL(publicUrl).hostname}>`;
