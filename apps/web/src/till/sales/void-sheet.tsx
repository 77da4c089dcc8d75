import { useState } from 'react';
import { newId } from '@phien/kernel';
import type { TillDocument } from '@phien/till';
import { m } from '../../paraglide/messages.js';
import { useTill } from '../core/till-context';
import { ReasonField } from '../ui/fields';
import { Complaint, useVnd } from '../ui/parts';
import { Sheet } from '../ui/sheet';
import ui from '../ui/ui.module.css';
import { ApprovalSheet, useApprovers } from './approval';
import { reasonWithApproval } from './sales.rules';

/** A whole sale was a mistake: its exact mirror is written, with the reason. */
export function VoidSheet({ sale, onClose }: { sale: TillDocument; onClose: () => void }) {
  const { till, state } = useTill();
  const vnd = useVnd();
  const approvers = useApprovers();
  const [id] = useState(newId);
  const [reason, setReason] = useState('');
  const [isAsking, setAsking] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const write = async (approver: string | null) => {
    setAsking(false);
    setWriting(true);
    setFailure(null);
    const cashier = state.signedIn?.name ?? '';
    const said = reasonWithApproval(reason, approver, cashier, (name) =>
      m.till_allowed_by({ name }),
    );
    try {
      await till.voidSale(id, sale, said);
      onClose();
    } catch (refused) {
      setFailure(refused);
      setWriting(false);
    }
  };
  if (isAsking) {
    return (
      <ApprovalSheet onClose={() => setAsking(false)} onApproved={(name) => void write(name)} />
    );
  }
  const usual = [m.till_void_tap(), m.till_void_twice(), m.till_void_left()];
  return (
    <Sheet
      title={m.till_void_title({ number: sale.sequence })}
      onClose={onClose}
      foot={
        <button
          type="button"
          className={ui.danger}
          disabled={reason.trim() === '' || isWriting}
          onClick={() => (approvers === null ? void write(null) : setAsking(true))}
        >
          {m.till_void_go({ amount: vnd(sale.totalVnd) })}
        </button>
      }
    >
      <div className={ui.stack}>
        <p>{m.till_void_what()}</p>
        <ReasonField usual={usual} reason={reason} onChange={setReason} />
        <Complaint failure={failure} />
      </div>
    </Sheet>
  );
}
