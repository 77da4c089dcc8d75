import { Suspense, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { Barcode, Search, ShoppingBasket, Star, Zap } from '../ui/icons';
import { useLanguage } from '../../i18n/language';
import { m } from '../../paraglide/messages.js';
import { useSellingTill } from '../core/till-context';
import { fairDayNow } from '../keep/fair-day';
import type { CatalogueItem } from '../keep/catalogue';
import { CounterSheet, ScannerEar } from '../screens';
import { Note, useVnd } from '../ui/parts';
import { Sheet } from '../ui/sheet';
import { UndoToast } from '../ui/toast';
import ui from '../ui/ui.module.css';
import { CartPanel } from './cart-panel';
import { piecesOf, quantityInCart, totalOf, withProduct } from './cart.rules';
import type { Cart } from './cart.rules';
import type { Asked } from './counter-sheet';
import { filtersOf, goodsBy, starDaysLeft } from './goods.rules';
import type { GoodsFilter } from './goods.rules';
import { sectorName } from './sector-name';
import classes from './sell.module.css';
import { Tile } from './tile';
import { tilesAbreast } from './tiles.rules';

type Open = { sheet: 'cart' } | Asked;

/** The counter: goods to tap, the cart beside or below them. */
export function SellScreen() {
  const { till, state, catalogue } = useSellingTill();
  const { language } = useLanguage();
  const vnd = useVnd();
  const { cart } = state;
  const [open, setOpen] = useState<Open | null>(null);
  const [over, setOver] = useState<Asked | null>(null);
  const [filter, setFilter] = useState<GoodsFilter>('all');
  const [typed, setTyped] = useState('');
  const [taken, setTaken] = useState<{ cart: Cart; sentence: string } | null>(null);
  const [warned, setWarned] = useState<string | null>(null);
  const search = useDeferredValue(typed);
  const goods = catalogue.products;
  const filters = useMemo(() => filtersOf(goods), [goods]);
  const shown = useMemo(() => goodsBy(goods, filter, search), [goods, filter, search]);
  const abreast = useMemo(() => tilesAbreast(goods), [goods]);
  const today = fairDayNow(state.contact, catalogue);

  const keepCart = useCallback((next: Cart) => till.keepCart(next), [till]);
  const tap = useCallback(
    (product: CatalogueItem) => {
      setTaken(null);
      setWarned(product.isSoldOut ? m.till_sold_out_warning({ name: product.name }) : null);
      if (product.isWeighed) setOpen({ sheet: 'product', product });
      else keepCart(withProduct(till.getState().cart, product, 1_000));
    },
    [till, keepCart],
  );
  const hold = useCallback((product: CatalogueItem) => setOpen({ sheet: 'product', product }), []);
  const takeAway = (next: Cart, sentence: string) => {
    setTaken({ cart, sentence });
    keepCart(next);
  };
  const putBack = () => {
    if (taken) keepCart({ ...taken.cart, saleId: till.getState().cart.saleId });
    setTaken(null);
  };
  const forget = useCallback(() => setTaken(null), []);
  const close = () => setOpen(null);
  const pieces = piecesOf(cart);
  const toast = taken && <UndoToast sentence={taken.sentence} onUndo={putBack} onGone={forget} />;
  const panel = (
    <CartPanel
      cart={cart}
      onChange={keepCart}
      onTakeAway={takeAway}
      onAsk={setOver}
      onEnd={setOpen}
    />
  );
  const waiting = state.parked.length > 0 && (
    <button type="button" className={ui.button} onClick={() => setOpen({ sheet: 'parked' })}>
      {m.till_parked_count({ count: state.parked.length })}
    </button>
  );
  const filterName = (each: GoodsFilter) =>
    each === 'all'
      ? m.till_all()
      : each.startsWith('sector:')
        ? sectorName(each.slice(7))
        : m.till_stars({ count: Number(each.slice(5)) });

  return (
    <div className={classes.counter}>
      <main className={classes.goods}>
        <h1 className="onlyForReaders">{m.till_sell_title()}</h1>
        <div className={classes.tools}>
          <label className={classes.search}>
            <span className="onlyForReaders">{m.till_search()}</span>
            <Search size={20} aria-hidden />
            <input
              type="search"
              value={typed}
              placeholder={m.till_search()}
              autoComplete="off"
              enterKeyHint="search"
              onChange={(event) => setTyped(event.target.value)}
            />
          </label>
          <button
            type="button"
            className={ui.step}
            aria-label={m.till_scan()}
            onClick={() => setOpen({ sheet: 'scan' })}
          >
            <Barcode aria-hidden />
          </button>
          <button
            type="button"
            className={`${ui.button} ${classes.quick}`}
            onClick={() => setOpen({ sheet: 'quick' })}
          >
            <Zap size={18} aria-hidden />
            {m.till_quick()}
          </button>
          {filters.length > 0 && (
            <div className={classes.filters} role="group" aria-label={m.till_filters()}>
              {filters.map((each) => (
                <button
                  key={each}
                  type="button"
                  className={ui.chip}
                  aria-pressed={each === filter}
                  onClick={() => setFilter(each)}
                >
                  {each.startsWith('star:') ? (
                    <>
                      {each.slice(5)} <Star size={13} aria-hidden fill="currentColor" />
                      <span className="onlyForReaders">{m.till_star()}</span>
                    </>
                  ) : (
                    filterName(each)
                  )}
                </button>
              ))}
            </div>
          )}
        </div>
        <div aria-live="polite" className={classes.warned}>
          {warned && <Note tone="warn">{warned}</Note>}
        </div>
        {shown.length > 0 ? (
          <ul className={classes.tiles} data-abreast={abreast}>
            {shown.map((product) => (
              <li key={product.id}>
                <Tile
                  product={product}
                  inCartMilli={quantityInCart(cart, product.id)}
                  starDays={starDaysLeft(product, today)}
                  language={language}
                  onTap={tap}
                  onHold={hold}
                />
              </li>
            ))}
          </ul>
        ) : (
          <div className={classes.none}>
            <p>{goods.length === 0 ? m.till_no_goods() : m.till_not_found({ typed })}</p>
            <button
              type="button"
              className={ui.button}
              onClick={() => {
                if (goods.length === 0) void till.refreshGoods();
                else {
                  setTyped('');
                  setFilter('all');
                }
              }}
            >
              {goods.length === 0 ? m.till_fetch_goods() : m.till_show_all()}
            </button>
          </div>
        )}
      </main>
      <aside className={classes.aside} aria-label={m.till_cart()}>
        {waiting}
        {panel}
        {open === null && toast}
      </aside>
      <div className={classes.bar}>
        {open === null && toast}
        {waiting}
        <button
          type="button"
          className={`${ui.main} ${classes.barButton}`}
          disabled={cart.items.length === 0}
          onClick={() => setOpen({ sheet: 'cart' })}
        >
          <ShoppingBasket size={22} aria-hidden />
          <span>{pieces === 0 ? m.till_cart_empty() : m.till_pieces({ count: pieces })}</span>
          <strong data-testid="bar-total">{vnd(totalOf(cart))}</strong>
        </button>
      </div>
      <Suspense>
        <ScannerEar onFound={tap} onUnknown={setWarned} />
      </Suspense>
      <Suspense>
        {open?.sheet === 'cart' && (
          <Sheet title={m.till_cart()} onClose={close}>
            {panel}
            {toast && <div className={classes.undoInCart}>{toast}</div>}
          </Sheet>
        )}
        {open && open.sheet !== 'cart' && (
          <CounterSheet asked={open} onFound={tap} onClose={close} />
        )}
        {over && <CounterSheet asked={over} onFound={tap} onClose={() => setOver(null)} />}
      </Suspense>
    </div>
  );
}
