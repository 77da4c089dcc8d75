import { m } from '../../paraglide/messages.js';
import { methodName } from '../../slip/slip';
import { useVnd } from '../ui/parts';
import classes from './shift.module.css';
import type { ShiftFigures } from './shift.rules';

/** A shift's sums, first what was sold, then what the drawer should hold. */
export function FiguresOfShift({ figures }: { figures: ShiftFigures }) {
  const vnd = useVnd();
  return (
    <>
      <dl className={classes.figures}>
        <Row name={m.till_x_sales({ count: figures.saleCount })} value={vnd(figures.soldVnd)} />
        <Row
          name={m.till_x_refunds({ count: figures.refundCount })}
          value={vnd(figures.refundedVnd)}
        />
        <Row name={m.till_x_voids({ count: figures.voidCount })} value={vnd(figures.voidedVnd)} />
        <Row name={m.till_x_net()} value={vnd(figures.netVnd)} isSum />
        {figures.byMethod.map(([method, amountVnd]) => (
          <Row key={method} name={methodName[method]()} value={vnd(amountVnd)} />
        ))}
        {figures.vatVnd !== null && <Row name={m.till_slip_vat()} value={vnd(figures.vatVnd)} />}
      </dl>
      <h3 className={classes.subtitle}>{m.till_drawer()}</h3>
      <dl className={classes.figures}>
        <Row name={m.till_float()} value={vnd(figures.floatVnd)} />
        <Row name={m.till_x_cash()} value={vnd(figures.cashVnd)} />
        <Row name={m.till_x_moved_in()} value={vnd(figures.movedInVnd)} />
        <Row name={m.till_x_moved_out()} value={vnd(figures.movedOutVnd)} />
        <Row name={m.till_expected()} value={vnd(figures.expectedVnd)} isSum testId="expected" />
      </dl>
    </>
  );
}

interface RowProps {
  name: string;
  value: string;
  isSum?: boolean;
  testId?: string;
}

function Row({ name, value, isSum = false, testId }: RowProps) {
  return (
    <div className={isSum ? classes.sum : undefined}>
      <dt>{name}</dt>
      <dd data-testid={testId}>{value}</dd>
    </div>
  );
}
