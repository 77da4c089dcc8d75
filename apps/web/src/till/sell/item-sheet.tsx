import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { Minus, Plus } from '../ui/icons';
import { grossVnd } from '@phien/till';
import { m } from '../../paraglide/messages.js';
import { TextField } from '../ui/fields';
import { useVnd } from '../ui/parts';
import { Sheet } from '../ui/sheet';
import ui from '../ui/ui.module.css';
import { discountOf } from './cart.rules';
import type { CartItem } from './cart.rules';
import { DiscountField } from './discount-field';
import { parseQuantity, typedQuantity } from './quantity.rules';
import classes from './sell.module.css';

interface ItemSheetProps {
  item: Pick<CartItem, 'name' | 'unit' | 'unitVnd' | 'isWeighed' | 'note' | 'discount'>;
  /** Null asks for it: what is weighed has no usual quantity. */
  quantityMilli: number | null;
  onClose: () => void;
  onSave: (change: Pick<CartItem, 'quantityMilli' | 'note' | 'discount'>) => void;
  onRemove?: () => void;
}

/** How much of one thing, for what discount, with which note. */
export function ItemSheet({ item, quantityMilli, onClose, onSave, onRemove }: ItemSheetProps) {
  const vnd = useVnd();
  const field = useId();
  const [typed, setTyped] = useState(quantityMilli === null ? '' : typedQuantity(quantityMilli));
  const [note, setNote] = useState(item.note);
  const [discount, setDiscount] = useState(item.discount);
  const milli = parseQuantity(typed);
  const gross = milli === null ? 0 : grossVnd(milli, item.unitVnd);
  const price = { price: vnd(item.unitVnd), unit: item.unit };
  const step = (by: number) => setTyped(typedQuantity(Math.max(1_000, (milli ?? 0) + by)));
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (milli !== null) onSave({ quantityMilli: milli, note: note.trim(), discount });
  };
  return (
    <Sheet
      title={item.name}
      onClose={onClose}
      foot={
        <>
          {onRemove && (
            <button type="button" className={ui.danger} onClick={onRemove}>
              {m.till_take_off()}
            </button>
          )}
          <button
            type="submit"
            form={`${field}-form`}
            className={ui.main}
            disabled={milli === null}
          >
            {onRemove ? m.till_apply() : m.till_add()}
          </button>
        </>
      }
    >
      <form id={`${field}-form`} className={ui.stack} onSubmit={save}>
        <div className={ui.field}>
          <label className={ui.label} htmlFor={field}>
            {m.till_quantity({ unit: item.unit })}
          </label>
          <div className={item.isWeighed ? undefined : classes.quantity}>
            {!item.isWeighed && (
              <button
                type="button"
                className={ui.step}
                aria-label={m.till_less()}
                onClick={() => step(-1_000)}
              >
                <Minus size={20} aria-hidden />
              </button>
            )}
            <input
              id={field}
              className={ui.amount}
              inputMode="decimal"
              autoComplete="off"
              autoFocus={item.isWeighed}
              placeholder={item.isWeighed ? '0,35' : '1'}
              value={typed}
              aria-invalid={typed !== '' && milli === null}
              aria-describedby={`${field}-hint`}
              onChange={(event) => setTyped(event.target.value)}
            />
            {!item.isWeighed && (
              <button
                type="button"
                className={ui.step}
                aria-label={m.till_more()}
                onClick={() => step(1_000)}
              >
                <Plus size={20} aria-hidden />
              </button>
            )}
          </div>
          <p id={`${field}-hint`} className={ui.hint}>
            {item.isWeighed ? m.till_quantity_weighed_hint(price) : m.till_quantity_hint(price)}
          </p>
        </div>
        <DiscountField discount={discount} onChange={setDiscount} />
        <TextField
          label={m.till_note()}
          value={note}
          onChange={setNote}
          longest={60}
          hint={m.till_note_hint()}
        />
        <p className={classes.preview}>
          <span>{m.till_line_amount()}</span>
          <span>{vnd(gross - discountOf(discount, gross))}</span>
        </p>
      </form>
    </Sheet>
  );
}
