import type { Board } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatCount, formatShare } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { Bar } from '../ui/states';

/** What cannot be left to a figure alone: more went out than came in, or the fair fills up. */
export default function VisitBars({ visits }: { visits: Board['visits'] }) {
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
