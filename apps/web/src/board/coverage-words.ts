import type { Board } from '../api/client';
import { formatCount, formatShare } from '../i18n/numbers';
import { lacksSilent } from './day-line.rules';
import { m } from '../paraglide/messages.js';

/**
 * How much of the revenue was measured, how much declared, how many booths said nothing yet, and that
 * it is provisional while phones are silent with an open shift.
 */
export function coverageWords(board: Board, language: 'vi' | 'en'): string {
  const coverage = revenueSource(board, language);
  return lacksSilent(board) ? m.provisional_coverage({ coverage }) : coverage;
}

/** Where the revenue comes from, and how many booths it does not hold yet. */
function revenueSource(
  { revenue, booths }: Pick<Board, 'revenue' | 'booths'>,
  language: 'vi' | 'en',
): string {
  const { totalVnd, declaredVnd } = revenue;
  if (totalVnd === 0) return m.kpi_no_revenue();
  const source =
    declaredVnd === null
      ? m.kpi_revenue()
      : declaredVnd > 0 && totalVnd > 0
        ? m.kpi_revenue_measured(sharesOf(totalVnd, declaredVnd, language))
        : m.kpi_revenue_all_measured();
  const { heardFrom } = booths;
  const allocated = formatCount(booths.allocated, language);
  if (booths.allocated === 0) return source;
  if (heardFrom === booths.allocated) return m.kpi_coverage_all({ source, allocated });
  const silent = formatCount(booths.allocated - heardFrom, language);
  return m.kpi_coverage({ source, silent, allocated });
}

/* Cut to a tenth for both and not rounded twice, so that they sum to 100. */
function sharesOf(totalVnd: number, declaredVnd: number, language: 'vi' | 'en') {
  const declared = Math.round((declaredVnd / totalVnd) * 1_000) / 1_000;
  return {
    share: formatShare(1 - declared, language),
    declared: formatShare(declared, language),
  };
}
