import { Refusal } from '@phien/kernel';
import type { PaymentMethod } from '@phien/till';
import { useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { methodName } from '../../slip/slip';
import { X } from '../ui/icons';
import { Chips, MoneyField } from '../ui/fields';
import { Note, useVnd } from '../ui/parts';
import ui from '../ui/ui.module.css';
import { CashTab } from './cash-tab';
import classes from './pay.module.css';
import { isPart, leftVnd, withCash, withOther } from './split.rules';
import type { PaidPart } from './split.rules';
import { useVietQr } from './use-vietqr';
import { VietQrTab } from './vietqr-tab';

const ways = ['vietqr', 'cash', 'card', 'wallet', 'other'] as const;

interface SplitTabProps {
  totalVnd: number;
  saleId: string;
  parts: readonly PaidPart[];
  isWriting: boolean;
  onParts: (parts: PaidPart[]) => void;
}

/** A sale that is paid in several ways: part by part, each as it was received, until nothing is left. */
export function SplitTab({ totalVnd, saleId, parts, isWriting, onParts }: SplitTabProps) {
  const vnd = useVnd();
  const [way, setWay] = useState<PaymentMethod>('vietqr');
  const left = leftVnd(totalVnd, parts);
  return (
    <div className={classes.split}>
      {parts.length > 0 && (
        <ul className={classes.parts}>
          {parts.map((part, at) => (
            <li key={at} data-testid="part">
              <span>{methodName[part.method]()}</span>
              <strong>{vnd(part.amountVnd)}</strong>
              <button
                type="button"
                className={ui.icon}
                disabled={isWriting}
                aria-label={m.till_split_remove({
                  way: methodName[part.method](),
                  amount: vnd(part.amountVnd),
                })}
                onClick={() => onParts(parts.filter((_, place) => place !== at))}
              >
                <X size={20} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className={`${ui.between} ${classes.left}`} aria-live="polite">
        <span>{m.till_split_left()}</span>
        <strong data-testid="left">{vnd(left)}</strong>
      </p>
      {left < 0 && <Note tone="warn">{m.till_split_too_much()}</Note>}
      {left === 0 && (
        <button
          type="button"
          className={`${ui.main} ${ui.big}`}
          disabled={isWriting}
          onClick={() => onParts([...parts])}
        >
          {isWriting ? m.till_writing() : m.till_split_write()}
        </button>
      )}
      {left > 0 && (
        <>
          <Chips<PaymentMethod>
            label={m.till_split_next()}
            options={ways.map((value) => ({ value, name: methodName[value]() }))}
            chosen={way}
            onChoose={setWay}
          />
          {way === 'cash' ? (
            <CashTab
              key={left}
              totalVnd={left}
              isWriting={isWriting}
              takesParts
              onPay={(tenderedVnd) => onParts(withCash(parts, totalVnd, tenderedVnd))}
            />
          ) : (
            <OtherPart
              key={`${way} ${left}`}
              method={way}
              totalVnd={totalVnd}
              saleId={saleId}
              parts={parts}
              isWriting={isWriting}
              onParts={onParts}
            />
          )}
        </>
      )}
    </div>
  );
}

interface OtherPartProps extends SplitTabProps {
  method: Exclude<PaymentMethod, 'cash'>;
}

/** How much of it; for VietQR with the code that asks for this amount. */
function OtherPart({ method, totalVnd, saleId, parts, isWriting, onParts }: OtherPartProps) {
  const vnd = useVnd();
  const [amountVnd, setAmount] = useState<number | null>(leftVnd(totalVnd, parts));
  const isRight = isPart(amountVnd, totalVnd, parts);
  const vietQr = useVietQr(isRight ? amountVnd : 0, saleId);
  const canBeAsked = method !== 'vietqr' || (vietQr !== null && !(vietQr instanceof Refusal));
  return (
    <>
      <MoneyField label={m.till_split_amount()} amountVnd={amountVnd} onChange={setAmount} />
      {method === 'vietqr' && isRight && <VietQrTab totalVnd={amountVnd} vietQr={vietQr} />}
      <button
        type="button"
        className={`${ui.main} ${ui.big}`}
        disabled={!isRight || !canBeAsked || isWriting}
        onClick={() => {
          if (isRight) onParts(withOther(parts, method, amountVnd));
        }}
      >
        {isWriting
          ? m.till_writing()
          : method === 'vietqr'
            ? m.till_qr_received()
            : m.till_split_take({ amount: vnd(amountVnd ?? 0) })}
      </button>
    </>
  );
}
