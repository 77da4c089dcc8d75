import { useId } from 'react';
import type { ReactNode } from 'react';
import { Download } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { formatShortDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { saveCsv } from '../ui/save-file';
import { Bar } from '../ui/states';
import { ChooseSource } from './choose-source';
import type { ComparedValue, Comparison, ComparisonLine, PastFair } from './compare-requests';
import { daysCsv, linesCsv } from './compare.rules';
import classes from './compare-screen.module.css';
import {
  arithmeticWords,
  figureWords,
  growthWords,
  kindWords,
  measureWords,
  valueWords,
} from './compare-words';
import { SourceList } from './source-list';

interface ComparisonCardsProps {
  comparison: Comparison;
  /** The base as published; undefined when it is a fair of this house. */
  past: PastFair | undefined;
  isOrganizer: boolean;
}

/** Figures side by side, then day by day, then by place. */
export function ComparisonCards({ comparison, past, isOrganizer }: ComparisonCardsProps) {
  const { language } = useLanguage();
  const { own, base, lines, days, places } = comparison;
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
        <Scroll title={m.compare_lines({ base: baseName })}>
          <thead>
            <tr>
              <th scope="col">{m.compare_measure()}</th>
              <th scope="col" className={classes.number}>
                {m.compare_own()}
              </th>
              <th scope="col" className={classes.number}>
                {m.compare_base()}
              </th>
              <th scope="col" className={classes.number}>
                {m.compare_growth()}
              </th>
              <th scope="col">{m.compare_col_sources()}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.measure} line={line} finishedDays={own.finishedDays} />
            ))}
          </tbody>
        </Scroll>
      </Card>
      {isOrganizer &&
        past?.conflicts.map((kind) => (
          <ChooseSource key={kind} fairId={own.fairId} past={past} kind={kind} />
        ))}
      <Card
        title={m.compare_days()}
        action={<CsvButton name="comparison-days.csv" csv={() => daysCsv(comparison)} />}
      >
        <Scroll title={m.compare_days()}>
          <thead>
            <tr>
              {[
                m.compare_day_number(),
                m.compare_to_date_revenue(),
                m.compare_base_revenue(),
                m.compare_growth(),
                m.compare_to_date_visits(),
                m.compare_base_visits(),
                m.compare_growth(),
              ].map((title, at) => (
                <th key={at} scope="col" className={at === 0 ? undefined : classes.number}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.number}>
                <th scope="row">
                  {day.number}
                  {day.day !== null && (
                    <span className={classes.quiet}>{formatShortDay(day.day, language)}</span>
                  )}
                </th>
                <Figure measure="revenue" value={day.revenueToDateVnd} />
                <BaseFigure measure="revenue" value={day.baseRevenueToDate} />
                <td className={classes.number}>
                  {day.revenueGrowth && growthWords(day.revenueGrowth, language)}
                </td>
                <Figure measure="visits" value={day.visitsToDate} />
                <BaseFigure measure="visits" value={day.baseVisitsToDate} />
                <td className={classes.number}>
                  {day.visitsGrowth && growthWords(day.visitsGrowth, language)}
                </td>
              </tr>
            ))}
          </tbody>
        </Scroll>
      </Card>
      {places.length > 0 && (
        <Card title={m.compare_places()}>
          <ul className={classes.sources}>
            {places.map((each) => {
              const place = each.place;
              if (place === null) return null;
              const named = language === 'vi' ? place.nameVi : place.nameEn;
              const now = place.successors
                .map(({ nameVi, nameEn }) => (language === 'vi' ? nameVi : nameEn))
                .join(', ');
              return (
                <li key={each.id}>
                  {now === '' ? named : m.compare_place_now({ place: named, now })}:{' '}
                  {figureWords(each.kind, each.value, language)}
                </li>
              );
            })}
          </ul>
        </Card>
      )}
    </>
  );
}

function Line({ line, finishedDays: count }: { line: ComparisonLine; finishedDays: number }) {
  const { language } = useLanguage();
  const { measure, basis, growth } = line;
  return (
    <tr>
      <th scope="row">
        {measureWords[measure]()}
        {basis !== 'whole_with_whole' && (
          <span className={classes.quiet}>
            {basis === 'first_days_with_whole'
              ? m.compare_basis_first_with_whole({ count })
              : m.compare_basis_first_with_first({ count })}
          </span>
        )}
      </th>
      <td className={classes.number}>
        {line.ownValue === null ? (
          <Lacks kind={line.ownLacks} />
        ) : (
          figureWords(measure, line.ownValue, language)
        )}
      </td>
      <td className={classes.number}>
        {line.base === null ? (
          <Lacks kind={line.baseLacks} />
        ) : (
          <Told measure={measure} value={line.base} />
        )}
      </td>
      <td className={classes.number}>
        {growth === null ? (
          <span className={classes.quiet}>
            {line.noGrowth === 'first_days_against_whole'
              ? m.compare_no_growth_first_days({ count })
              : m.compare_no_growth_lacks()}
          </span>
        ) : (
          <>
            <strong>{growthWords(growth, language)}</strong>
            <span className={classes.quiet}>{arithmeticWords(growth.formula, language)}</span>
          </>
        )}
      </td>
      <td>
        <SourceList figures={line.figures} />
      </td>
    </tr>
  );
}

function Lacks({ kind }: { kind: ComparisonLine['ownLacks'] }) {
  return (
    <span className={classes.quiet}>
      {kind === null ? m.compare_unknown() : m.compare_lacks({ kind: kindWords[kind]() })}
    </span>
  );
}

function Told({ measure, value }: { measure: string; value: ComparedValue }) {
  const { language } = useLanguage();
  return (
    <>
      {valueWords(measure, value, language)}{' '}
      {value.isConflict && <span className={classes.mark}>{m.compare_conflict()}</span>}
      {value.isChosen && <span className={classes.quiet}>{m.compare_chosen()}</span>}
      {value.isPlanned && <span className={classes.quiet}>{m.compare_planned()}</span>}
    </>
  );
}

function Figure({ measure, value }: { measure: string; value: number | null }) {
  const { language } = useLanguage();
  return (
    <td className={classes.number}>
      {value === null ? m.compare_unknown() : figureWords(measure, value, language)}
    </td>
  );
}

function BaseFigure({ measure, value }: { measure: string; value: ComparedValue | null }) {
  return (
    <td className={classes.number}>
      {value === null ? m.compare_unknown() : <Told measure={measure} value={value} />}
    </td>
  );
}

export function CsvButton({ name, csv }: { name: string; csv: () => string }) {
  return (
    <button type="button" className={buttons.button} onClick={() => saveCsv(name, csv())}>
      <Download size={16} aria-hidden />
      {m.compare_csv()}
    </button>
  );
}

export function Card({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  const titleId = useId();
  return (
    <section className={classes.card} aria-labelledby={titleId}>
      <div className={classes.head}>
        <h2 id={titleId} className={classes.cardTitle}>
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}

/** A table that scrolls by itself on a phone. */
export function Scroll({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={title}>
      <table className={classes.table}>{children}</table>
    </div>
  );
}
