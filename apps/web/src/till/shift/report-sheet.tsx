import { useState } from 'react';
import { useLanguage } from '../../i18n/language';
import { m } from '../../paraglide/messages.js';
import { PrintedPaper } from '../../slip/printed-slip';
import { useSellingTill } from '../core/till-context';
import type { IssuedDocument } from '../keep/read-till';
import { Printer } from '../ui/icons';
import { PaperWidth } from '../ui/paper-width';
import { Note, useVnd } from '../ui/parts';
import { Sheet } from '../ui/sheet';
import ui from '../ui/ui.module.css';
import { Difference } from './difference';
import { ReportPaper } from './report-paper';
import { detailsOf, FigureGroups, sumsOf } from './shift-figures';
import { reportOf } from './shift-report';
import classes from './shift.module.css';

interface ReportSheetProps {
  ofShift: readonly IssuedDocument[];
  onClose: () => void;
}

/** The X report of an open shift or the Z report of a closed one, on screen and for the printer. */
export function ReportSheet({ ofShift, onClose }: ReportSheetProps) {
  const { state, catalogue } = useSellingTill();
  const { language } = useLanguage();
  const vnd = useVnd();
  const [readAt] = useState(() => new Date(Date.now() + state.contact.clockOffsetMs));
  const report = reportOf(ofShift, catalogue, language, readAt);
  const { figures, facts, isFinal, unsentCount } = report;
  const groups = [...sumsOf(figures, vnd), ...detailsOf(figures, vnd)];
  return (
    <Sheet
      title={report.title}
      onClose={onClose}
      foot={
        <button type="button" className={ui.main} onClick={() => window.print()}>
          <Printer size={20} aria-hidden />
          {m.till_print()}
        </button>
      }
    >
      <div className={ui.stack} data-testid="report">
        {!isFinal ? (
          <Note tone="info">{m.till_report_provisional()}</Note>
        ) : unsentCount > 0 ? (
          <Note tone="warn">{m.till_closed_provisional({ count: unsentCount })}</Note>
        ) : (
          <Note tone="good">{m.till_closed_sent()}</Note>
        )}
        <dl className={classes.facts}>
          {facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {figures.differenceVnd !== null && <Difference differenceVnd={figures.differenceVnd} />}
        <div>
          <FigureGroups groups={groups} />
        </div>
        <PaperWidth />
      </div>
      <PrintedPaper widthMm={state.slipWidthMm}>
        <ReportPaper report={report} groups={groups} widthMm={state.slipWidthMm} />
      </PrintedPaper>
    </Sheet>
  );
}
