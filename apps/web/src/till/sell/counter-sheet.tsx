import { useTill } from '../core/till-context';
import type { CatalogueItem } from '../keep/catalogue';
import { PaySheet } from '../pay/pay-sheet';
import { ScanSheet } from '../scan/scan-sheet';
import { beforeDiscountVnd, withChange, withFreePrice, withProduct } from './cart.rules';
import type { Cart, CartItem } from './cart.rules';
import { DiscountSheet } from './discount-sheet';
import { ItemSheet } from './item-sheet';
import { ParkSheet } from './park-sheet';
import { ParkedSheet } from './parked-sheet';
import { QuickSaleSheet } from './quick-sale-sheet';

/** What is asked over the counter. */
export type Asked =
  | { sheet: 'quick' | 'park' | 'parked' | 'scan' | 'discount' }
  | { sheet: 'line'; item: CartItem; onRemove: () => void }
  | { sheet: 'pay'; cart: Cart }
  | { sheet: 'product'; product: CatalogueItem };

interface CounterSheetProps {
  asked: Asked;
  /** Goods whose code was read. */
  onFound: (product: CatalogueItem) => void;
  onClose: () => void;
}

/** The sheet for what is asked; whatever it adds goes into the cart as it is then. */
export function CounterSheet({ asked, onFound, onClose }: CounterSheetProps) {
  const { till, state } = useTill();
  const add = (change: (cart: Cart) => Cart) => {
    till.keepCart(change(till.getState().cart));
    onClose();
  };
  switch (asked.sheet) {
    case 'quick':
      return (
        <QuickSaleSheet
          onClose={onClose}
          onAdd={(free) => add((cart) => withFreePrice(cart, free))}
        />
      );
    case 'product': {
      const { product } = asked;
      return (
        <ItemSheet
          item={{ ...product, unitVnd: product.priceVnd, note: '', discount: null }}
          quantityMilli={product.isWeighed ? null : 1_000}
          onClose={onClose}
          onSave={(how) => add((cart) => withAsked(cart, product, how))}
        />
      );
    }
    case 'line': {
      const { item, onRemove } = asked;
      return (
        <ItemSheet
          item={item}
          quantityMilli={item.quantityMilli}
          onClose={onClose}
          onSave={(how) => add((cart) => withChange(cart, item.key, how))}
          onRemove={() => {
            onRemove();
            onClose();
          }}
        />
      );
    }
    case 'discount':
      return (
        <DiscountSheet
          discount={state.cart.discount}
          ofVnd={beforeDiscountVnd(state.cart)}
          onClose={onClose}
          onSave={(discount) => add((cart) => ({ ...cart, discount }))}
        />
      );
    case 'scan':
      return <ScanSheet onClose={onClose} onFound={onFound} />;
    case 'park':
      return <ParkSheet onClose={onClose} />;
    case 'parked':
      return <ParkedSheet onClose={onClose} />;
    case 'pay':
      return <PaySheet cart={asked.cart} onClose={onClose} />;
  }
}

/* With a note or a discount it is a line of its own. */
function withAsked(
  cart: Cart,
  product: CatalogueItem,
  { quantityMilli, note, discount }: Pick<CartItem, 'quantityMilli' | 'note' | 'discount'>,
): Cart {
  if (note === '' && discount === null) return withProduct(cart, product, quantityMilli);
  const alone = withProduct({ ...cart, items: [] }, product, quantityMilli);
  const items = alone.items.map((item) => ({ ...item, note, discount }));
  return { ...cart, items: [...cart.items, ...items] };
}
