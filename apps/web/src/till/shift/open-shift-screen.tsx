import { useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { useSellingTill } from '../core/till-context';
import { Warnings } from '../enrol/what-is-kept';
import { MoneyField } from '../ui/fields';
import { Complaint, useVnd } from '../ui/parts';
import ui from '../ui/ui.module.css';

const usualFloats = [0, 200_000, 500_000, 1_000_000, 2_000_000];

/** The drawer before the first sale. */
export function OpenShiftScreen() {
  const { till, state } = useSellingTill();
  const vnd = useVnd();
  const [floatVnd, setFloat] = useState<number | null>(null);
  const [isWriting, setWriting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const open = async () => {
    if (floatVnd === null) return;
    setWriting(true);
    setFailure(null);
    try {
      await till.openShift(floatVnd);
    } catch (refused) {
      setFailure(refused);
      setWriting(false);
    }
  };
  return (
    <main className={`${ui.page} ${ui.stack}`}>
      <h1 className={ui.heading}>{m.till_open_title()}</h1>
      <p>{m.till_open_hello({ name: state.signedIn?.name ?? '' })}</p>
      <MoneyField
        label={m.till_float()}
        amountVnd={floatVnd}
        onChange={setFloat}
        hint={m.till_float_hint()}
      />
      <div className={ui.chips} role="group" aria-label={m.till_quick_amounts()}>
        {usualFloats.map((amountVnd) => (
          <button
            key={amountVnd}
            type="button"
            className={ui.chip}
            aria-pressed={amountVnd === floatVnd}
            onClick={() => setFloat(amountVnd)}
          >
            {vnd(amountVnd)}
          </button>
        ))}
      </div>
      <Warnings />
      <Complaint failure={failure} />
      <button
        type="button"
        className={`${ui.main} ${ui.big}`}
        disabled={floatVnd === null || isWriting}
        onClick={() => void open()}
      >
        {m.till_open_go()}
      </button>
    </main>
  );
}
