import { TriangleAlert } from 'lucide-react';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import classes from './problem-line.module.css';

/** What a failed attempt says, with its code where no sentence is known. */
export function ProblemLine({ problem }: { problem: Error }) {
  const sentence = useProblemSentence(problem);
  return (
    <p className={classes.problem} role="alert">
      <TriangleAlert size={18} aria-hidden />
      <span>{sentence}</span>
    </p>
  );
}

function useProblemSentence(problem: Error): string {
  const { language } = useLanguage();
  const known = problem instanceof Problem ? problem : null;
  if (known?.code === 'unreachable') return m.my_failed_unreachable();
  return known?.sentence(language) ?? m.my_failed_unknown({ code: known?.code ?? problem.name });
}
