import { useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { useVnd } from '../ui/parts';
import { Sheet } from '../ui/sheet';
import ui from '../ui/ui.module.css';
import { discountOf } from './cart.rules';
import type { Discount } from './cart.rules';
import { DiscountField } from './discount-field';
import classes from './sell.module.css';

interface DiscountSheetProps {
  discount: Discount | null;
  ofVnd: number;
  onClose: () => void;
  onSave: (discount: Discount | null) => void;
}

/** A discount on the whole cart; it is split over the lines, so that they still sum. */
export function DiscountSheet({ discount, ofVnd, onClose, onSave }: DiscountSheetProps) {
  const vnd = useVnd();
  const [chosen, setChosen] = useState(discount);
  return (
    <Sheet
      title={m.till_cart_discount()}
      onClose={onClose}
      foot={
        <button type="button" className={ui.main} onClick={() => onSave(chosen)}>
          {m.till_apply()}
        </button>
      }
    >
      <div className={ui.stack}>
        <DiscountField discount={chosen} onChange={setChosen} />
        <p className={classes.preview}>
          <span>{m.till_after_discount()}</span>
          <span>{vnd(ofVnd - discountOf(chosen, ofVnd))}</span>
        </p>
      </div>
    </Sheet>
  );
}
