import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import type { Board } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatHourMinute } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { Bar } from '../ui/states';
import CoverageList from './coverage-list';

/** In the words of the list of tills: organizers are led to it, others read here which they are. */
export default function SilenceBar({ board, fairCode }: { board: Board; fairCode: string | null }) {
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
          className={buttons.button}
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
