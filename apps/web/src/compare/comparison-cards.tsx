import { useLanguage } from '../i18n/language';
import { formatShortDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { Bar } from '../ui/states';
import { Card, CsvButton } from './card';
import { ChooseSource } from './choose-source';
import type {
  ComparedValue,
  Comparison,
  ComparisonLine,
  Growth,
  PastFair,
} from './compare-requests';
import { daysCsv, linesCsv } from './compare.rules';
import classes from './compare-screen.module.css';
import { figureWords, growthWords, kindWords, measureWords, noGrowthWords } from './compare-words';
import { PartsCard } from './parts-card';
import { Basis, GrowthSaid, sideColumns, Told } from './sides';
import { SourceList } from './source-list';
import { Cell, Row, StackedTable } from './stacked-table';

interface ComparisonCardsProps {
  comparison: Comparison;
  /** The base as published; undefined when it is a fair of this house. */
  past: PastFair | undefined;
  isOrganizer: boolean;
}

/** Figures side by side, then day by day, then by place. */
export function ComparisonCards({ comparison, past, isOrganizer }: ComparisonCardsProps) {
  const { language } = useLanguage();
  const { own, base, lines, days } = comparison;
  const baseName = language === 'vi' ? base.nameVi : base.nameEn;
  const note = language === 'vi' ? base.noteVi : base.noteEn;
  return (
    <>
      {own.isProvisional && (
        <div className={classes.said}>
          <Bar tone="warn">{m.compare_provisional()}</Bar>
        </div>
      )}
      <Card
        title={m.compare_lines({ base: baseName })}
        action={<CsvButton name="comparison.csv" csv={() => linesCsv(comparison)} />}
      >
        <p className={classes.note}>
          {m.compare_own_days({ finished: own.finishedDays, days: own.days })}
          {note !== '' && ` · ${note}`}
        </p>
        <StackedTable
          title={m.compare_lines({ base: baseName })}
          columns={[{ title: m.compare_measure() }, ...sideColumns()]}
        >
          {lines.map((line) => (
            <Row
              key={line.measure}
              name={
                <>
                  {measureWords[line.measure]()}
                  <Basis basis={line.basis} finishedDays={own.finishedDays} />
                </>
              }
            >
              <SideCells {...line} own={own} />
            </Row>
          ))}
        </StackedTable>
      </Card>
      {isOrganizer &&
        past?.conflicts.map((kind) => (
          <ChooseSource key={kind} fairId={own.fairId} past={past} kind={kind} />
        ))}
      <Card
        title={m.compare_days()}
        action={<CsvButton name="comparison-days.csv" csv={() => daysCsv(comparison)} />}
      >
        <StackedTable
          title={m.compare_days()}
          columns={[
            { title: m.compare_day_number() },
            ...dayColumns().map((title) => ({ title, isNumber: true })),
          ]}
        >
          {days.filter(isKnown).map((day) => (
            <Row
              key={day.number}
              name={
                <>
                  <span className={classes.onPhone}>{m.compare_day_number()} </span>
                  {day.number}
                  {day.day !== null && (
                    <span className={classes.quiet}>{formatShortDay(day.day, language)}</span>
                  )}
                </>
              }
            >
              <DayCells
                measure="revenue"
                titles={dayColumns().slice(0, 3)}
                own={day.revenueToDateVnd}
                base={day.baseRevenueToDate}
                growth={day.revenueGrowth}
              />
              <DayCells
                measure="visits"
                titles={dayColumns().slice(3)}
                own={day.visitsToDate}
                base={day.baseVisitsToDate}
                growth={day.visitsGrowth}
              />
            </Row>
          ))}
        </StackedTable>
      </Card>
      <PartsCard comparison={comparison} />
    </>
  );
}

/* A day of which neither fair has a figure says nothing. */
const isKnown = (day: Comparison['days'][number]) =>
  [day.revenueToDateVnd, day.visitsToDate, day.baseRevenueToDate, day.baseVisitsToDate].some(
    (figure) => figure !== null,
  );

const dayColumns = () => [
  m.compare_to_date_revenue(),
  m.compare_base_revenue(),
  m.compare_growth(),
  m.compare_to_date_visits(),
  m.compare_base_visits(),
  m.compare_growth(),
];

interface DayCellsProps {
  measure: 'revenue' | 'visits';
  /** Of ours, of the base, of growth. */
  titles: readonly string[];
  own: number | null;
  base: ComparedValue | null;
  growth: Growth | null;
}

function DayCells({ measure, titles, own, base, growth }: DayCellsProps) {
  const { language } = useLanguage();
  const [ownTitle = '', baseTitle = '', growthTitle = ''] = titles;
  return (
    <>
      <Cell title={ownTitle} isNumber isUnknown={own === null}>
        {own === null ? m.compare_unknown() : figureWords(measure, own, language)}
      </Cell>
      <Cell title={baseTitle} isNumber isUnknown={base === null}>
        {base === null ? m.compare_unknown() : <Told measure={measure} value={base} />}
      </Cell>
      <Cell title={growthTitle} isNumber isUnknown={growth === null}>
        {growth === null ? m.compare_unknown() : growthWords(growth, language)}
      </Cell>
    </>
  );
}

function Lacks({ kind }: { kind: ComparisonLine['ownLacks'] }) {
  return (
    <span className={classes.quiet}>
      {kind === null ? m.compare_unknown() : m.compare_lacks({ kind: kindWords[kind]() })}
    </span>
  );
}

interface SideCellsProps extends Pick<
  ComparisonLine,
  'measure' | 'ownValue' | 'ownLacks' | 'base' | 'baseLacks' | 'figures' | 'growth' | 'noGrowth'
> {
  own: Comparison['own'];
}

function SideCells(line: SideCellsProps) {
  const { language } = useLanguage();
  return (
    <>
      <Cell title={m.compare_own()} isNumber>
        {line.ownValue === null ? (
          <Lacks kind={line.ownLacks} />
        ) : (
          figureWords(line.measure, line.ownValue, language)
        )}
      </Cell>
      <Cell title={m.compare_base()} isNumber>
        {line.base === null ? (
          <Lacks kind={line.baseLacks} />
        ) : (
          <Told measure={line.measure} value={line.base} />
        )}
      </Cell>
      <Cell title={m.compare_growth()} isNumber>
        <GrowthSaid
          growth={line.growth}
          why={noGrowthWords(line.noGrowth, line.own.finishedDays)}
        />
      </Cell>
      <Cell title={m.compare_col_sources()}>
        <SourceList figures={line.figures} />
      </Cell>
    </>
  );
}
