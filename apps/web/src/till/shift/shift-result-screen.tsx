import { useState } from 'react';
import { useLanguage } from '../../i18n/language';
import { formatDateTime } from '../../i18n/times';
import { m } from '../../paraglide/messages.js';
import { useSellingTill } from '../core/till-context';
import { Printer } from '../ui/icons';
import { Note } from '../ui/parts';
import ui from '../ui/ui.module.css';
import { Difference } from './difference';
import { ReportSheet } from './report-sheet';
import { FiguresOfShift } from './shift-figures';
import { figuresOf, shiftTimes } from './shift.rules';

/** The closed shift: final once the ledger has all of it, until then said to be provisional. */
export function ShiftResultScreen() {
  const { till, state, catalogue } = useSellingTill();
  const { language } = useLanguage();
  const ofShift = state.documents.filter(({ shiftId }) => shiftId === state.closedShiftId);
  const figures = figuresOf(ofShift.map(({ content }) => content));
  const unsentCount = ofShift.filter(({ sent }) => sent !== 'sent').length;
  const { closing, closedAt } = shiftTimes(ofShift.map(({ content }) => content));
  const [isReportOpen, setReportOpen] = useState(false);
  return (
    <main className={`${ui.page} ${ui.stack}`}>
      <h1 className={ui.heading}>{m.till_closed_title()}</h1>
      {closing && closedAt && (
        <p>
          {m.till_closed_by({
            name: closing.cashier,
            time: formatDateTime(closedAt, catalogue.fair.timeZone, language),
          })}
        </p>
      )}
      <div aria-live="polite" data-testid="shift-result" data-unsent={unsentCount}>
        {unsentCount > 0 ? (
          <Note tone="warn">{m.till_closed_provisional({ count: unsentCount })}</Note>
        ) : (
          <Note tone="good">{m.till_closed_sent()}</Note>
        )}
      </div>
      {figures.differenceVnd !== null && <Difference differenceVnd={figures.differenceVnd} />}
      <div>
        <FiguresOfShift figures={figures} />
      </div>
      <button type="button" className={ui.button} onClick={() => setReportOpen(true)}>
        <Printer size={20} aria-hidden />
        {m.till_report_z()}
      </button>
      <button
        type="button"
        className={`${ui.main} ${ui.big}`}
        onClick={() => void till.putShiftAway()}
      >
        {m.till_closed_done()}
      </button>
      {isReportOpen && <ReportSheet ofShift={ofShift} onClose={() => setReportOpen(false)} />}
    </main>
  );
}
