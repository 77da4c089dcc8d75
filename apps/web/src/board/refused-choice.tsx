import { Link } from '@tanstack/react-router';
import type { Fair } from '../api/client';
import type { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { Empty } from '../ui/states';
import { searchOf } from './selection.rules';
import type { Selection } from './selection.rules';

interface RefusedChoiceProps {
  fair: Fair;
  selection: Selection;
  problem: Problem;
}

/** What is wrong with what the address asks for, and the way out of it. */
export default function RefusedChoice({ fair, selection, problem }: RefusedChoiceProps) {
  const { language } = useLanguage();
  const { code } = problem;
  const isCrossing = code === 'too_few_booths';
  return (
    <Empty
      title={m.filter_refused_title()}
      text={problem.sentence(language) ?? m.error_code({ code })}
      action={
        <Link
          to="/board"
          search={
            isCrossing ? searchOf(fair.code, { ...selection, origins: [] }) : { fair: fair.code }
          }
          className={buttons.button}
        >
          {isCrossing ? m.filter_clear_origin() : m.filter_clear_all()}
        </Link>
      }
    />
  );
}
