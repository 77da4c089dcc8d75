import { X } from 'lucide-react';
import { formatVnd } from '@phien/kernel';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import type { BoothOnBoard } from './further-requests';
import classes from './heat-card.module.css';
import type { HeatMetric } from './heat-time.rules';
import { BoothLink } from './place-links';
import type { Selection } from './selection.rules';

interface HeatPanelProps {
  fairCode: string;
  selection: Selection;
  row: BoothOnBoard;
  selling: number;
  areaM2: number;
  /** What it had sold by a time, in words; null while the whole day is shown. */
  byThen: { title: string; words: string } | null;
  onClose: () => void;
}

/** One booth of the plan. */
export function HeatPanel(props: HeatPanelProps) {
  const { fairCode, selection, row, selling, areaM2, byThen, onClose } = props;
  const { language } = useLanguage();
  const figures: { metric: HeatMetric; title: string; words: (amount: number) => string }[] = [
    { metric: 'revenue', title: m.heat_revenue(), words: (vnd) => formatVnd(vnd, language) },
    { metric: 'sales', title: m.heat_sales(), words: (count) => formatCount(count, language) },
    {
      metric: 'density',
      title: m.heat_density_of({ area: formatCount(areaM2, language) }),
      words: (vnd) => formatVnd(vnd, language),
    },
  ];
  return (
    <section className={classes.panel} aria-label={m.heat_booth({ booth: row.boothCode })}>
      <div className={classes.panelHead}>
        <div>
          <h3 className={classes.panelTitle}>
            {m.heat_booth({ booth: row.boothCode })} · {m.ranking_sub_zone({ zone: row.zoneCode })}
          </h3>
          <p className={classes.names}>{row.exhibitorNames.join(', ')}</p>
        </div>
        <button
          type="button"
          className={buttons.quiet}
          onClick={onClose}
          aria-label={m.heat_close()}
        >
          <X size={18} aria-hidden />
        </button>
      </div>
      <dl className={classes.figures}>
        {byThen && (
          <div>
            <dt>{byThen.title}</dt>
            <dd>
              <b>{byThen.words}</b>
            </dd>
          </div>
        )}
        {figures.map(({ metric, title, words }) => {
          const standing = row[metric];
          return (
            <div key={metric}>
              <dt>{title}</dt>
              <dd>
                {standing !== null && standing.amount !== null && <b>{words(standing.amount)}</b>}
                <span>
                  {standing === null
                    ? m.heat_none()
                    : m.heat_rank_of({
                        rank: standing.rank,
                        count: formatCount(selling, language),
                      })}
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
      <BoothLink
        fairCode={fairCode}
        selection={selection}
        code={row.boothCode}
        className={`${buttons.button} ${classes.open}`}
      >
        {m.place_open_booth()}
      </BoothLink>
    </section>
  );
}
