import { useState } from 'react';
import { Refusal } from '@phien/kernel';
import type { CartPayment, TillDocument } from '@phien/till';
import { m } from '../../paraglide/messages.js';
import { useTill } from '../core/till-context';
import { contentOf } from '../keep/kept-content';
import { totalOf } from '../sell/cart.rules';
import type { Cart } from '../sell/cart.rules';
import { Chips } from '../ui/fields';
import { Complaint, useVnd } from '../ui/parts';
import { Sheet } from '../ui/sheet';
import ui from '../ui/ui.module.css';
import { CashTab } from './cash-tab';
import { DoneSheet } from './done-sheet';
import { OtherTab } from './other-tab';
import { leftVnd } from './split.rules';
import type { PaidPart } from './split.rules';
import { SplitTab } from './split-tab';
import classes from './pay.module.css';
import { useVietQr } from './use-vietqr';
import { VietQrTab } from './vietqr-tab';

type Way = 'cash' | 'vietqr' | 'other' | 'split';

/**
 * The cart as it was when the customer paid: one sale, however often the button is tapped, and
 * however empty the till's own cart is after it.
 */
export function PaySheet({ cart, onClose }: { cart: Cart; onClose: () => void }) {
  const { till } = useTill();
  const vnd = useVnd();
  const [parts, setParts] = useState<readonly PaidPart[]>(cart.paid ?? []);
  const [way, setWay] = useState<Way>(parts.length > 0 ? 'split' : 'cash');
  const [isWriting, setWriting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [sale, setSale] = useState<TillDocument | null>(null);
  const totalVnd = totalOf(cart);
  const vietQr = useVietQr(totalVnd, cart.saleId);
  const isCodeShown = vietQr !== null && !(vietQr instanceof Refusal);
  const pay = async (payments: readonly CartPayment[]) => {
    setWriting(true);
    setFailure(null);
    try {
      const kept = await till.sell(cart, payments);
      setSale(contentOf(kept));
    } catch (refused) {
      setFailure(refused);
    } finally {
      setWriting(false);
    }
  };
  /* Money that was received is kept with the cart: a phone that dies now still knows of it. */
  const take = (taken: PaidPart[]) => {
    setParts(taken);
    const kept = till.getState().cart;
    if (kept.saleId === cart.saleId) till.keepCart({ ...kept, paid: taken });
    if (leftVnd(totalVnd, taken) === 0) void pay(taken);
  };
  if (sale) return <DoneSheet sale={sale} onNext={onClose} />;
  return (
    <Sheet
      title={m.till_pay()}
      onClose={onClose}
      isWide
      foot={
        way === 'vietqr' &&
        isCodeShown && (
          <button
            type="button"
            className={`${ui.main} ${ui.big}`}
            disabled={isWriting}
            onClick={() => void pay([{ method: 'vietqr', amountVnd: totalVnd }])}
          >
            {isWriting ? m.till_writing() : m.till_qr_received()}
          </button>
        )
      }
    >
      <p className={classes.total} data-testid="pay-total">
        {vnd(totalVnd)}
      </p>
      {parts.length === 0 && (
        <div className={classes.ways}>
          <Chips<Way>
            label={m.till_pay_how()}
            options={[
              { value: 'cash', name: m.till_method_cash() },
              { value: 'vietqr', name: m.till_method_vietqr() },
              { value: 'other', name: m.till_method_others() },
              { value: 'split', name: m.till_split() },
            ]}
            chosen={way}
            onChoose={setWay}
          />
        </div>
      )}
      <Complaint failure={failure} />
      {way === 'cash' && (
        <CashTab
          totalVnd={totalVnd}
          isWriting={isWriting}
          onPay={(tenderedVnd) => void pay([{ method: 'cash', tenderedVnd }])}
        />
      )}
      {way === 'vietqr' && <VietQrTab totalVnd={totalVnd} vietQr={vietQr} />}
      {way === 'other' && (
        <OtherTab
          isWriting={isWriting}
          onPaid={(method) => void pay([{ method, amountVnd: totalVnd }])}
        />
      )}
      {way === 'split' && (
        <SplitTab
          totalVnd={totalVnd}
          saleId={cart.saleId}
          parts={parts}
          isWriting={isWriting}
          onParts={take}
        />
      )}
    </Sheet>
  );
}
