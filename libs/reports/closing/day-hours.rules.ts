import type { DayFacts } from './figures.rules';

/** One hour of a fair day; what was declared has no hour. */
export interface HourFigures {
  /** Of the fair day: 24 and more are after midnight. */
  hour: number;
  /** Measured, refunds and voids of the hour taken off: it may be negative. */
  measuredVnd: number;
  salesCount: number;
  entries: number;
  exits: number;
}

/** The hours in which something was sold, taken back or counted, ascending. */
export function hoursOf({
  soldByHour,
  gates,
}: Pick<DayFacts, 'soldByHour' | 'gates'>): HourFigures[] {
  const hours = new Map<number, HourFigures>();
  const at = (hour: number): HourFigures => {
    const known = hours.get(hour) ?? { hour, measuredVnd: 0, salesCount: 0, entries: 0, exits: 0 };
    hours.set(hour, known);
    return known;
  };
  for (const { hour, count, vnd } of soldByHour) {
    const figures = at(hour);
    figures.measuredVnd += vnd;
    figures.salesCount += count;
  }
  for (const counted of gates.flatMap((gate) => gate.hours)) {
    const figures = at(counted.hour);
    figures.entries += counted.entries;
    figures.exits += counted.exits;
  }
  return [...hours.values()].sort((a, b) => a.hour - b.hour);
}
