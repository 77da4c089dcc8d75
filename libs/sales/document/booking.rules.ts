import { fairMoment } from '@phien/kernel';
import type { TillDocument } from '@phien/till';

const CLOCK_OFF_MS = 5 * 60_000;

/** What booking must know of a register besides the document itself. */
export interface Standing {
  exhibitorId: string;
  boothId: string;
  boothCode: string;
  /** When its phone was enrolled by code: no document of it is older. */
  enrolledAt: Date;
  timeZone: string;
  dayCutMinutes: number;
}

/** When a document happened, as the fair counts it. */
export interface Moment {
  correctedAt: Date;
  fairDay: string;
  fairMinute: number;
  flags: string[];
}

/**
 * The till's time plus the offset it had measured, clamped to [its last contact with the server,
 * received]; never to the document before, since one jump of a clock would drag the others along.
 */
export function momentOf(document: TillDocument, standing: Standing, receivedAt: Date): Moment {
  const claimedMs = Date.parse(document.at) + document.clockOffsetMs;
  const contactMs = document.lastContactAt === null ? 0 : Date.parse(document.lastContactAt);
  const earliestMs = Math.min(
    Math.max(contactMs, standing.enrolledAt.getTime()),
    receivedAt.getTime(),
  );
  const correctedAt = new Date(Math.min(Math.max(claimedMs, earliestMs), receivedAt.getTime()));
  const { day, minute } = fairMoment(correctedAt, standing.timeZone, standing.dayCutMinutes);
  const flags: string[] = [];
  if (Math.abs(document.clockOffsetMs) > CLOCK_OFF_MS) flags.push('clock_off');
  if (claimedMs < earliestMs) flags.push('clock_before_contact');
  if (claimedMs > receivedAt.getTime() + CLOCK_OFF_MS) flags.push('clock_ahead');
  if (document.boothId !== standing.boothId || document.boothCode !== standing.boothCode) {
    flags.push('booth_differs');
  }
  return { correctedAt, fairDay: day, fairMinute: minute, flags };
}

/**
 * The moment of a document that follows another. A till's documents follow one another: one that is
 * dated over five minutes before the one it follows keeps its day and is flagged, for a day that was
 * closed may get it.
 */
export function afterOther(moment: Moment, previousAt: Date | null): Moment {
  const isBackwards =
    previousAt !== null && moment.correctedAt.getTime() < previousAt.getTime() - CLOCK_OFF_MS;
  return isBackwards ? { ...moment, flags: [...moment.flags, 'clock_backwards'] } : moment;
}

/* What the database refuses, in the words that a person at the fair can act on. */
const CODE_OF_CONSTRAINT: Record<string, string> = {
  document_one_void: 'void_already_booked',
  document_not_refused: 'refused_by_organizer',
  document_void_is_whole: 'void_not_whole',
  document_refund_covered: 'refund_over_original',
  document_original_is_sale: 'original_not_a_sale',
  document_fair_id_original_id_exhibitor_id_fkey: 'original_missing',
  document_fair_id_booth_id_zone_id_fkey: 'booth_unknown',
  document_fair_id_register_id_exhibitor_id_fkey: 'exhibitor_differs',
};

/** The set-aside code for the constraint (by name) that refused a document. */
export function codeOfConstraint(constraint: string | undefined): string {
  return CODE_OF_CONSTRAINT[constraint ?? ''] ?? 'document_refused';
}
