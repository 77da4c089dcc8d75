import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { m } from '../../paraglide/messages.js';
import { useTill } from '../core/till-context';
import { TextField } from '../ui/fields';
import { Complaint } from '../ui/parts';
import { Sheet } from '../ui/sheet';
import ui from '../ui/ui.module.css';
import { parking } from './parked.rules';

/** The cart waits, under a name if one is given, and the next customer has an empty one. */
export function ParkSheet({ onClose }: { onClose: () => void }) {
  const { till, state } = useTill();
  const form = useId();
  const [name, setName] = useState(state.cart.name ?? '');
  const [isWriting, setWriting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const park = async (event: FormEvent) => {
    event.preventDefault();
    setWriting(true);
    setFailure(null);
    try {
      await till.changeParked(parking(name));
      onClose();
    } catch (refused) {
      setFailure(refused);
      setWriting(false);
    }
  };
  return (
    <Sheet
      title={m.till_park_title()}
      onClose={onClose}
      foot={
        <button type="submit" form={form} className={ui.main} disabled={isWriting}>
          {m.till_park()}
        </button>
      }
    >
      <form id={form} className={ui.stack} onSubmit={(event) => void park(event)}>
        <p>{m.till_park_what()}</p>
        <TextField
          label={m.till_park_name()}
          value={name}
          onChange={setName}
          longest={40}
          placeholder={m.till_park_example()}
        />
        <Complaint failure={failure} />
      </form>
    </Sheet>
  );
}
