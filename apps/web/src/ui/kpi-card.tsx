import type { ReactNode } from 'react';
import { CircleHelp } from 'lucide-react';
import { m } from '../paraglide/messages.js';
import buttons from './buttons.module.css';
import classes from './kpi-card.module.css';
import { Popup } from './popup';
import { Sparkline } from './sparkline';

interface KpiCardProps {
  title: string;
  /** What the number counts and what it leaves out. */
  meaning: ReactNode;
  value: ReactNode;
  /** The exact number behind the value, for tests and copying. */
  exact: number;
  testId?: string;
  sub?: ReactNode;
  change?: ReactNode;
  /** The change since the time before that; comes later than the rest, or not at all. */
  earlier?: ReactNode;
  spark?: readonly number[];
  /** A part of a whole, 0 to 1, drawn as a filled track. */
  meter?: number;
  isLead?: boolean;
}

export function KpiCard(props: KpiCardProps) {
  const { title, meaning, value, exact, testId, sub, change, earlier, spark, meter, isLead } =
    props;
  return (
    <div className={`${classes.card} ${isLead ? classes.lead : ''}`}>
      <dt className={classes.head}>
        <span className={classes.title}>{title}</span>
        <Popup
          label={m.meaning_of({ title })}
          place="card"
          buttonClass={buttons.quiet}
          face={<CircleHelp size={16} aria-hidden />}
        >
          {meaning}
        </Popup>
      </dt>
      <dd className={classes.body}>
        <span className={classes.value} data-testid={testId} data-value={exact}>
          {value}
        </span>
        {sub && <span className={classes.sub}>{sub}</span>}
        {change && <span className={classes.change}>{change}</span>}
        {earlier && <span className={classes.change}>{earlier}</span>}
        {meter !== undefined && (
          <span className={classes.meter} aria-hidden>
            <span style={{ width: `${Math.min(1, meter) * 100}%` }} />
          </span>
        )}
        {spark && (
          <span className={classes.spark}>
            <Sparkline values={spark} />
          </span>
        )}
      </dd>
    </div>
  );
}
