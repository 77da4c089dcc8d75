import { CloudCheck, CloudOff, LogIn, Send, TriangleAlert } from 'lucide-react';
import type { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatHourMinute } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import classes from './count-screen.module.css';
import type { Waiting } from './tally.rules';

interface SentChipProps {
  waiting: Waiting;
  problem: Problem | null;
  timeZone: string | null;
}

/** Whether everything counted has reached the server, and what to do when it cannot. */
export function SentChip({ waiting, problem, timeZone }: SentChipProps) {
  const { language } = useLanguage();
  const count = formatCount(waiting.taps, language);
  const since = waiting.since && timeZone && formatHourMinute(waiting.since, timeZone, language);
  const kept = since ? m.gate_kept_since({ count, time: since }) : m.gate_kept({ count });

  if (problem?.status === 401) {
    return (
      <a className={classes.chip} data-tone="danger" data-state="signed_out" href="/?next=/gate/">
        <LogIn size={18} aria-hidden />
        <span>{waiting.taps > 0 ? m.gate_sign_in_again({ count }) : m.gate_sign_in()}</span>
      </a>
    );
  }
  const isSilent = problem !== null && (problem.status === 0 || problem.status >= 500);
  const [state, tone, Icon, words] =
    problem === null
      ? waiting.taps === 0
        ? (['sent', 'ok', CloudCheck, m.gate_all_sent()] as const)
        : (['sending', 'info', Send, m.gate_sending({ count })] as const)
      : problem.code === 'device_storage'
        ? (['storage', 'danger', TriangleAlert, m.gate_storage()] as const)
        : isSilent
          ? ([
              'offline',
              'warn',
              CloudOff,
              waiting.taps > 0 ? `${m.gate_offline()} · ${kept}` : m.gate_offline(),
            ] as const)
          : ([
              'refused',
              'danger',
              TriangleAlert,
              `${problem.sentence(language) ?? problem.code} ${waiting.taps > 0 ? kept : ''}`,
            ] as const);
  return (
    <>
      <p className={classes.chip} data-testid="sent-chip" data-tone={tone} data-state={state}>
        <Icon size={18} aria-hidden />
        <span>{words}</span>
      </p>
      <p className="onlyForReaders" role="status">
        {problem && words}
      </p>
    </>
  );
}
