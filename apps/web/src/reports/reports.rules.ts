import type { Language } from '@phien/kernel';

interface DayOfList {
  day: string;
  state: 'upcoming' | 'open' | 'provisional' | 'complete';
  closesByItselfAt: string | null;
}

/** How a day stands, as its chip says it; a day that is over and empty is `silent`. */
export type Standing = DayOfList['state'] | 'silent';

export function standingOf({ state, closesByItselfAt }: DayOfList): Standing {
  return state === 'open' && closesByItselfAt === null ? 'silent' : state;
}

/** Days that have begun, the newest first, and days to come, the next first. */
export function shelved<Day extends DayOfList>(
  days: readonly Day[],
): {
  begun: Day[];
  upcoming: Day[];
} {
  const sorted = [...days].sort((a, b) => (a.day < b.day ? -1 : 1));
  return {
    begun: sorted.filter(({ state }) => state !== 'upcoming').reverse(),
    upcoming: sorted.filter(({ state }) => state === 'upcoming'),
  };
}

/**
 * The day of the address; without one the newest that has begun, or the first to come. An address may
 * name a day that is none.
 */
export function dayToShow<Day extends DayOfList>(
  days: readonly Day[],
  wanted: string | undefined,
): Day | undefined {
  const { begun, upcoming } = shelved(days);
  if (wanted !== undefined) return days.find(({ day }) => day === wanted);
  return begun[0] ?? upcoming[0];
}

interface FileState {
  state: 'ready' | 'making' | 'waiting' | 'failed' | 'absent';
}

/** Whether a file will be there before long, so that it is worth looking again soon. */
export const isOnItsWay = ({ state }: FileState) => state === 'making' || state === 'waiting';

/** The files of one revision. */
export const filesOf = <File extends { day: string; revision: number }>(
  files: readonly File[],
  of: { day: string; revision: number },
) => files.filter(({ day, revision }) => day === of.day && revision === of.revision);

/** "312 KB", "1,4 MB" of a number of bytes. */
export function formatSize(bytes: number, language: Language): string {
  const isSmall = bytes < 1_000_000;
  const number = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    maximumFractionDigits: isSmall ? 0 : 1,
  }).format(isSmall ? Math.max(1, bytes / 1_000) : bytes / 1_000_000);
  return `${number} ${isSmall ? 'KB' : 'MB'}`;
}

/** "a1b2c3d4 … 9f0e1d2c": enough of a hash to compare by eye. */
export const shortHash = (hash: string) => `${hash.slice(0, 8)} … ${hash.slice(-8)}`;

/** "+1.234" or "−1.234"; 0 without a sign. */
export function formatSigned(amount: number, language: Language): string {
  const size = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(
    Math.abs(amount),
  );
  if (amount === 0) return size;
  return amount > 0 ? `+${size}` : `\u2212${size}`;
}

/** The reasons that the house itself gives, by their code; a person's words have none. */
export function knownReason(reason: string): 'first' | 'late' | 'hours' | null {
  if (reason === 'không ghi lý do') return 'first';
  if (reason === 'máy báo muộn') return 'late';
  return reason === 'hết giờ mở cửa' ? 'hours' : null;
}

/** Choices of grace in minutes; the fair's own one among them. */
export function graceChoices(current: number): number[] {
  return [...new Set([0, 15, 30, 45, 60, 90, 120, 180, current])].sort((a, b) => a - b);
}
