interface Signed {
  day: string;
  revision: number;
}

/** How the signing of a day stands. */
export type Signing<Signature> =
  | { state: 'unsigned' }
  /** Its latest revision is signed, by these. */
  | { state: 'signed'; signatures: Signature[] }
  /** A revision is signed, and a later one is not. */
  | { state: 'newer_unsigned'; signedRevision: number };

/** Of a day whose latest revision is `revision`; null before its first. */
export function signingOf<Signature extends Signed>(
  signatures: readonly Signature[],
  { day, revision }: { day: string; revision: number | null },
): Signing<Signature> | null {
  if (revision === null) return null;
  const ofDay = signatures.filter((signature) => signature.day === day);
  const ofLatest = ofDay.filter((signature) => signature.revision === revision);
  if (ofLatest.length > 0) return { state: 'signed', signatures: ofLatest };
  if (ofDay.length === 0) return { state: 'unsigned' };
  return {
    state: 'newer_unsigned',
    signedRevision: Math.max(...ofDay.map((signature) => signature.revision)),
  };
}

/** Whether a field holds six digits, blanks aside. */
export const isCode = (typed: string) => /^\d{6}$/.test(typed.replace(/\s/g, ''));

export const SHORTEST_EXCEPTION = 10;

/** "2025-11-20T10:05" on the wall clock of a fair, for a field of date and time. */
export function wallTime(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** The instant at which the wall clock of a fair shows `wall`; null for what is no time. */
export function instantAt(wall: string, timeZone: string): string | null {
  const guess = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall) ? Date.parse(`${wall}:00Z`) : NaN;
  if (Number.isNaN(guess)) return null;
  const shown = Date.parse(`${wallTime(new Date(guess).toISOString(), timeZone)}:00Z`);
  return new Date(guess - (shown - guess)).toISOString();
}
