import { useState } from 'react';
import { m } from '../paraglide/messages.js';
import { useLatePart } from '../ui/late-part';
import part from './publication-part.module.css';

const load = () => import('./mail-list');

/** For organizers: who is mailed each closing. */
export function MailPart({ fairId, timeZone }: { fairId: string; timeZone: string }) {
  const [isOpen, setOpen] = useState(false);
  const late = useLatePart(load, isOpen ? 0 : null);
  return (
    <details className={part.part} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{m.mail_title()}</summary>
      {isOpen &&
        (late === null ? (
          <p className={part.quiet}>{m.loading()}</p>
        ) : (
          <late.MailList fairId={fairId} timeZone={timeZone} />
        ))}
    </details>
  );
}
