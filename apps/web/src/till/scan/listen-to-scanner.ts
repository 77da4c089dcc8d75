import type { CatalogueItem } from '../keep/catalogue';
import { beep } from './beep';
import { goodsOfCode, keyed, nothingKeyed } from './scan.rules';

interface Heard {
  goods: readonly CatalogueItem[];
  onFound: (product: CatalogueItem) => void;
  onUnknown: (code: string) => void;
}

/**
 * A scanner that is plugged into the phone types like a keyboard. It is heard while no field has the
 * focus and no sheet is open; `heard` is asked when a code is over, since the goods may change in the
 * middle of it. The answer ends the listening.
 */
export function listenToScanner(heard: () => Heard): () => void {
  let before = nothingKeyed;
  const listen = (event: KeyboardEvent) => {
    const { activeElement } = document;
    const isTyping = activeElement?.matches('input, textarea, select') ?? false;
    if (isTyping || document.querySelector('dialog[open]')) return;
    const { now, code } = keyed(before, event.key, event.timeStamp);
    before = now;
    if (code === null) return;
    /* Else this Enter would tap the tile that was tapped last. */
    event.preventDefault();
    event.stopPropagation();
    const { goods, onFound, onUnknown } = heard();
    const product = goodsOfCode(goods, code);
    beep(product !== null);
    if (product) onFound(product);
    else onUnknown(code);
  };
  window.addEventListener('keydown', listen, true);
  return () => window.removeEventListener('keydown', listen, true);
}
