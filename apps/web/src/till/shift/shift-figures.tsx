import { m } from '../../paraglide/messages.js';
import { methodName } from '../../slip/slip';
import { sectorName } from '../sell/sector-name';
import { useVnd } from '../ui/parts';
import classes from './shift.module.css';
import type { ShiftFigures } from './shift.rules';

/** What belongs together in a shift's figures, for the screen and for paper. */
export interface FigureGroup {
  title: string | null;
  rows: { name: string; value: string; isSum?: boolean; testId?: string }[];
}

type Vnd = (amountVnd: number) => string;

/** A shift's sums, first what was sold, then what the drawer should hold. */
export function sumsOf(figures: ShiftFigures, vnd: Vnd): FigureGroup[] {
  const { saleCount, refundCount, voidCount, discountVnd, vatVnd } = figures;
  const sold = [
    { name: m.till_x_sales({ count: saleCount }), value: vnd(figures.soldVnd) },
    { name: m.till_x_refunds({ count: refundCount }), value: vnd(figures.refundedVnd) },
    { name: m.till_x_voids({ count: voidCount }), value: vnd(figures.voidedVnd) },
    { name: m.till_x_net(), value: vnd(figures.netVnd), isSum: true, testId: 'net' },
    ...figures.byMethod.map(([method, amountVnd]) => ({
      name: methodName[method](),
      value: vnd(amountVnd),
      testId: `by-${method}`,
    })),
    ...(discountVnd === 0 ? [] : [{ name: m.till_report_discount(), value: vnd(discountVnd) }]),
    ...(vatVnd === null ? [] : [{ name: m.till_slip_vat(), value: vnd(vatVnd) }]),
  ];
  const drawer = [
    { name: m.till_float(), value: vnd(figures.floatVnd) },
    { name: m.till_x_cash(), value: vnd(figures.cashVnd) },
    { name: m.till_x_moved_in(), value: vnd(figures.movedInVnd) },
    { name: m.till_x_moved_out(), value: vnd(figures.movedOutVnd) },
    {
      name: m.till_expected(),
      value: vnd(figures.expectedVnd),
      isSum: true,
      testId: 'expected',
    },
  ];
  return [
    { title: null, rows: sold },
    { title: m.till_drawer(), rows: drawer },
  ];
}

/** The rest of an X or Z report: what was sold of which sector, each movement, each counted note. */
export function detailsOf(figures: ShiftFigures, vnd: Vnd): FigureGroup[] {
  const { bySector, moves, countedNotes, countedVnd, differenceVnd } = figures;
  const signed = (amountVnd: number) => `${amountVnd > 0 ? '+' : ''}${vnd(amountVnd)}`;
  const groups: FigureGroup[] = [
    {
      title: m.till_report_sectors(),
      rows: bySector.map(([sector, amountVnd]) => ({
        name: sector === null ? m.till_report_unclassified() : sectorName(sector),
        value: vnd(amountVnd),
      })),
    },
    {
      title: m.till_report_moves(),
      rows: moves.map(({ sequence, amountVnd, reason }) => ({
        name: [m.till_number_of({ number: sequence }), reason].filter(Boolean).join(' · '),
        value: vnd(amountVnd),
      })),
    },
  ];
  if (countedVnd !== null && differenceVnd !== null) {
    groups.push({
      title: m.till_report_counted(),
      rows: [
        ...(countedNotes ?? []).map(({ count, noteVnd }) => ({
          name: m.till_report_note({ note: vnd(noteVnd), count }),
          value: vnd(noteVnd * count),
        })),
        { name: m.till_counted(), value: vnd(countedVnd), isSum: true },
        { name: m.till_report_difference(), value: signed(differenceVnd), isSum: true },
      ],
    });
  }
  return groups.filter(({ rows }) => rows.length > 0);
}

export function FiguresOfShift({ figures }: { figures: ShiftFigures }) {
  return <FigureGroups groups={sumsOf(figures, useVnd())} />;
}

export function FigureGroups({ groups }: { groups: readonly FigureGroup[] }) {
  return groups.map(({ title, rows }, at) => (
    <section key={at}>
      {title !== null && <h3 className={classes.subtitle}>{title}</h3>}
      <dl className={classes.figures}>
        {rows.map(({ name, value, isSum, testId }, no) => (
          <div key={no} className={isSum ? classes.sum : undefined}>
            <dt>{name}</dt>
            <dd data-testid={testId}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}
