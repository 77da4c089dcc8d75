import { Minus, Pencil, Plus, ShoppingBasket, X } from '../ui/icons';
import { useLanguage } from '../../i18n/language';
import { m } from '../../paraglide/messages.js';
import { useVnd } from '../ui/parts';
import ui from '../ui/ui.module.css';
import {
  cartDiscountVnd,
  emptied,
  itemVnd,
  nameOf,
  totalOf,
  withoutItem,
  withQuantity,
} from './cart.rules';
import type { Cart, CartItem } from './cart.rules';
import type { Asked } from './counter-sheet';
import { formatQuantity } from './quantity.rules';
import classes from './sell.module.css';
import { useSwipeOff } from './use-swipe-off';

interface CartPanelProps {
  cart: Cart;
  onChange: (cart: Cart) => void;
  /** A change that takes something away, and the sentence of its undo. */
  onTakeAway: (cart: Cart, sentence: string) => void;
  /** Over whatever is open. */
  onAsk: (asked: Asked) => void;
  /** Instead of whatever is open. */
  onEnd: (asked: Asked) => void;
}

export function CartPanel({ cart, onChange, onTakeAway, onAsk, onEnd }: CartPanelProps) {
  const vnd = useVnd();
  const takeOff = (item: CartItem) =>
    onTakeAway(withoutItem(cart, item.key), m.till_taken_off({ name: nameOf(item) }));
  const step = (item: CartItem, by: number) => {
    if (item.quantityMilli + by <= 0) takeOff(item);
    else onChange(withQuantity(cart, item.key, item.quantityMilli + by));
  };
  const offVnd = cartDiscountVnd(cart);
  if (cart.items.length === 0) {
    return (
      <div className={classes.cartEmpty}>
        <ShoppingBasket size={32} aria-hidden />
        <p>{m.till_cart_empty_how()}</p>
      </div>
    );
  }
  return (
    <div className={classes.cart}>
      {cart.name && <strong>{cart.name}</strong>}
      <ul className={classes.cartLines}>
        {cart.items.map((item) => (
          <CartLine
            key={item.key}
            item={item}
            onStep={(by) => step(item, by)}
            onEdit={() => onAsk({ sheet: 'line', item, onRemove: () => takeOff(item) })}
            onOff={() => takeOff(item)}
          />
        ))}
      </ul>
      <div className={classes.cartFoot}>
        <div className={classes.cartRow}>
          <button type="button" className={ui.link} onClick={() => onAsk({ sheet: 'discount' })}>
            {offVnd > 0 ? m.till_cart_discount_change() : m.till_cart_discount()}
          </button>
          {offVnd > 0 ? (
            <span>{vnd(-offVnd)}</span>
          ) : (
            <button
              type="button"
              className={ui.link}
              onClick={() => onTakeAway(emptied(cart), m.till_cart_cleared())}
            >
              {m.till_cart_clear()}
            </button>
          )}
        </div>
        <div className={`${classes.cartRow} ${classes.cartTotal}`}>
          <span>{m.till_total()}</span>
          <span data-testid="cart-total">{vnd(totalOf(cart))}</span>
        </div>
        <div className={classes.ends}>
          <button type="button" className={ui.button} onClick={() => onEnd({ sheet: 'park' })}>
            {m.till_park()}
          </button>
          <button
            type="button"
            className={`${ui.main} ${ui.big}`}
            onClick={() => onEnd({ sheet: 'pay', cart })}
          >
            {m.till_pay()}
          </button>
        </div>
      </div>
    </div>
  );
}

interface CartLineProps {
  item: CartItem;
  onStep: (byMilli: number) => void;
  onEdit: () => void;
  onOff: () => void;
}

/** One line: its name opens it, the buttons count, and a finger pulls it off to the left. */
function CartLine({ item, onStep, onEdit, onOff }: CartLineProps) {
  const vnd = useVnd();
  const { language } = useLanguage();
  const swipe = useSwipeOff(onOff);
  return (
    <li data-testid="cart-line">
      <span className={classes.under} aria-hidden>
        {m.till_take_off()}
        <X size={20} />
      </span>
      <div className={classes.line} {...swipe}>
        <button type="button" className={classes.itemName} onClick={onEdit}>
          <span>{nameOf(item)}</span>
          <Pencil size={16} aria-hidden />
          <span className="onlyForReaders">{m.till_edit_line()}</span>
        </button>
        <span className={classes.itemMoney}>
          <strong>{vnd(itemVnd(item))}</strong>
          <span>
            {vnd(item.unitVnd)}/{item.unit}
            {item.discount !== null && ` · ${m.till_discounted()}`}
          </span>
        </span>
        <span className={classes.stepper}>
          <button
            type="button"
            className={ui.step}
            aria-label={m.till_less_of({ name: item.name })}
            onClick={() => onStep(item.isWeighed ? -item.quantityMilli : -1_000)}
          >
            <Minus size={20} aria-hidden />
          </button>
          <output aria-live="off">
            {formatQuantity(item.quantityMilli, language)}
            {item.isWeighed && ` ${item.unit}`}
          </output>
          <button
            type="button"
            className={ui.step}
            aria-label={m.till_more_of({ name: item.name })}
            onClick={() => (item.isWeighed ? onEdit() : onStep(1_000))}
          >
            <Plus size={20} aria-hidden />
          </button>
        </span>
      </div>
    </li>
  );
}
