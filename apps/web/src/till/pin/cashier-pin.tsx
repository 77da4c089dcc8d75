import { m } from '../../paraglide/messages.js';
import { PinPad } from '../../pin/pin-pad';
import { useTill } from '../core/till-context';
import type { Cashier } from '../keep/catalogue';
import ui from '../ui/ui.module.css';

/** Asks for one cashier's PIN. */
export function CashierPin({ cashier, onRight }: { cashier: Cashier; onRight: () => void }) {
  const { till, state } = useTill();
  return (
    <PinPad
      lockedUntilMs={state.pinTries.get(cashier.id)?.lockedUntilMs ?? 0}
      enter={m.till_pin_enter()}
      enterClass={`${ui.main} ${ui.big}`}
      onTry={async (digits) => {
        const { ok } = await till.tryPin(cashier, digits);
        if (ok) onRight();
        return ok;
      }}
    />
  );
}
