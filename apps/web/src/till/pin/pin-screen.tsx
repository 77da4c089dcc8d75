import { useState } from 'react';
import type { FormEvent } from 'react';
import { UserRound } from '../ui/icons';
import { m } from '../../paraglide/messages.js';
import { useSellingTill } from '../core/till-context';
import { TextField } from '../ui/fields';
import ui from '../ui/ui.module.css';
import { CashierPin } from './cashier-pin';
import classes from './pin.module.css';

/** Who sells now: a cashier with a PIN or, where none were set up, a name. */
export function PinScreen() {
  const { till, catalogue } = useSellingTill();
  const { cashiers } = catalogue;
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen =
    cashiers.find(({ id }) => id === chosenId) ?? (cashiers.length === 1 ? cashiers[0] : undefined);
  return (
    <main className={`${ui.page} ${ui.stack}`}>
      {cashiers.length === 0 ? (
        <OwnName />
      ) : chosen ? (
        <>
          <h1 className={`${ui.heading} ${classes.who}`}>{m.till_pin_of({ name: chosen.name })}</h1>
          <CashierPin
            key={chosen.id}
            cashier={chosen}
            onRight={() => void till.signIn({ id: chosen.id, name: chosen.name })}
          />
          {cashiers.length > 1 && (
            <button type="button" className={ui.link} onClick={() => setChosenId(null)}>
              {m.till_pin_other()}
            </button>
          )}
        </>
      ) : (
        <>
          <h1 className={ui.heading}>{m.till_who_sells()}</h1>
          <ul className={classes.people}>
            {cashiers.map(({ id, name }) => (
              <li key={id} className={ui.stack}>
                <button
                  type="button"
                  className={`${ui.button} ${classes.person}`}
                  onClick={() => setChosenId(id)}
                >
                  <UserRound size={22} aria-hidden />
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </main>
  );
}

function OwnName() {
  const { till, state } = useSellingTill();
  const [name, setName] = useState(state.ownName);
  const enter = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') void till.signIn({ id: null, name: name.trim() });
  };
  return (
    <form className={ui.stack} onSubmit={enter}>
      <h1 className={ui.heading}>{m.till_who_sells()}</h1>
      <TextField
        label={m.till_own_name()}
        value={name}
        onChange={setName}
        longest={100}
        hint={m.till_own_name_hint()}
      />
      <button type="submit" className={`${ui.main} ${ui.big}`} disabled={name.trim() === ''}>
        {m.till_own_name_go()}
      </button>
    </form>
  );
}
