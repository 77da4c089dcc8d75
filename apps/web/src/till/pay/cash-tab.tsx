import { useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { Keypad } from '../ui/keypad';
import { useVnd } from '../ui/parts';
import ui from '../ui/ui.module.css';
import { afterKey, likelyTenders } from './cash.rules';
import classes from './pay.module.css';

interface CashTabProps {
  totalVnd: number;
  isWriting: boolean;
  /** Less than the amount is taken too, as a part of it. */
  takesParts?: boolean;
  onPay: (tenderedVnd: number) => void;
}

/** What the customer hands over, and what goes back. */
export function CashTab({ totalVnd, isWriting, takesParts = false, onPay }: CashTabProps) {
  const vnd = useVnd();
  const [tenderedVnd, setTendered] = useState<number | null>(null);
  const changeVnd = tenderedVnd === null ? null : tenderedVnd - totalVnd;
  const isEnough = changeVnd !== null && changeVnd >= 0;
  const isPart = takesParts && tenderedVnd !== null && tenderedVnd > 0 && !isEnough;
  return (
    <div className={classes.cash}>
      <div className={classes.tenders}>
        <div className={classes.quick} role="group" aria-label={m.till_quick_amounts()}>
          {likelyTenders(totalVnd).map((amountVnd, at) => (
            <button
              key={amountVnd}
              type="button"
              className={ui.chip}
              aria-pressed={amountVnd === tenderedVnd}
              onClick={() => setTendered(amountVnd)}
            >
              {at === 0 ? m.till_exact() : vnd(amountVnd)}
            </button>
          ))}
        </div>
        <dl className={classes.money} aria-live="polite">
          <div>
            <dt>{m.till_tendered()}</dt>
            <dd data-testid="tendered">{tenderedVnd === null ? '–' : vnd(tenderedVnd)}</dd>
          </div>
          <div className={classes.change}>
            <dt>{changeVnd !== null && changeVnd < 0 ? m.till_missing() : m.till_change()}</dt>
            <dd data-testid="change">{changeVnd === null ? '–' : vnd(Math.abs(changeVnd))}</dd>
          </div>
        </dl>
        <button
          type="button"
          className={`${ui.main} ${ui.big} ${classes.go}`}
          disabled={!(isEnough || isPart) || isWriting}
          onClick={() => {
            if (tenderedVnd !== null) onPay(tenderedVnd);
          }}
        >
          {isWriting
            ? m.till_writing()
            : isPart
              ? m.till_split_take({ amount: vnd(tenderedVnd) })
              : m.till_pay_cash()}
        </button>
      </div>
      <Keypad
        label={m.till_tendered()}
        corner="000"
        onKey={(key) => setTendered(afterKey(tenderedVnd ?? 0, key))}
      />
    </div>
  );
}
