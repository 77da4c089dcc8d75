import { CircleAlert, CircleCheck, CircleDashed, CloudUpload, Moon, WifiOff } from 'lucide-react';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { alarmWords, heldWords, stateWords, timeOf, toneOf } from './till-words';
import type { Times } from './till-words';
import type { Till } from './tills.requests';
import classes from './tills.module.css';

const icons = {
  clashing: CircleAlert,
  silent: WifiOff,
  closed_holding: CloudUpload,
  holding: CloudUpload,
  all_sent: CircleCheck,
  closed_and_empty: Moon,
  never_used: CircleDashed,
  not_paired: CircleDashed,
  revoked: CircleDashed,
};

interface TillRowProps {
  till: Till;
  times: Times;
  onOpen: () => void;
}

/** One phone: a line of a table on a desk, a card on a phone. The whole of it opens. */
export function TillRow({ till, times, onOpen }: TillRowProps) {
  const { boothCode, exhibitorName, deviceName, unsentCount, lastSeenAt, isOnline } = till;
  const held = heldWords(till, times);
  return (
    <li className={`${classes.row} ${classes[toneOf[till.state]]}`} data-state={till.state}>
      <button
        type="button"
        className={classes.booth}
        aria-label={m.tills_open({ code: boothCode, name: exhibitorName })}
        onClick={onOpen}
      >
        {boothCode}
      </button>
      <p className={classes.who}>
        <strong>{exhibitorName}</strong>
        <span>
          {till.isReplaced && <em>{m.tills_replaced()} · </em>}
          {deviceName}
        </span>
      </p>
      <div className={classes.state}>
        <StateChip till={till} times={times} />
        {held && <p className={classes.under}>{held}</p>}
        <Alarms till={till} times={times} />
      </div>
      <p className={`${classes.number} ${classes.unsent}`} data-some={unsentCount > 0}>
        <span className={classes.label}>{m.tills_col_unsent()}</span>
        {till.saidAt === null ? '–' : formatCount(unsentCount, times.language)}
      </p>
      <p className={classes.seen}>
        <span className={classes.label}>{m.tills_col_seen()}</span>
        {lastSeenAt === null
          ? m.tills_seen_never()
          : isOnline
            ? m.tills_seen_now()
            : timeOf(lastSeenAt, times)}
      </p>
    </li>
  );
}

/** The state in words, with its sign and its colour. */
export function StateChip({ till, times }: { till: Till; times: Times }) {
  const Icon = icons[till.state];
  return (
    <span className={`${classes.stateChip} ${classes[`chip_${toneOf[till.state]}`]}`}>
      <Icon size={16} aria-hidden />
      {stateWords(till, times)}
    </span>
  );
}

/** What else needs someone. */
export function Alarms({ till, times }: { till: Till; times: Times }) {
  const words = till.alarms.flatMap((alarm) => alarmWords(alarm, till, times.language) ?? []);
  if (words.length === 0) return null;
  return (
    <ul className={classes.alarms}>
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  );
}
