import { useId, useState } from 'react';
import { Minus, Plus } from '../ui/icons';
import { newId, Refusal } from '@phien/kernel';
import type { PaymentMethod, TillDocument } from '@phien/till';
import { useLanguage } from '../../i18n/language';
import { m } from '../../paraglide/messages.js';
import { methodName } from '../../slip/slip';
import { useTill } from '../core/till-context';
import { formatQuantity, typedQuantity } from '../sell/quantity.rules';
import { Chips, ReasonField } from '../ui/fields';
import { Complaint, useVnd } from '../ui/parts';
import { Sheet } from '../ui/sheet';
import ui from '../ui/ui.module.css';
import { ApprovalSheet, useApprovers } from './approval';
import classes from './sales.module.css';
import { leftToReturn, reasonWithApproval, refundPreview, returnTyped } from './sales.rules';

interface RefundSheetProps {
  sale: TillDocument;
  earlier: readonly TillDocument[];
  onClose: () => void;
}

/** Goods come back: which, how many, how the money returns, and why. */
export function RefundSheet({ sale, earlier, onClose }: RefundSheetProps) {
  const { till, state } = useTill();
  const vnd = useVnd();
  const approvers = useApprovers();
  const [id] = useState(newId);
  const [left] = useState(() => leftToReturn(sale, earlier));
  const [typed, setTyped] = useState<ReadonlyMap<number, string>>(new Map());
  const [method, setMethod] = useState<PaymentMethod>('cash');
  const [reason, setReason] = useState('');
  const [isAsking, setAsking] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const asked = sale.lines.map(({ no }) => ({
    no,
    quantityMilli: returnTyped(typed.get(no) ?? '', left.get(no) ?? 0),
  }));
  const returned = asked.flatMap(({ no, quantityMilli }) =>
    quantityMilli ? [{ no, quantityMilli }] : [],
  );
  const isUnclear = asked.some(({ quantityMilli }) => quantityMilli === null);
  const preview = previewOf(sale, returned, earlier, method);
  const backVnd = preview instanceof Refusal ? 0 : -(preview?.totalVnd ?? 0);
  const take = (no: number, text: string) => setTyped((before) => new Map(before).set(no, text));
  const takeAll = () =>
    setTyped(new Map([...left].map(([no, milli]) => [no, typedQuantity(milli)])));
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
  const isSplit = new Set(sale.payments.map((each) => each.method)).size > 1;
  const usual = [m.till_refund_mind(), m.till_refund_bad(), m.till_refund_wrong()];
  const isWhole =
    returned.length > 0 && !isUnclear && reason.trim() !== '' && !(preview instanceof Refusal);
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
          {sale.lines.map((line) => (
            <ReturnedRow
              key={line.no}
              line={line}
              leftMilli={left.get(line.no) ?? 0}
              typed={typed.get(line.no) ?? ''}
              onType={(text) => take(line.no, text)}
            />
          ))}
        </ul>
        <button type="button" className={ui.button} onClick={takeAll}>
          {m.till_refund_all()}
        </button>
        <div className={ui.field}>
          <span className={ui.label}>{m.till_refund_by()}</span>
          {isSplit && (
            <p className={ui.muted}>
              {m.till_refund_was_paid({
                ways: sale.payments
                  .map((each) => `${methodName[each.method]()} ${vnd(each.amountVnd)}`)
                  .join(' + '),
              })}
            </p>
          )}
          <Chips
            label={m.till_refund_by()}
            options={methods.map((each) => ({ value: each, name: methodName[each]() }))}
            chosen={method}
            onChoose={setMethod}
          />
        </div>
        <ReasonField usual={usual} reason={reason} onChange={setReason} />
        <Complaint failure={failure ?? (preview instanceof Refusal ? preview : null)} />
      </div>
    </Sheet>
  );
}

interface ReturnedRowProps {
  line: TillDocument['lines'][number];
  leftMilli: number;
  typed: string;
  onType: (text: string) => void;
}

/** How much of one line comes back: by ones, or typed where it was weighed. */
function ReturnedRow({ line, leftMilli, typed, onType }: ReturnedRowProps) {
  const { language } = useLanguage();
  const hint = useId();
  const milli = returnTyped(typed, leftMilli);
  const step = (by: number) => {
    const next = Math.max(0, Math.min(leftMilli, (milli ?? leftMilli) + by));
    onType(next === 0 ? '' : typedQuantity(next));
  };
  return (
    <li>
      <span className={classes.returnName}>
        {line.name}
        <span id={hint} className={milli === null ? classes.tooMuch : ui.muted}>
          {m.till_refund_left({ count: formatQuantity(leftMilli, language), unit: line.unit })}
        </span>
      </span>
      <span className={classes.stepper}>
        <button
          type="button"
          className={ui.step}
          disabled={milli === 0}
          aria-label={m.till_less_of({ name: line.name })}
          onClick={() => step(-1_000)}
        >
          <Minus size={20} aria-hidden />
        </button>
        <input
          className={classes.returnCount}
          inputMode="decimal"
          autoComplete="off"
          placeholder="0"
          value={typed}
          disabled={leftMilli === 0}
          aria-label={m.till_refund_count({ name: line.name, unit: line.unit })}
          aria-invalid={milli === null}
          aria-describedby={hint}
          onChange={(event) => onType(event.target.value)}
        />
        <button
          type="button"
          className={ui.step}
          disabled={milli !== null && milli >= leftMilli}
          aria-label={m.till_more_of({ name: line.name })}
          onClick={() => step(1_000)}
        >
          <Plus size={20} aria-hidden />
        </button>
      </span>
    </li>
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
