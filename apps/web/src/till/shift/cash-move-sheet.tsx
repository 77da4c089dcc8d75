import { useState } from 'react';
import { newId } from '@phien/kernel';
import { m } from '../../paraglide/messages.js';
import { useTill } from '../core/till-context';
import { Chips, MoneyField, ReasonField } from '../ui/fields';
import { Complaint } from '../ui/parts';
import { Sheet } from '../ui/sheet';
import ui from '../ui/ui.module.css';

/** Money put into or taken out of the drawer outside a sale, with the reason. */
export function CashMoveSheet({ onClose }: { onClose: () => void }) {
  const { till } = useTill();
  const [id] = useState(newId);
  const [way, setWay] = useState<'in' | 'out'>('out');
  const [amountVnd, setAmount] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const [isWriting, setWriting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const usual =
    way === 'in'
      ? [m.till_move_in_change(), m.till_move_in_other()]
      : [m.till_move_out_home(), m.till_move_out_buy()];
  const write = async () => {
    if (amountVnd === null) return;
    setWriting(true);
    setFailure(null);
    try {
      await till.moveCash(id, way === 'in' ? amountVnd : -amountVnd, reason.trim() || null);
      onClose();
    } catch (refused) {
      setFailure(refused);
      setWriting(false);
    }
  };
  const isWhole = amountVnd !== null && amountVnd > 0 && reason.trim() !== '';
  return (
    <Sheet
      title={m.till_move_title()}
      onClose={onClose}
      foot={
        <button
          type="button"
          className={ui.main}
          disabled={!isWhole || isWriting}
          onClick={() => void write()}
        >
          {way === 'in' ? m.till_move_write_in() : m.till_move_write_out()}
        </button>
      }
    >
      <div className={ui.stack}>
        <Chips
          label={m.till_move_title()}
          options={[
            { value: 'out', name: m.till_move_out() },
            { value: 'in', name: m.till_move_in() },
          ]}
          chosen={way}
          onChoose={setWay}
        />
        <MoneyField label={m.till_amount()} amountVnd={amountVnd} onChange={setAmount} />
        <ReasonField usual={usual} reason={reason} onChange={setReason} />
        <Complaint failure={failure} />
      </div>
    </Sheet>
  );
}
