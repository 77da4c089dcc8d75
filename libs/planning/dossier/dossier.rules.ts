import { fairDayPlus, isFairDay, type Refusal } from '@phien/kernel';
import type { ExhibitorKind } from '../exhibitor/exhibitor.entity';
import {
  dossierDatesReversed,
  dossierDayUnknown,
  dossierIssuerRefused,
  dossierNotIssuedYet,
  dossierNumberRefused,
} from './dossier.refusals';

/** How it stands with a kind of paper, the worst first. `optional`: not asked for, and not there. */
export const DOSSIER_STATES = [
  'missing',
  'expired',
  'ends_before_fair',
  'ends_during_fair',
  'ends_soon',
  'good',
  'optional',
] as const;
export type DossierState = (typeof DOSSIER_STATES)[number];

export interface AskedFor {
  isForAll: boolean;
  exhibitorKinds: readonly ExhibitorKind[];
  classCodes: readonly string[];
}

export interface Asked {
  kind: ExhibitorKind;
  /** Of what is in its catalogue. */
  classCodes: readonly string[];
}

/** Whether an exhibitor is asked for a kind of paper: everybody is, its kind is, or what it sells is. */
export function isAskedFor(wanted: AskedFor, { kind, classCodes }: Asked): boolean {
  return (
    wanted.isForAll ||
    wanted.exhibitorKinds.includes(kind) ||
    wanted.classCodes.some((code) =>
      classCodes.some((sold) => sold === code || sold.startsWith(`${code}.`)),
    )
  );
}

export interface FairSpan {
  today: string;
  /** Null while the fair has no days. */
  firstDay: string | null;
  lastDay: string | null;
}

/**
 * How it stands with the papers of one kind: the one that holds longest counts. A paper holds through
 * its last day. It ends before the fair when that day is before the first, during it when before the
 * last; soon when not many days after the last day, or after today once the fair is over.
 */
export function dossierState(
  expiries: readonly (string | null)[],
  isAsked: boolean,
  { today, firstDay, lastDay }: FairSpan,
  warnDays: number,
): DossierState {
  if (expiries.length === 0) return isAsked ? 'missing' : 'optional';
  if (expiries.includes(null)) return 'good';
  const last = expiries.reduce<string>((longest, day) => (day! > longest ? day! : longest), '');
  if (last < today) return 'expired';
  if (firstDay !== null && last < firstDay) return 'ends_before_fair';
  if (lastDay !== null && last < lastDay) return 'ends_during_fair';
  const from = lastDay !== null && lastDay > today ? lastDay : today;
  return last < fairDayPlus(from, warnDays) ? 'ends_soon' : 'good';
}

const oneLine = (text: string | null | undefined) => {
  const line = (text ?? '')
    .normalize('NFC')
    .trim()
    .replace(/[\s\p{Cc}]+/gu, ' ');
  return line === '' ? null : line;
};

export interface SaidItem {
  number: string | null;
  issuer: string | null;
  issuedOn: string | null;
  expiresOn: string | null;
}

/** A paper as it would be kept: texts without spaces around, null where nothing is said. */
export const itemAsKept = (wanted: {
  [field in keyof SaidItem]?: string | null;
}): SaidItem => ({
  number: oneLine(wanted.number),
  issuer: oneLine(wanted.issuer),
  issuedOn: oneLine(wanted.issuedOn),
  expiresOn: oneLine(wanted.expiresOn),
});

/** What is wrong with a paper as it would be kept, in the order of the form. */
export function faultsOfItem({ number, issuer, issuedOn, expiresOn }: SaidItem, today: string) {
  const faults: (Refusal | null)[] = [
    (number?.length ?? 0) > 100 ? dossierNumberRefused() : null,
    (issuer?.length ?? 0) > 200 ? dossierIssuerRefused() : null,
    issuedOn === null
      ? null
      : !isFairDay(issuedOn)
        ? dossierDayUnknown('issuedOn')
        : issuedOn > today
          ? dossierNotIssuedYet()
          : null,
    expiresOn === null
      ? null
      : !isFairDay(expiresOn)
        ? dossierDayUnknown('expiresOn')
        : issuedOn !== null && expiresOn < issuedOn
          ? dossierDatesReversed()
          : null,
  ];
  return faults.filter((fault) => fault !== null);
}
