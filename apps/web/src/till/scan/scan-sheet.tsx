import { useCallback, useId, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { m } from '../../paraglide/messages.js';
import { useSellingTill } from '../core/till-context';
import type { CatalogueItem } from '../keep/catalogue';
import { Note, useVnd } from '../ui/parts';
import { Sheet } from '../ui/sheet';
import ui from '../ui/ui.module.css';
import { beep } from './beep';
import { goodsOfCode, isCode, looked, nothingSeen } from './scan.rules';
import classes from './scan.module.css';
import { useCamera } from './use-camera';
import type { CameraState } from './use-camera';

const refused: Partial<Record<CameraState, () => string>> = {
  denied: m.till_scan_denied,
  none: m.till_scan_no_camera,
  failed: m.till_scan_failed,
};

interface ScanSheetProps {
  onClose: () => void;
  onFound: (product: CatalogueItem) => void;
}

/** Barcodes before the camera, one after the other, or typed where none can be read. */
export function ScanSheet({ onClose, onFound }: ScanSheetProps) {
  const { catalogue } = useSellingTill();
  const vnd = useVnd();
  const field = useId();
  const [typed, setTyped] = useState('');
  const [last, setLast] = useState<{ code: string; product: CatalogueItem | null } | null>(null);
  const view = useRef(nothingSeen);
  const take = useCallback(
    (code: string) => {
      const product = goodsOfCode(catalogue.products, code);
      beep(product !== null);
      setLast({ code, product });
      if (product) onFound(product);
    },
    [catalogue, onFound],
  );
  const { video, state } = useCamera((codes) => {
    const { now, anew } = looked(view.current, codes, performance.now());
    view.current = now;
    anew.forEach(take);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isCode(typed)) return;
    take(typed);
    setTyped('');
  };
  const refusal = refused[state];
  return (
    <Sheet title={m.till_scan()} onClose={onClose}>
      <div className={ui.stack}>
        {refusal ? (
          <Note tone="warn">{refusal()}</Note>
        ) : (
          <div className={classes.view} data-state={state}>
            <video ref={video} muted playsInline aria-label={m.till_scan_view()} />
            <span className={classes.line} aria-hidden />
            {state === 'asking' && <p role="status">{m.till_scan_asking()}</p>}
          </div>
        )}
        <div aria-live="polite" data-testid="scanned">
          {last?.product ? (
            <Note tone="good">
              {m.till_scan_found({
                name: last.product.name,
                price: vnd(last.product.priceVnd),
              })}
            </Note>
          ) : last ? (
            <Note tone="warn">{m.till_scan_unknown({ code: last.code })}</Note>
          ) : (
            <p className={ui.muted}>{m.till_scan_how()}</p>
          )}
        </div>
        <form className={classes.typed} onSubmit={submit}>
          <label className={ui.label} htmlFor={field}>
            {m.till_scan_type()}
          </label>
          <input
            id={field}
            className={ui.input}
            inputMode="numeric"
            autoComplete="off"
            maxLength={14}
            value={typed}
            onChange={(event) => setTyped(event.target.value.replace(/\D/g, ''))}
          />
          <button type="submit" className={ui.button} disabled={!isCode(typed)}>
            {m.till_add()}
          </button>
        </form>
      </div>
    </Sheet>
  );
}
