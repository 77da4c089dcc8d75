import { useState } from 'react';
import { Minus, Plus } from '../ui/icons';
import { newId, Refusal } from '@phien/kernel';
import type { PaymentMethod, TillDocument } from '@phien/till';
import { useLanguage } from '../../i18n/language';
import { m } from '../../paraglide/messages.js';
import { methodName } from '../../slip/slip';
import { useTill } from '../core/till-context';
import { formatQuantity } from '../sell/quantity.rules';
import { Chips, TextField } from '../ui/fields';
import { Complaint, useVnd } from '../ui/parts';
import { Sheet } from '../ui/sheet';
import ui from '../ui/ui.module.css';
import { ApprovalSheet, useApprovers } from './approval';
import classes from './sales.module.css';
import { leftToReturn, reasonWithApproval, refundPreview } from './sales.rules';

interface RefundSheetProps {
  sale: TillDocument;
  earlier: readonly TillDocument[];
  onClose: () => void;
}

/** Goods come back: which, how many, how the money returns, and why. */
export function RefundSheet({ sale, earlier, onClose }: RefundSheetProps) {
  const { till, state } = useTill();
  const { language } = useLanguage();
  const vnd = useVnd();
  const approvers = useApprovers();
  const [id] = useState(newId);
  const [left] = useState(() => leftToReturn(sale, earlier));
  const [back, setBack] = useState<ReadonlyMap<number, number>>(new Map());
  const [method, setMethod] = useState<PaymentMethod>('cash');
  const [reason, setReason] = useState('');
  const [isAsking, setAsking] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const returned = [...back]
    .filter(([, quantityMilli]) => quantityMilli > 0)
    .map(([no, quantityMilli]) => ({ no, quantityMilli }));
  const preview = previewOf(sale, returned, earlier, method);
  const backVnd = preview instanceof Refusal ? 0 : -(preview?.totalVnd ?? 0);
  const take = (no: number, milli: number) =>
    setBack((before) => new Map(before).set(no, Math.max(0, Math.min(left.get(no) ?? 0, milli))));
  const write = async (approver: string | null) => {
    setAsking(false);
    setWriting(true);
    setFailure(null);
    const cashier = state.signedIn?.name ?? '';
    const said = reasonWithApproval(reason, approver, cashier, (name) =>
      m.till_allowed_by({ name }),
    );
    try {
      await till.refund(id, sale, returned, { reason: said, method });
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
  const methods = [
    ...new Set<PaymentMethod>(['cash', ...sale.payments.map((each) => each.method)]),
  ];
  const usual = [m.till_refund_mind(), m.till_refund_bad(), m.till_refund_wrong()];
  const isWhole = returned.length > 0 && reason.trim() !== '' && !(preview instanceof Refusal);
  return (
    <Sheet
      title={m.till_refund_title({ number: sale.sequence })}
      onClose={onClose}
      foot={
        <button
          type="button"
          className={ui.main}
          disabled={!isWhole || isWriting}
          onClick={() => (approvers === null ? void write(null) : setAsking(true))}
        >
          {m.till_refund_go({ amount: vnd(backVnd) })}
        </button>
      }
    >
      <div className={ui.stack}>
        <ul className={classes.returns}>
          {sale.lines.map((line) => {
            const most = left.get(line.no) ?? 0;
            const taken = back.get(line.no) ?? 0;
            const step = Math.min(1_000, most);
            return (
              <li key={line.no}>
                <span className={classes.returnName}>
                  {line.name}
                  <span className={ui.muted}>
                    {m.till_refund_left({
                      count: formatQuantity(most, language),
                      unit: line.unit,
                    })}
                  </span>
                </span>
                <span className={classes.stepper}>
                  <button
                    type="button"
                    className={ui.step}
                    disabled={taken === 0}
                    aria-label={m.till_less_of({ name: line.name })}
                    onClick={() => take(line.no, taken - step)}
                  >
                    <Minus size={20} aria-hidden />
                  </button>
                  <output>{formatQuantity(taken, language)}</output>
                  <button
                    type="button"
                    className={ui.step}
                    disabled={taken >= most}
                    aria-label={m.till_more_of({ name: line.name })}
                    onClick={() => take(line.no, taken + step)}
                  >
                    <Plus size={20} aria-hidden />
                  </button>
                </span>
              </li>
            );
          })}
        </ul>
        <button type="button" className={ui.button} onClick={() => setBack(new Map(left))}>
          {m.till_refund_all()}
        </button>
        <div className={ui.field}>
          <span className={ui.label}>{m.till_refund_by()}</span>
          <Chips
            label={m.till_refund_by()}
            options={methods.map((each) => ({ value: each, name: methodName[each]() }))}
            chosen={method}
            onChoose={setMethod}
          />
        </div>
        <Chips
          label={m.till_reasons_usual()}
          options={usual.map((name) => ({ value: name, name }))}
          chosen={reason}
          onChoose={setReason}
        />
        <TextField label={m.till_reason()} value={reason} onChange={setReason} longest={200} />
        <Complaint failure={failure ?? (preview instanceof Refusal ? preview : null)} />
      </div>
    </Sheet>
  );
}

function previewOf(...asked: Parameters<typeof refundPreview>) {
  if (asked[1].length === 0) return null;
  try {
    return refundPreview(...asked);
  } catch (failure) {
    if (failure instanceof Refusal) return failure;
    throw failure;
  }
}
