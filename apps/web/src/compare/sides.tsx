import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import type { ComparedValue, ComparisonLine, Growth } from './compare-requests';
import classes from './compare-screen.module.css';
import { arithmeticWords, growthWords, valueWords } from './compare-words';

/** Ours, the base, growth and who says so: the columns of whatever stands side by side. */
export const sideColumns = () => [
  { title: m.compare_own(), isNumber: true },
  { title: m.compare_base(), isNumber: true },
  { title: m.compare_growth(), isNumber: true },
  { title: m.compare_col_sources() },
];

/** Of which days the two sides are, where it is not the whole of both. */
export function Basis({
  basis,
  finishedDays: count,
}: {
  basis: ComparisonLine['basis'];
  finishedDays: number;
}) {
  if (basis === 'whole_with_whole') return null;
  return (
    <span className={classes.quiet}>
      {basis === 'first_days_with_whole'
        ? m.compare_basis_first_with_whole({ count })
        : m.compare_basis_first_with_first({ count })}
    </span>
  );
}

/** A figure of the base, and how sure it is. */
export function Told({ measure, value }: { measure: string; value: ComparedValue }) {
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

/** Growth with its arithmetic, or why none is said. */
export function GrowthSaid({ growth, why }: { growth: Growth | null; why: string }) {
  const { language } = useLanguage();
  if (growth === null) return <span className={classes.quiet}>{why}</span>;
  return (
    <>
      <strong>{growthWords(growth, language)}</strong>
      <span className={classes.quiet}>{arithmeticWords(growth.formula, language)}</span>
    </>
  );
}
