import type { Language } from '@phien/kernel';
import type { components } from '../api/schema.generated';
import { useLanguage } from '../i18n/language';
import { formatCount, tagOf } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';

/** Of a board, or of a day as it was closed. */
type Calibration = components['schemas']['DayCalibrationDto'] & { entries: number };

const methodWords = { clicker: m.calibration_clicker, sensor: m.calibration_sensor };

/* "1,05" in Vietnamese, "1.05" in English. */
const formatFactor = (factor: number, language: Language) =>
  new Intl.NumberFormat(tagOf(language), {
    minimumFractionDigits: 2,
    maximumFractionDigits: 3,
  }).format(factor);

/** Visits as they were counted, as they are calibrated, and what the factor stands on. */
export function CalibrationLines({ calibration }: { calibration: Calibration }) {
  const { language } = useLanguage();
  const { entries, calibratedEntries, error, methods, leastCounts } = calibration;
  const count = (number: number) => formatCount(number, language);
  return (
    <>
      <p data-testid="visits-raw">{m.calibration_raw({ count: count(entries) })}</p>
      <p data-testid="visits-calibrated">
        {calibratedEntries === null || error === null
          ? m.calibration_not_yet({ count: count(leastCounts) })
          : m.calibration_done({ count: count(calibratedEntries), error: count(error) })}
      </p>
      <ul>
        {methods
          .filter((each) => each.entries !== 0 || each.countsUsed > 0)
          .map(({ method, entries: counted, countsUsed, factor, spread }) => (
            <li key={method}>
              {factor === null || spread === null
                ? m.calibration_no_factor({
                    method: methodWords[method](),
                    entries: count(counted),
                    count: count(countsUsed),
                  })
                : m.calibration_factor({
                    method: methodWords[method](),
                    entries: count(counted),
                    factor: formatFactor(factor, language),
                    spread: formatFactor(spread, language),
                    count: count(countsUsed),
                  })}
            </li>
          ))}
      </ul>
    </>
  );
}
