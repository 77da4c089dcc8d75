import { useState } from 'react';
import type { WholeFair } from '../api/client';
import { m } from '../paraglide/messages.js';
import classes from '../reports/publication-part.module.css';
import { useLatePart } from '../ui/late-part';

interface PressPartProps {
  fair: WholeFair;
  callerName: string;
}

const loadFigures = () => import('./press-figures').then(({ PressFigures }) => ({ PressFigures }));

/** Which figures were given to the press; fetched once somebody opens it. */
export function PressPart({ fair, callerName }: PressPartProps) {
  const [isOpen, setOpen] = useState(false);
  const part = useLatePart(loadFigures, isOpen ? 0 : null);
  return (
    <details className={classes.part} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{m.press_title()}</summary>
      {isOpen &&
        (part ? (
          <part.PressFigures fair={fair} callerName={callerName} />
        ) : (
          <p className={classes.quiet}>{m.loading()}</p>
        ))}
    </details>
  );
}
