import { useEffect, useState } from 'react';
import { useLanguage } from '../../i18n/language';
import { formatDateTime } from '../../i18n/times';
import { m } from '../../paraglide/messages.js';
import { useSellingTill } from '../core/till-context';
import type { IssuedDocument } from '../keep/read-till';
import { useVnd } from '../ui/parts';
import { Sheet } from '../ui/sheet';
import ui from '../ui/ui.module.css';
import { ReportSheet } from './report-sheet';
import { figuresOf, shiftTimes } from './shift.rules';
import classes from './shift.module.css';

/** Every shift that was closed at this booth with this phone, newest first: its Z report again. */
export function ShiftsSheet({ onClose }: { onClose: () => void }) {
  const { till, state, catalogue } = useSellingTill();
  const { language } = useLanguage();
  const vnd = useVnd();
  const [shifts, setShifts] = useState<IssuedDocument[][] | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void till.closedShifts().then((found) => isCurrent && setShifts(found));
    return () => {
      isCurrent = false;
    };
  }, [till, state.documents]);
  const open = shifts?.find(([first]) => first?.shiftId === openId);
  if (open) return <ReportSheet ofShift={open} onClose={() => setOpenId(null)} />;
  const { timeZone } = catalogue.fair;
  return (
    <Sheet title={m.till_shifts_title()} onClose={onClose}>
      {shifts === null ? (
        <p role="status">{m.loading()}</p>
      ) : shifts.length === 0 ? (
        <p className={ui.muted}>{m.till_shifts_none()}</p>
      ) : (
        <ul className={classes.shifts}>
          {shifts.map((documents) => {
            const contents = documents.map(({ content }) => content);
            const { netVnd, differenceVnd } = figuresOf(contents);
            const { closing, closedAt } = shiftTimes(contents);
            if (!closing || !closedAt) return null;
            return (
              <li key={closing.shiftId}>
                <button
                  type="button"
                  className={classes.shift}
                  onClick={() => setOpenId(closing.shiftId)}
                >
                  <span>
                    <strong>{formatDateTime(closedAt, timeZone, language)}</strong>
                    <span className={ui.muted}>{closing.cashier}</span>
                  </span>
                  <span>
                    <strong>{vnd(netVnd)}</strong>
                    <span className={differenceVnd === 0 ? ui.muted : classes.wrong}>
                      {differenceVnd === 0
                        ? m.till_difference_none()
                        : m.till_shifts_difference({ amount: vnd(differenceVnd ?? 0) })}
                    </span>
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </Sheet>
  );
}
