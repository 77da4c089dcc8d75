import { formatVnd, type Language } from '@phien/kernel';
import type { components } from '../api/schema.generated';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { CalibrationLines } from '../ui/calibration-lines';
import classes from './figure-grid.module.css';

interface Figures {
  /** Measured and declared. */
  totalVnd: number;
  /** Null in what was closed before booths could declare. */
  declaredVnd: number | null;
  declaredBooths?: number | null;
  salesCount: number;
  entries: number;
  calibration: components['schemas']['DayCalibrationDto'] | null;
  boothsHeard: number;
  boothsAllocated: number;
  documentCount: number;
  averageVnd?: number;
  takenBackVnd?: number;
}

/** The figures of a day in short, whole to the đồng: they are to be compared with paper. */
export function FigureGrid({ figures }: { figures: Figures }) {
  const { language } = useLanguage();
  const { averageVnd, takenBackVnd, boothsHeard: heard, boothsAllocated: allocated } = figures;
  const { totalVnd, declaredVnd, declaredBooths } = figures;
  const declared = declaredVnd === null ? '' : formatVnd(declaredVnd, language);
  const cells = [
    ...(declaredVnd === null
      ? []
      : [
          { title: m.reports_measured(), text: formatVnd(totalVnd - declaredVnd, language) },
          {
            title: m.reports_declared(),
            text: declaredBooths
              ? m.reports_declared_by({
                  amount: declared,
                  booths: formatCount(declaredBooths, language),
                })
              : declared,
          },
        ]),
    { title: m.reports_sales(), text: formatCount(figures.salesCount, language) },
    ...(averageVnd === undefined
      ? []
      : [{ title: m.reports_average(), text: formatVnd(averageVnd, language) }]),
    ...(takenBackVnd === undefined
      ? []
      : [{ title: m.reports_taken_back(), text: formatVnd(takenBackVnd, language) }]),
    { title: m.reports_visits(), text: formatCount(figures.entries, language) },
    ...calibratedCell(figures, language),
    { title: m.reports_booths_heard(), text: m.reports_heard_of({ heard, allocated }) },
    { title: m.reports_documents(), text: formatCount(figures.documentCount, language) },
  ];
  return (
    <>
      <dl className={classes.grid}>
        <div className={classes.lead}>
          <dt>{m.reports_revenue()}</dt>
          <dd data-testid="revenue" data-value={totalVnd}>
            {formatVnd(totalVnd, language)}
          </dd>
        </div>
        {cells.map(({ title, text }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {figures.calibration && (
        <details className={classes.method}>
          <summary>{m.reports_visits_method()}</summary>
          <CalibrationLines calibration={{ ...figures.calibration, entries: figures.entries }} />
        </details>
      )}
    </>
  );
}

/* Beside the counted figure, which stays the day's own. */
function calibratedCell({ calibration }: Figures, language: Language) {
  if (calibration === null) return [];
  const { calibratedEntries: entries, error } = calibration;
  if (entries === null || error === null) return [];
  const [count, spread] = [formatCount(entries, language), formatCount(error, language)];
  return [
    { title: m.reports_visits_calibrated(), text: m.reports_plus_minus({ count, error: spread }) },
  ];
}
