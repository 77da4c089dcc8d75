import { printedNumber } from '@phien/kernel';
import type { Language } from '@phien/kernel';
import { formatDateTime } from '../../i18n/times';
import { m } from '../../paraglide/messages.js';
import type { Catalogue } from '../keep/catalogue';
import type { IssuedDocument } from '../keep/read-till';
import { figuresOf, shiftTimes } from './shift.rules';
import type { ShiftFigures } from './shift.rules';

/**
 * A shift for reading and for paper. While it is open it is an X report, provisional and of this
 * moment; once it is closed a Z report, the same however often it is read: its documents are facts.
 */
export interface ShiftReport {
  title: string;
  isFinal: boolean;
  exhibitorName: string;
  boothCode: string;
  fairName: string;
  isDemo: boolean;
  facts: { name: string; value: string }[];
  figures: ShiftFigures;
  unsentCount: number;
}

export function reportOf(
  ofShift: readonly IssuedDocument[],
  catalogue: Catalogue,
  language: Language,
  readAt: Date,
): ShiftReport {
  const documents = ofShift.map(({ content }) => content);
  const figures = figuresOf(documents);
  const { opening, closing, openedAt, closedAt } = shiftTimes(documents);
  const { fair, registerName, exhibitorName } = catalogue;
  const time = (instant: string) => formatDateTime(instant, fair.timeZone, language);
  /* A shift may go on in a further epoch of the phone. */
  const numbers = [ofShift[0], ofShift.at(-1)].flatMap((each) =>
    each ? [printedNumber(registerName, each.epoch, each.sequence)] : [],
  );
  const unsentCount = ofShift.filter(({ sent }) => sent !== 'sent').length;
  const facts = [
    {
      name: m.till_report_numbers(),
      value: numbers.join(' … '),
    },
    ...(opening && openedAt
      ? [{ name: m.till_report_opened(), value: `${time(openedAt)}, ${opening.cashier}` }]
      : []),
    closing && closedAt
      ? { name: m.till_report_closed(), value: `${time(closedAt)}, ${closing.cashier}` }
      : { name: m.till_report_as_of(), value: time(readAt.toISOString()) },
    ...(unsentCount > 0 ? [{ name: m.till_report_unsent(), value: String(unsentCount) }] : []),
  ];
  return {
    title: closing ? m.till_report_z() : m.till_report_x(),
    isFinal: closing !== null,
    exhibitorName,
    boothCode: documents[0]?.boothCode ?? catalogue.boothCode,
    fairName: language === 'vi' ? fair.nameVi : fair.nameEn,
    isDemo: fair.isDemo,
    facts,
    figures,
    unsentCount,
  };
}
