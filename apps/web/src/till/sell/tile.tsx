import { memo, useState } from 'react';
import { Star } from '../ui/icons';
import { formatVnd } from '@phien/kernel';
import type { Language } from '@phien/kernel';
import { m } from '../../paraglide/messages.js';
import type { CatalogueItem } from '../keep/catalogue';
import { daysToBeTold } from './goods.rules';
import { formatQuantity } from './quantity.rules';
import classes from './sell.module.css';
import { useLongPress } from './use-long-press';

interface TileProps {
  product: CatalogueItem;
  inCartMilli: number;
  /** For how many days its star still holds; null without an end. */
  starDays: number | null;
  language: Language;
  onTap: (product: CatalogueItem) => void;
  onHold: (product: CatalogueItem) => void;
}

/** One product: a tap sells one, a held finger asks how much, for what discount, with which note. */
export const Tile = memo(function Tile(props: TileProps) {
  const { product, inCartMilli, starDays, language, onTap, onHold } = props;
  const { name, priceVnd, unit, star, isSoldOut, isWeighed, photo } = product;
  const [lostPhoto, setLostPhoto] = useState<string | null>(null);
  const press = useLongPress(
    () => onTap(product),
    () => onHold(product),
  );
  const isExpired = starDays !== null && starDays < 1;
  const price = formatVnd(priceVnd, language);
  return (
    <button
      type="button"
      className={`${classes.tile} ${isSoldOut ? classes.soldOut : ''}`}
      data-testid="tile"
      {...press}
    >
      {photo && photo !== lostPhoto && (
        <img
          className={classes.photo}
          src={photo}
          alt=""
          loading="lazy"
          draggable={false}
          onError={() => setLostPhoto(photo)}
        />
      )}
      <span className={classes.name}>{name}</span>
      <span className={classes.price}>
        {price}
        {isWeighed && <span>/{unit}</span>}
      </span>
      {starDays !== null && starDays <= daysToBeTold && (
        <span className={classes.expiry}>
          <span className="onlyForReaders">{m.till_star()} </span>
          {isExpired ? m.till_star_over() : m.till_star_days({ count: starDays })}
        </span>
      )}
      <span className={classes.badges}>
        {star !== null && !isSoldOut && (
          <span className={isExpired ? classes.starExpired : classes.star}>
            {star}
            <Star size={12} aria-hidden fill="currentColor" />
            <span className="onlyForReaders">{m.till_star()}</span>
          </span>
        )}
        {isSoldOut && <span className={classes.out}>{m.till_sold_out()}</span>}
        {inCartMilli > 0 && (
          <span className={classes.inCart}>
            <span className="onlyForReaders">{m.till_in_cart()} </span>×
            {formatQuantity(inCartMilli, language)}
          </span>
        )}
      </span>
    </button>
  );
});
