import { useState } from 'react';
import { formatCount } from '../../i18n/numbers';
import { useLanguage } from '../../i18n/language';
import { m } from '../../paraglide/messages.js';
import { Chips } from '../ui/fields';
import ui from '../ui/ui.module.css';
import type { Discount } from './cart.rules';
import { parseVnd } from './quantity.rules';
import classes from './sell.module.css';

interface DiscountFieldProps {
  discount: Discount | null;
  onChange: (discount: Discount | null) => void;
}

/** An amount in đồng or a whole percentage. */
export function DiscountField({ discount, onChange }: DiscountFieldProps) {
  const { language } = useLanguage();
  const [kind, setKind] = useState<Discount['kind']>(discount?.kind ?? 'vnd');
  const value =
    discount === null ? null : discount.kind === 'vnd' ? discount.vnd : discount.percent;
  const change = (next: number | null, as: Discount['kind']) => {
    if (next === null || next === 0) onChange(null);
    else if (as === 'vnd') onChange({ kind: 'vnd', vnd: next });
    else onChange({ kind: 'percent', percent: Math.min(next, 100) });
  };
  return (
    <div className={ui.field}>
      <span className={ui.label}>{m.till_discount()}</span>
      <div className={classes.discount}>
        <input
          className={ui.amount}
          inputMode="numeric"
          autoComplete="off"
          placeholder="0"
          aria-label={m.till_discount()}
          value={value === null ? '' : formatCount(value, language)}
          onChange={(event) => change(parseVnd(event.target.value), kind)}
        />
        <Chips
          label={m.till_discount_kind()}
          options={[
            { value: 'vnd', name: '₫' },
            { value: 'percent', name: '%' },
          ]}
          chosen={kind}
          onChoose={(next) => {
            setKind(next);
            change(null, next);
          }}
        />
      </div>
    </div>
  );
}
