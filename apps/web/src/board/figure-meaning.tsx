import type { Board } from '../api/client';
import { m } from '../paraglide/messages.js';
import CoverageList from './coverage-list';
import { EarlierMeaning } from './earlier-change';
import classes from './key-figures.module.css';
import { VisitsMethod } from './visits-method';

const words = {
  revenue: m.kpi_revenue_meaning,
  sales: m.kpi_sales_meaning,
  average: m.kpi_average_meaning,
  visits: m.kpi_visits_meaning,
  booths: m.kpi_booths_meaning,
};

export interface FigureMeaningProps {
  figure: keyof typeof words;
  board: Board;
  /** What it is compared with: the value, the day or days, and until which minute of them. */
  base?: { value: string; day: string; time: string | null };
}

/** What a figure counts and leaves out, and the formula of its change. Read on demand. */
export default function FigureMeaning({ figure, board, base }: FigureMeaningProps) {
  return (
    <>
      <p>{words[figure]()}</p>
      {figure === 'visits' && <VisitsMethod board={board} />}
      {base && (
        <p className={classes.base}>
          {base.time === null
            ? m.compare_meaning_whole({ base: base.value, day: base.day })
            : m.compare_meaning({ base: base.value, day: base.day, time: base.time })}
        </p>
      )}
      {(figure === 'revenue' || figure === 'sales' || figure === 'visits') && (
        <EarlierMeaning board={board} figure={figure} />
      )}
      {(figure === 'revenue' || figure === 'booths') && board.booths.allocated > 0 && (
        <CoverageList board={board} of="booths" />
      )}
    </>
  );
}
