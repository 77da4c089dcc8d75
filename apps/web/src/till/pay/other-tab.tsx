import { m } from '../../paraglide/messages.js';
import { methodName } from '../../slip/slip';
import ui from '../ui/ui.module.css';
import classes from './pay.module.css';

const others = ['card', 'wallet', 'other'] as const;

interface OtherTabProps {
  isWriting: boolean;
  onPaid: (method: (typeof others)[number]) => void;
}

/** Paid by a machine or wallet that the till does not see. */
export function OtherTab({ isWriting, onPaid }: OtherTabProps) {
  return (
    <div className={classes.others}>
      <p>{m.till_others_how()}</p>
      {others.map((method) => (
        <button
          key={method}
          type="button"
          className={`${ui.button} ${ui.big}`}
          disabled={isWriting}
          onClick={() => onPaid(method)}
        >
          {methodName[method]()}
        </button>
      ))}
    </div>
  );
}
