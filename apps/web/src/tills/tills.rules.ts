import { foldText } from '@phien/kernel';
import type { SetAside, Till } from './tills.requests';

/** Which phones are looked at; a phone may be in several. */
export const shows = [
  'silent',
  'holding',
  'alarms',
  'all_sent',
  'closed',
  'unused',
  'revoked',
] as const;
export type Show = (typeof shows)[number];

type Shown = Pick<Till, 'state' | 'unsentCount' | 'alarms'>;

const isShown: Record<Show, (till: Shown) => boolean> = {
  silent: ({ state }) => state === 'silent',
  holding: ({ unsentCount, state }) => unsentCount > 0 || state === 'clashing',
  alarms: ({ alarms }) => alarms.some((alarm) => alarm !== 'silent_open_shift'),
  all_sent: ({ state }) => state === 'all_sent',
  closed: ({ state }) => state === 'closed_and_empty',
  unused: ({ state }) => state === 'never_used' || state === 'not_paired',
  revoked: ({ state }) => state === 'revoked',
};

export const showIn = (text: string | undefined): Show | undefined =>
  shows.find((show) => show === text);

export const countOf = (tills: readonly Shown[], show: Show) => tills.filter(isShown[show]).length;

/** What all phones together have not sent, by their own words. */
export const unsentOf = (tills: readonly Pick<Till, 'unsentCount'>[]) =>
  tills.reduce((sum, { unsentCount }) => sum + unsentCount, 0);

/** The phones of a filter that hold every word that was typed, marks aside. */
export function found(
  tills: readonly Till[],
  show: Show | undefined,
  typed: string,
): readonly Till[] {
  const words = foldText(typed.trim()).split(/\s+/).filter(Boolean);
  return tills.filter((till) => {
    if (show !== undefined && !isShown[show](till)) return false;
    const { boothCode, exhibitorName, registerName, deviceName } = till;
    const text = foldText([boothCode, exhibitorName, registerName, deviceName ?? ''].join(' '));
    return words.every((word) => text.includes(word));
  });
}

export const keyOf = ({ registerId, epoch }: Pick<Till, 'registerId' | 'epoch'>) =>
  `${registerId}.${epoch}`;

export type Advice =
  | 'clashing'
  | 'silent'
  | 'holding'
  | 'closed_holding'
  | 'not_paired'
  | 'revoked'
  | 'aside'
  | 'storage'
  | 'clock'
  | 'version';

const adviceOfAlarm = {
  clash: null,
  silent_open_shift: null,
  set_aside_waiting: 'aside',
  storage_not_kept: 'storage',
  clock_off: 'clock',
  old_version: 'version',
} as const satisfies Record<Till['alarms'][number], Advice | null>;

/** What to do about a phone, the most urgent first; nothing for one that is well. */
export function adviceFor({ state, alarms }: Pick<Till, 'state' | 'alarms'>): Advice[] {
  const isAdvised = state !== 'all_sent' && state !== 'closed_and_empty' && state !== 'never_used';
  return [...(isAdvised ? [state] : []), ...alarms.flatMap((alarm) => adviceOfAlarm[alarm] ?? [])];
}

/** Documents that were set aside, phone by phone in the order that they come. */
export function byPhone(documents: readonly SetAside[]): SetAside[][] {
  const phones = new Map<string, SetAside[]>();
  for (const document of documents) {
    const key = keyOf(document);
    const phone = phones.get(key);
    if (phone) phone.push(document);
    else phones.set(key, [document]);
  }
  return [...phones.values()];
}

/**
 * What a person can say in favour of a document. In a sealed fair one proposes and another accepts:
 * null while one's own proposal waits for somebody else.
 */
export function deedFor(
  { proposal }: Pick<SetAside, 'proposal'>,
  isFairSealed: boolean,
): 'accepted' | 'proposed' | null {
  if (!isFairSealed) return 'accepted';
  if (proposal === null) return 'proposed';
  return proposal.isOwn ? null : 'accepted';
}

export const totalOf = (documents: readonly Pick<SetAside, 'totalVnd'>[]) =>
  documents.reduce((sum, { totalVnd }) => sum + (totalVnd ?? 0), 0);

/** "1,2 GB" of bytes, with the comma of the language. */
export function formatBytes(bytes: number, tag: string): string {
  const [unit, size] =
    bytes >= 1e9 ? ['GB', bytes / 1e9] : bytes >= 1e6 ? ['MB', bytes / 1e6] : ['kB', bytes / 1e3];
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: size < 10 ? 1 : 0 });
  return `${number.format(size)} ${unit}`;
}

/** A phone call to whoever signs in with a number; null for a login that is none. */
export function callOf(login: string): string | null {
  const digits = login.replace(/[\s.-]/g, '');
  return /^\+?\d{8,15}$/.test(digits) ? `tel:${digits}` : null;
}
