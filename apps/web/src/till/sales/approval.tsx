import { useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { useSellingTill } from '../core/till-context';
import { CashierPin } from '../pin/cashier-pin';
import { Note } from '../ui/parts';
import { Sheet } from '../ui/sheet';
import ui from '../ui/ui.module.css';

/** Who may allow giving money back: null without cashiers, when everyone at the booth may. */
export function useApprovers() {
  const { catalogue } = useSellingTill();
  const { cashiers } = catalogue;
  return cashiers.length === 0 ? null : cashiers.filter(({ mayRefund }) => mayRefund);
}

interface ApprovalProps {
  onClose: () => void;
  onApproved: (name: string) => void;
}

/** The PIN of someone who may give money back. */
export function ApprovalSheet({ onClose, onApproved }: ApprovalProps) {
  const approvers = useApprovers() ?? [];
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen =
    approvers.find(({ id }) => id === chosenId) ?? (approvers.length === 1 ? approvers[0] : null);
  return (
    <Sheet title={m.till_approve_title()} onClose={onClose}>
      {approvers.length === 0 ? (
        <Note tone="warn">{m.till_approve_nobody()}</Note>
      ) : chosen ? (
        <div className={ui.stack}>
          <p>{m.till_pin_of({ name: chosen.name })}</p>
          <CashierPin key={chosen.id} cashier={chosen} onRight={() => onApproved(chosen.name)} />
        </div>
      ) : (
        <div className={ui.stack}>
          {approvers.map(({ id, name }) => (
            <button key={id} type="button" className={ui.button} onClick={() => setChosenId(id)}>
              {name}
            </button>
          ))}
        </div>
      )}
    </Sheet>
  );
}
