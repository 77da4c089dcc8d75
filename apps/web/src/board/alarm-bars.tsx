import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import type { Board } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatCount, formatShare } from '../i18n/numbers';
import { formatHourMinute } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { Bar } from '../ui/states';
import classes from './alarm-bars.module.css';
import CoverageList from './coverage-list';
import { isGateAlarm, isToday, lacksSilent } from './day-line.rules';

interface AlarmBarsProps {
  board: Board;
  /** Where an organizer sees the tills; null for others. */
  fairCode: string | null;
}

/** What the reconciliation, gates and tills have to say over a board, when they have. */
export default function AlarmBars({ board, fairCode }: AlarmBarsProps) {
  return (
    <>
      <ReconciliationBar board={board} />
      {isToday(board) && isGateAlarm(board.visits) && <VisitBars visits={board.visits} />}
      {lacksSilent(board) && <SilenceBar board={board} fairCode={fairCode} />}
    </>
  );
}

function ReconciliationBar({ board }: { board: Board }) {
  const { language } = useLanguage();
  const { checkedAt, differenceCount } = board.reconciliation;
  if (differenceCount === 0 || checkedAt === null) return null;
  const time = formatHourMinute(checkedAt, board.fair.timeZone, language);
  return <Bar tone="danger">{m.reconciliation_bar({ time, count: differenceCount })}</Bar>;
}

/** What cannot be left to a figure alone: more went out than came in, or the fair fills up. */
function VisitBars({ visits }: { visits: Board['visits'] }) {
  const { language } = useLanguage();
  const { inside, difference, capacity, share, level } = visits;
  const words = {
    inside: formatCount(inside, language),
    share: formatShare(share ?? 0, language),
    capacity: formatCount(capacity ?? 0, language),
  };
  return (
    <>
      {difference < 0 && (
        <Bar tone="warn">{m.board_below({ count: formatCount(-difference, language) })}</Bar>
      )}
      {level === 'near' && <Bar tone="warn">{m.board_near(words)}</Bar>}
      {level === 'full' && <Bar tone="danger">{m.board_full(words)}</Bar>}
    </>
  );
}

/** In the words of the list of tills: organizers are led to it, others read here which they are. */
function SilenceBar({ board, fairCode }: AlarmBarsProps) {
  const { language } = useLanguage();
  const { silentCount, silentSince } = board.tills;
  const [isOpen, setOpen] = useState(false);
  if (silentSince === null) return null;
  const time = formatHourMinute(silentSince, board.fair.timeZone, language);
  return (
    <Bar tone="warn">
      {m.board_silent({ count: formatCount(silentCount, language), time })}{' '}
      {fairCode !== null ? (
        <Link to="/tills" search={{ fair: fairCode, show: 'silent' }}>
          {m.board_silent_see()}
        </Link>
      ) : (
        <button
          type="button"
          className={classes.link}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {m.board_silent_see()}
        </button>
      )}
      {isOpen && <CoverageList board={board} of="tills" />}
    </Bar>
  );
}
