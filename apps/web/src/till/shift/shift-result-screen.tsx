import { useLanguage } from '../../i18n/language';
import { formatDateTime } from '../../i18n/times';
import { m } from '../../paraglide/messages.js';
import { useSellingTill } from '../core/till-context';
import { Note } from '../ui/parts';
import ui from '../ui/ui.module.css';
import { Difference } from './difference';
import { FiguresOfShift } from './shift-figures';
import { figuresOf } from './shift.rules';

/** The closed shift: final once the ledger has all of it, until then said to be provisional. */
export function ShiftResultScreen() {
  const { till, state, catalogue } = useSellingTill();
  const { language } = useLanguage();
  const ofShift = state.documents.filter(({ shiftId }) => shiftId === state.closedShiftId);
  const figures = figuresOf(ofShift.map(({ content }) => content));
  const unsentCount = ofShift.filter(({ sent }) => sent !== 'sent').length;
  const closing = ofShift.at(-1)?.content;
  const closedAt =
    closing && new Date(Date.parse(closing.at) + closing.clockOffsetMs).toISOString();
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
      <FiguresOfShift figures={figures} />
      <button
        type="button"
        className={`${ui.main} ${ui.big}`}
        onClick={() => void till.putShiftAway()}
      >
        {m.till_closed_done()}
      </button>
    </main>
  );
}
