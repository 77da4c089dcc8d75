import { printedNumber } from '@phien/kernel';
import type { PaperContent } from '../paper/paper.rules';
import type { PaperDay, PaperFair, SetAsideDocument } from '../statement/exhibitor-facts';

/** A document that came after its day was first closed. */
export interface LateDocument {
  number: string;
  kind: string;
  day: string;
  at: string;
  receivedAt: string;
  boothCode: string;
  exhibitorName: string;
  cashier: string;
  totalVnd: number;
  /** The revision that counted it first; null while it waits for one. */
  revision: number | null;
  /** What the server noticed of its time and place. */
  flags: string[];
}

/** `booked` by itself, when what it waited for arrived. */
export type SetAsideState = 'waiting' | 'accepted' | 'refused' | 'booked';

export interface ListedSetAside {
  number: string;
  kind: string | null;
  day: string;
  at: string | null;
  receivedAt: string;
  boothCode: string;
  exhibitorName: string;
  cashier: string | null;
  totalVnd: number | null;
  code: string;
  whyVi: string;
  whyEn: string;
  state: SetAsideState;
  reason: string | null;
  decidedByName: string | null;
  decidedAt: string | null;
}

/** What came late and what does not count, of a day or of the whole fair, as it stands now. */
export interface LateListContent extends PaperContent {
  fair: PaperFair;
  day: string | null;
  days: PaperDay[];
  late: LateDocument[];
  setAside: ListedSetAside[];
}

export interface LateListFacts {
  asOf: string;
  fair: PaperFair;
  day: string | null;
  days: PaperDay[];
  late: (Omit<LateDocument, 'number'> & {
    registerName: string;
    epoch: number;
    sequence: number;
  })[];
  setAside: SetAsideDocument[];
}

/** The list, ascending by day and time. Something still waits: it is provisional. */
export function lateListOf(facts: LateListFacts): LateListContent {
  const late = facts.late
    .map(({ registerName, epoch, sequence, ...document }) => ({
      ...document,
      number: printedNumber(registerName, epoch, sequence),
    }))
    .sort(byDayAndTime);
  const setAside = facts.setAside
    .map((one): ListedSetAside => ({
      number: printedNumber(one.registerName, one.epoch, one.sequence),
      kind: one.kind,
      day: one.day,
      at: one.at,
      receivedAt: one.receivedAt,
      boothCode: one.boothCode,
      exhibitorName: one.exhibitorName,
      cashier: one.cashier,
      totalVnd: one.totalVnd,
      code: one.code,
      whyVi: one.whyVi,
      whyEn: one.whyEn,
      state: one.verdict ?? (one.isBooked ? 'booked' : 'waiting'),
      reason: one.reason,
      decidedByName: one.decidedByName,
      decidedAt: one.decidedAt,
    }))
    .sort(byDayAndTime);
  return {
    asOf: facts.asOf,
    isProvisional:
      facts.days.some(({ isSettled }) => !isSettled) ||
      late.some(({ revision }) => revision === null) ||
      setAside.some(({ state }) => state === 'waiting'),
    fair: facts.fair,
    day: facts.day,
    days: facts.days,
    late,
    setAside,
  };
}

interface Timed {
  day: string;
  at: string | null;
  number: string;
}

const byDayAndTime = (a: Timed, b: Timed) =>
  a.day.localeCompare(b.day) ||
  (a.at ?? '').localeCompare(b.at ?? '') ||
  a.number.localeCompare(b.number, 'en', { numeric: true });
