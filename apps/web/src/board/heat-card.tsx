import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { formatVnd } from '@phien/kernel';
import type { Board, Booth } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatMinute } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { Choice } from '../ui/choice';
import { FairPlan } from '../ui/fair-plan/fair-plan';
import { TableTwin } from '../ui/table-twin';
import type { TwinColumn } from '../ui/table-twin';
import { isToday } from './day-line.rules';
import { useSteps } from './further-requests';
import type { BoothOnBoard, BoothsPage, PlanPicture, Steps } from './further-requests';
import classes from './heat-card.module.css';
import { HeatLegend } from './heat-legend';
import { boothBeside } from './heat-map.rules';
import { HeatPanel } from './heat-panel';
import { HeatTime, HeatTimeFailed } from './heat-time';
import { stepAt } from './heat-time.rules';
import type { HeatMetric } from './heat-time.rules';
import { askedOf } from './selection.rules';
import type { Selection } from './selection.rules';

interface HeatCardProps {
  board: Board;
  selection: Selection;
  plan: PlanPicture;
  page: BoothsPage;
  /** Nobody has scrolled here yet. */
  isSeen: boolean;
}

/** A booth by a time of the day. */
interface ByThen {
  heat: number;
  amount: number | null;
}

/**
 * The plan with every booth in the colour of its sales, of the whole day or by a time of it, and the
 * ranking of all of them as table.
 */
export function HeatCard({ board, selection, plan, page, isSeen }: HeatCardProps) {
  const { language } = useLanguage();
  const [metric, setMetric] = useState<HeatMetric>('revenue');
  const [readId, setReadId] = useState<string | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [isPlaying, setPlaying] = useState(false);
  const isOneDay = board.from === board.day;
  const steps = useSteps(board.fairId, askedOf(selection), board.version, {
    isSeen: isSeen && isOneDay,
    isPlaying,
  });
  const shown = isOneDay ? steps.data : undefined;
  const at = stepAt(shown?.untilMinute ?? [], chosen);
  const picture = useRef<HTMLDivElement>(null);
  const panelId = useId();
  const byId = useMemo(() => new Map(page.booths.map((row) => [row.boothId, row])), [page]);
  const byThen = useMemo(() => (shown && at !== null ? coursesAt(shown, at) : null), [shown, at]);
  const time = at === null ? '' : formatMinute(shown?.untilMinute[at] ?? 0);
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
    metric === 'sales'
      ? m.heat_sales_amount({ count: formatCount(amount, language) })
      : metric === 'density'
        ? m.heat_density_amount({ amount: formatVnd(amount, language) })
        : formatVnd(amount, language);
  const thenOf = (boothId: string): ByThen =>
    byThen?.get(boothId)?.[metric] ?? { heat: 0, amount: null };
  const thenWords = ({ heat, amount }: ByThen) =>
    heat === 0 ? m.heat_none() : amount === null ? m.heat_class({ heat }) : amountWords(amount);
  const reading = (booth: Booth) => {
    const row = byId.get(booth.id);
    if (!row) return m.heat_booth_free({ booth: booth.code });
    const names = { booth: row.boothCode, names: row.exhibitorNames.join(', ') };
    if (byThen) return m.heat_booth_then({ ...names, time, words: thenWords(thenOf(booth.id)) });
    const standing = row[metric];
    if (standing === null) return m.heat_booth_none(names);
    const words = { ...names, rank: standing.rank };
    return standing.amount === null
      ? m.heat_booth_read(words)
      : m.heat_booth_read_amount({ ...words, amount: amountWords(standing.amount) });
  };
  const faceOf = (booth: Booth) => {
    const standing = byId.get(booth.id)?.[metric];
    const heat = byThen ? thenOf(booth.id).heat : (standing?.heat ?? 0);
    if (heat === 0) return { fill: 'var(--surface)', ink: 'var(--muted)' };
    return {
      fill: `var(--heat-${heat})`,
      ink: `var(--heat-ink-${heat})`,
      letter: String(byThen ? heat : standing?.rank),
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
  const areaOf = (boothId: string) => {
    const booth = plan.booths.find(({ id }) => id === boothId);
    return booth ? (booth.widthCm * booth.depthCm) / 10_000 : 0;
  };

  return (
    <TableTwin
      title={m.heat_title()}
      rows={page.booths}
      asOf={byThen && shown ? shown.asOf : page.asOf}
      keyOf={(row) => row.boothId}
      columns={byThen ? columnsThen(byThen, time, page.showsMoney) : columnsOf(page.showsMoney)}
      note={page.showsMoney ? undefined : m.ranking_money_hidden()}
      controls={
        <Choice
          label={m.heat_metric()}
          value={metric}
          options={[
            { value: 'revenue', name: m.heat_revenue() },
            { value: 'density', name: m.heat_density() },
            { value: 'sales', name: m.heat_sales() },
          ]}
          onChoose={setMetric}
        />
      }
    >
      <div className={classes.colours}>
        {selling === 0 && <p className={classes.hint}>{m.heat_empty()}</p>}
        {shown && shown.untilMinute.length > 0 ? (
          <HeatTime
            untilMinutes={shown.untilMinute}
            chosen={chosen}
            isPlaying={isPlaying}
            isToday={isToday(board)}
            onChoose={setChosen}
            onPlay={setPlaying}
          />
        ) : (
          isOneDay && steps.isError && <HeatTimeFailed onRetry={() => void steps.refetch()} />
        )}
        <TimeWords
          steps={shown}
          time={byThen && time}
          isOneDay={isOneDay}
          isToday={isToday(board)}
        />
        <HeatLegend
          rows={byThen && shown ? shown.heat[metric] : page.heat[metric]}
          metric={metric}
          counts={byThen && countsOf(byThen, metric)}
        />
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
          <div
            id={panelId}
            className={open ? classes.opened : undefined}
            aria-live={isPlaying ? 'off' : 'polite'}
          >
            {open ? (
              <HeatPanel
                fairCode={board.fair.code}
                selection={selection}
                row={open}
                selling={selling}
                areaM2={areaOf(open.boothId)}
                byThen={
                  byThen && {
                    title: m.heat_time_until({ time }),
                    words: thenWords(thenOf(open.boothId)),
                  }
                }
                onClose={() => setOpenId(null)}
              />
            ) : (
              <p className={classes.hint}>{m.heat_hint()}</p>
            )}
          </div>
        </div>
      </div>
    </TableTwin>
  );
}

interface TimeWordsProps {
  steps: Steps | undefined;
  /** Null while the whole day is shown. */
  time: string | null;
  isOneDay: boolean;
  isToday: boolean;
}

/** What the picture is of, and why not of every hour. */
function TimeWords({ steps, time, isOneDay, isToday }: TimeWordsProps) {
  const hasSteps = steps !== undefined && steps.untilMinute.length > 0;
  return (
    <>
      <p className={classes.when}>
        {time !== null
          ? m.heat_time_words({ time })
          : !isOneDay
            ? m.heat_time_period()
            : isToday
              ? m.heat_time_now()
              : m.heat_time_day()}
      </p>
      {steps?.isMerged && (
        <p className={classes.why}>{hasSteps ? m.heat_time_merged() : m.heat_time_withheld()}</p>
      )}
    </>
  );
}

type Courses = Map<string, Record<HeatMetric, ByThen>>;

function coursesAt({ booths }: Steps, at: number): Courses {
  return new Map(
    booths.map(({ boothId, ...courses }) => {
      const byThen = ({ heat, amount }: Steps['booths'][number]['revenue']): ByThen => ({
        heat: heat[at] ?? 0,
        amount: amount?.[at] ?? null,
      });
      const { revenue, sales, density } = courses;
      return [
        boothId,
        { revenue: byThen(revenue), sales: byThen(sales), density: byThen(density) },
      ];
    }),
  );
}

function countsOf(courses: Courses, metric: HeatMetric): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { [metric]: then } of courses.values()) {
    counts.set(then.heat, (counts.get(then.heat) ?? 0) + 1);
  }
  return counts;
}

const whichBooth = (): TwinColumn<BoothOnBoard>[] => [
  { title: m.ranking_booth(), cell: (row) => row.boothCode },
  { title: m.ranking_exhibitor(), cell: (row) => row.exhibitorNames.join(', '), isName: true },
  { title: m.zones_zone(), cell: (row) => row.zoneCode },
];

function columnsOf(showsMoney: boolean): TwinColumn<BoothOnBoard>[] {
  const columns: TwinColumn<BoothOnBoard>[] = [
    ...whichBooth(),
    { title: m.heat_rank_revenue(), cell: (row) => row.revenue?.rank ?? null, unit: 'count' },
    { title: m.heat_rank_density(), cell: (row) => row.density?.rank ?? null, unit: 'count' },
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
      title: m.heat_density(),
      cell: (row) => row.density?.amount ?? 0,
      unit: 'vnd',
    },
    {
      title: m.col_sales(),
      cell: (row) => row.sales?.amount ?? 0,
      unit: 'count',
    },
  ];
}

function columnsThen(
  courses: Courses,
  time: string,
  showsMoney: boolean,
): TwinColumn<BoothOnBoard>[] {
  const column = (metric: HeatMetric, title: string): TwinColumn<BoothOnBoard> => ({
    title: m.heat_column_then({ title, time }),
    cell: (row) => {
      const then = courses.get(row.boothId)?.[metric];
      if (showsMoney) return then?.amount ?? 0;
      return then && then.heat > 0 ? m.heat_class({ heat: then.heat }) : null;
    },
    ...(showsMoney ? { unit: metric === 'sales' ? 'count' : 'vnd' } : { isNumber: true }),
  });
  return [
    ...whichBooth(),
    column('revenue', m.heat_revenue()),
    column('density', m.heat_density()),
    column('sales', m.heat_sales()),
  ];
}
