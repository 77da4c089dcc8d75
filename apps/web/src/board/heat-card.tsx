import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { X } from 'lucide-react';
import { formatVnd } from '@phien/kernel';
import type { Booth } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatAxisVnd, formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { Choice } from '../ui/choice';
import { FairPlan } from '../ui/fair-plan/fair-plan';
import { TableTwin } from '../ui/table-twin';
import type { TwinColumn } from '../ui/table-twin';
import type { BoothOnBoard, BoothsPage, PlanPicture } from './further-requests';
import classes from './heat-card.module.css';
import { boothBeside } from './heat-map.rules';

type Metric = 'revenue' | 'sales';

/** The plan with every booth in the colour of its sales, and the ranking of all of them as table. */
export function HeatCard({ plan, page }: { plan: PlanPicture; page: BoothsPage }) {
  const { language } = useLanguage();
  const [metric, setMetric] = useState<Metric>('revenue');
  const [readId, setReadId] = useState<string | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const picture = useRef<HTMLDivElement>(null);
  const panelId = useId();
  const byId = useMemo(() => new Map(page.booths.map((row) => [row.boothId, row])), [page]);
  const selling = page.booths.filter((row) => row.revenue !== null).length;
  const read =
    plan.booths.find(({ id }) => id === readId) ??
    plan.booths.find(({ id }) => id === page.booths[0]?.boothId) ??
    plan.booths[0];
  const open = openId === null ? undefined : byId.get(openId);

  useEffect(() => {
    if (readId === null) return;
    picture.current
      ?.querySelector(`[data-booth="${readId}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [readId]);

  const amountWords = (amount: number) =>
    metric === 'revenue'
      ? formatVnd(amount, language)
      : m.heat_sales_amount({ count: formatCount(amount, language) });
  const reading = (booth: Booth) => {
    const row = byId.get(booth.id);
    if (!row) return m.heat_booth_free({ booth: booth.code });
    const names = { booth: row.boothCode, names: row.exhibitorNames.join(', ') };
    const standing = row[metric];
    if (standing === null) return m.heat_booth_none(names);
    const words = { ...names, rank: standing.rank };
    return standing.amount === null
      ? m.heat_booth_read(words)
      : m.heat_booth_read_amount({ ...words, amount: amountWords(standing.amount) });
  };
  const faceOf = (booth: Booth) => {
    const standing = byId.get(booth.id)?.[metric];
    if (!standing) return { fill: 'var(--surface)', ink: 'var(--muted)' };
    return {
      fill: `var(--heat-${standing.heat})`,
      ink: `var(--heat-ink-${standing.heat})`,
      letter: String(standing.rank),
    };
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!read) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      setOpenId(byId.has(read.id) ? read.id : null);
      return;
    }
    if (event.key === 'Escape') setOpenId(null);
    const next =
      event.key === 'Home'
        ? plan.booths.find(({ id }) => id === page.booths[0]?.boothId)
        : boothBeside(plan.booths, read, event.key);
    if (!next) return;
    event.preventDefault();
    setReadId(next.id);
    if (openId !== null) setOpenId(byId.has(next.id) ? next.id : null);
  };

  return (
    <TableTwin
      title={m.heat_title()}
      rows={page.booths}
      asOf={page.asOf}
      keyOf={(row) => row.boothId}
      columns={columnsOf(page.showsMoney)}
      note={page.showsMoney ? undefined : m.ranking_money_hidden()}
      controls={
        <Choice
          label={m.heat_metric()}
          value={metric}
          options={[
            { value: 'revenue', name: m.heat_revenue() },
            { value: 'sales', name: m.heat_sales() },
          ]}
          onChoose={setMetric}
        />
      }
    >
      <div className={classes.colours}>
        {selling === 0 && <p className={classes.hint}>{m.heat_empty()}</p>}
        <Legend page={page} metric={metric} />
        <div className={classes.beside}>
          <div
            className={classes.scroll}
            ref={picture}
            role="slider"
            tabIndex={0}
            aria-label={m.heat_slider()}
            aria-valuemin={1}
            aria-valuemax={plan.booths.length}
            aria-valuenow={read ? plan.booths.indexOf(read) + 1 : 1}
            aria-valuetext={read && reading(read)}
            aria-controls={open ? panelId : undefined}
            onKeyDown={onKeyDown}
            onClick={(event) => {
              const target = event.target instanceof Element ? event.target : null;
              const id = target?.closest('[data-booth]')?.getAttribute('data-booth') ?? null;
              if (id === null) return;
              setReadId(id);
              setOpenId(byId.has(id) ? id : null);
            }}
          >
            <div className={classes.plan}>
              <FairPlan
                hall={plan.hall}
                zones={plan.zones}
                features={plan.features}
                booths={plan.booths}
                faceOf={faceOf}
                selectedId={openId ?? readId}
              />
            </div>
          </div>
          <div id={panelId} className={open ? classes.opened : undefined} aria-live="polite">
            {open ? (
              <BoothPanel row={open} selling={selling} onClose={() => setOpenId(null)} />
            ) : (
              <p className={classes.hint}>{m.heat_hint()}</p>
            )}
          </div>
        </div>
      </div>
    </TableTwin>
  );
}

function Legend({ page, metric }: { page: BoothsPage; metric: Metric }) {
  const { language } = useLanguage();
  const amount = (value: number) =>
    metric === 'revenue' ? formatAxisVnd(value, language) : formatCount(value, language);
  return (
    <ul className={classes.legend} aria-label={m.heat_legend()}>
      {page.heat[metric].map((row) => (
        <li key={row.heat}>
          <span
            className={classes.swatch}
            style={{
              background: `var(--heat-${row.heat})`,
              color: `var(--heat-ink-${row.heat})`,
            }}
            aria-hidden
          >
            {row.boothCount}
          </span>
          <span>
            {row.least !== null && row.most !== null
              ? row.least === row.most
                ? amount(row.most)
                : `${amount(row.least)} – ${amount(row.most)}`
              : row.firstRank === row.lastRank
                ? m.heat_rank_one({ first: row.firstRank })
                : m.heat_ranks({ first: row.firstRank, last: row.lastRank })}
          </span>
        </li>
      ))}
      <li>
        <span className={`${classes.swatch} ${classes.none}`} aria-hidden />
        <span>{m.heat_none()}</span>
      </li>
    </ul>
  );
}

interface BoothPanelProps {
  row: BoothOnBoard;
  selling: number;
  onClose: () => void;
}

function BoothPanel({ row, selling, onClose }: BoothPanelProps) {
  const { language } = useLanguage();
  const rank = (standing: BoothOnBoard['revenue']) =>
    standing === null
      ? m.heat_none()
      : m.heat_rank_of({ rank: standing.rank, count: formatCount(selling, language) });
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
        <div>
          <dt>{m.heat_revenue()}</dt>
          <dd>
            {row.revenue !== null && row.revenue.amount !== null && (
              <b>{formatVnd(row.revenue.amount, language)}</b>
            )}
            <span>{rank(row.revenue)}</span>
          </dd>
        </div>
        <div>
          <dt>{m.heat_sales()}</dt>
          <dd>
            {row.sales !== null && row.sales.amount !== null && (
              <b>{formatCount(row.sales.amount, language)}</b>
            )}
            <span>{rank(row.sales)}</span>
          </dd>
        </div>
      </dl>
    </section>
  );
}

function columnsOf(showsMoney: boolean): TwinColumn<BoothOnBoard>[] {
  const columns: TwinColumn<BoothOnBoard>[] = [
    { title: m.ranking_booth(), cell: (row) => row.boothCode },
    { title: m.ranking_exhibitor(), cell: (row) => row.exhibitorNames.join(', '), isName: true },
    { title: m.zones_zone(), cell: (row) => row.zoneCode },
    { title: m.heat_rank_revenue(), cell: (row) => row.revenue?.rank ?? null, unit: 'count' },
    { title: m.heat_rank_sales(), cell: (row) => row.sales?.rank ?? null, unit: 'count' },
  ];
  if (!showsMoney) return columns;
  return [
    ...columns,
    {
      title: m.col_revenue(),
      cell: (row) => row.revenue?.amount ?? 0,
      unit: 'vnd',
    },
    {
      title: m.col_sales(),
      cell: (row) => row.sales?.amount ?? 0,
      unit: 'count',
    },
  ];
}
