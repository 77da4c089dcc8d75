import { m } from '../../paraglide/messages.js';
import classes from '../../slip/slip.module.css';
import type { FigureGroup } from './shift-figures';
import type { ShiftReport } from './shift-report';

interface ReportPaperProps {
  report: ShiftReport;
  groups: readonly FigureGroup[];
  widthMm: 58 | 80;
}

/** An X or Z report on the paper that slips are printed on. */
export function ReportPaper({ report, groups, widthMm }: ReportPaperProps) {
  const { title, isFinal, exhibitorName, boothCode, fairName, isDemo, facts } = report;
  return (
    <article
      className={`${classes.slip} ${widthMm === 58 ? classes.narrow : ''}`}
      style={{ width: `${widthMm}mm` }}
      aria-label={title}
      data-testid="report-paper"
    >
      <header className={classes.head}>
        <p className={classes.exhibitor}>{exhibitorName}</p>
        <p>{m.till_slip_booth({ booth: boothCode })}</p>
        <p className={classes.fair}>{fairName}</p>
        <h2 className={classes.title}>{title}</h2>
        {!isFinal && <p className={classes.demo}>{m.till_report_provisional_short()}</p>}
        {isDemo && <p className={classes.demo}>{m.demo()}</p>}
      </header>
      <dl className={classes.facts}>
        {facts.map(({ name, value }) => (
          <div key={name} className={classes.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {groups.map((group, at) => (
        <section key={at} className={classes.part}>
          {group.title !== null && <h3>{group.title}</h3>}
          <dl className={classes.sums}>
            {group.rows.map(({ name, value, isSum }, no) => (
              <div key={no} className={isSum ? classes.strong : undefined}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {isFinal && <p className={classes.signature}>{m.till_report_signature()}</p>}
    </article>
  );
}
