import { boothPath } from '@phien/kernel';
import type { MouseEvent } from 'react';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import classes from './booth-twin.module.css';
import { starWords, whoWords } from './words';
import type { PublicPlan, PublicProduct, Stand } from './public-plan';

const SHOWN_PRODUCTS = 4;

interface BoothTwinProps {
  plan: PublicPlan;
  stands: readonly Stand[];
  /** Whether somebody looks for a product of a booth: such come first, and are told apart. */
  isSought: (product: PublicProduct, stand: Stand) => boolean;
  favourites: ReadonlySet<string>;
  onOpen: (code: string) => void;
}

/** What the plan shows, in words: every booth that passes, as a link to its own address. */
export function BoothTwin({ plan, stands, isSought, favourites, onOpen }: BoothTwinProps) {
  if (stands.length === 0) return <p className={classes.empty}>{m.fair_list_empty()}</p>;
  return (
    <ol className={classes.list} data-testid="booth-list">
      {stands.map((stand) => (
        <li key={stand.code} className={classes.booth}>
          <h2>
            <a
              href={boothPath(plan.code, stand.code)}
              onClick={(event) => openHere(event, () => onOpen(stand.code))}
            >
              {m.fair_in_booth({ code: stand.code })}
            </a>
            {favourites.has(stand.code) && (
              <span className={classes.saved}>
                {m.fair_letter_saved()} {m.fair_favourites()}
              </span>
            )}
          </h2>
          <Holders stand={stand} isSought={isSought} />
        </li>
      ))}
    </ol>
  );
}

/* Anything but a plain click is the browser's: another tab, another window. */
function openHere(event: MouseEvent, open: () => void): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  open();
}

function Holders({ stand, isSought }: Pick<BoothTwinProps, 'isSought'> & { stand: Stand }) {
  const { language } = useLanguage();
  if (stand.holders.length === 0) return <p className={classes.quiet}>{m.fair_booth_free()}</p>;
  return stand.holders.map((exhibitor, at) => {
    const { name, products } = exhibitor;
    const sought = products.filter((product) => isSought(product, stand));
    const others = products.filter((product) => !sought.includes(product));
    const more = products.length - SHOWN_PRODUCTS;
    return (
      <div key={at}>
        <p className={classes.name} dir="auto">
          {name}
        </p>
        <p className={classes.quiet}>{whoWords(exhibitor, language)}</p>
        <ul className={classes.products}>
          {[...sought, ...others].slice(0, SHOWN_PRODUCTS).map((product, place) => (
            <li key={place} dir="auto">
              {sought.includes(product) ? <strong>{product.name}</strong> : product.name}
              {product.star !== null && (
                <span className={classes.stars}> · {starWords(product)}</span>
              )}
            </li>
          ))}
          {more > 0 && <li className={classes.quiet}>{m.fair_list_more({ count: more })}</li>}
        </ul>
      </div>
    );
  });
}
