import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import classes from '../ui/question.module.css';
import { addCashier, changeCashier, removeCashier } from './counter-doors';
import type { Cashier } from './counter-doors';
import { Field, Switch } from './field';
import { Form, useFieldErrors, useLeaving } from './form';
import { ProblemLine } from '../ui/problem-line';
import type { Standing } from './my-client';
import { cashiersQuery } from './my-queries';
import { Sheet } from '../ui/sheet';
import { useToast } from '../ui/toast';

interface CashierSheetProps {
  standing: Standing;
  /** Null for a new one. */
  cashier: Cashier | null;
  /** The only one who sells: unless it may give money back, nobody can. */
  isFirst: boolean;
  onClose: () => void;
}

/** Someone who sells: a name for the till, a PIN for its screen, and whether money may go back. */
export function CashierSheet({ standing, cashier, isFirst, onClose }: CashierSheetProps) {
  const cache = useQueryClient();
  const say = useToast();
  const [name, setName] = useState(cashier?.name ?? '');
  const [pin, setPin] = useState('');
  const mightRefund = cashier?.mayRefund ?? isFirst;
  const [mayRefund, setMayRefund] = useState(mightRefund);
  const [isChecked, setChecked] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const isDirty = name !== (cashier?.name ?? '') || pin !== '' || mayRefund !== mightRefund;
  const { mayClose, leaving } = useLeaving(isDirty, onClose);
  const refresh = () => cache.invalidateQueries({ queryKey: cashiersQuery(standing).queryKey });

  const isNameMissing = name.trim() === '';
  const isPinWrong = !/^\d{4,6}$/.test(pin) && !(cashier && pin === '');
  const saving = useMutation({
    mutationFn: () => {
      const wish = { name: name.trim(), mayRefund };
      return cashier
        ? changeCashier(standing.fairId, cashier.id, { ...wish, ...(pin !== '' && { pin }) })
        : addCashier(standing, { ...wish, pin });
    },
    onSuccess: () => {
      say({ text: m.my_cashier_saved_toast({ name: name.trim() }) });
      onClose();
    },
    onSettled: refresh,
  });
  const removing = useMutation({
    mutationFn: (gone: Cashier) => removeCashier(standing.fairId, gone.id),
    onSuccess: (_, gone) => {
      say({ text: m.my_cashier_removed_toast({ name: gone.name }) });
      onClose();
    },
    onSettled: refresh,
  });
  const errorOf = useFieldErrors(saving.error);

  if (cashier && isRemoving) {
    return (
      <Sheet title={m.my_cashier_remove()} onClose={onClose}>
        <div className={classes.question}>
          <p>{m.my_cashier_remove_question({ name: cashier.name })}</p>
          {removing.error && <ProblemLine problem={removing.error} />}
          <div className={classes.answers}>
            <button type="button" className={buttons.main} onClick={() => setRemoving(false)}>
              {m.my_cancel()}
            </button>
            <button
              type="button"
              className={`${buttons.button} ${classes.danger}`}
              aria-disabled={removing.isPending}
              onClick={() => {
                if (!removing.isPending) removing.mutate(cashier);
              }}
            >
              <Trash2 size={18} aria-hidden />
              {m.my_cashier_remove_do()}
            </button>
          </div>
        </div>
      </Sheet>
    );
  }
  return (
    <Sheet
      title={cashier ? m.my_cashier_edit() : m.my_cashier_new()}
      onClose={onClose}
      mayClose={mayClose}
    >
      <Form
        problem={saving.error}
        isPending={saving.isPending}
        fields={['name', 'pin', 'mayRefund']}
        leaving={leaving}
        onSave={() => {
          setChecked(true);
          if (!isNameMissing && !isPinWrong) saving.mutate();
        }}
        aside={
          cashier && (
            <button
              type="button"
              className={`${buttons.button} ${classes.danger}`}
              onClick={() => setRemoving(true)}
            >
              <Trash2 size={18} aria-hidden />
              {m.my_cashier_remove()}
            </button>
          )
        }
      >
        <Field
          label={m.my_cashier_name()}
          error={isChecked && isNameMissing ? m.my_cashier_name_missing() : errorOf('name')}
        >
          {(wired) => (
            <input
              {...wired}
              name="name"
              autoComplete="off"
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field
          label={cashier ? m.my_cashier_pin_new() : m.my_cashier_pin()}
          error={isChecked && isPinWrong ? m.my_cashier_pin_wrong() : errorOf('pin')}
        >
          {(wired) => (
            <input
              {...wired}
              name="pin"
              inputMode="numeric"
              autoComplete="off"
              maxLength={6}
              value={pin}
              onChange={(event) => setPin(event.currentTarget.value.replace(/\D/g, ''))}
            />
          )}
        </Field>
        <Switch
          name="mayRefund"
          label={m.my_cashier_may_refund_label()}
          hint={m.my_cashier_refund_hint()}
          isOn={mayRefund}
          onTurn={setMayRefund}
        />
      </Form>
    </Sheet>
  );
}
