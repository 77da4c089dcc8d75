import { useState } from 'react';
import { Copy, Download } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import classes from './check-again.module.css';
import { fileAddress } from './suggest-requests';
import type { Suggestion } from './suggest-requests';
import { commandOf } from './suggest.rules';

interface CheckAgainProps {
  fairId: string;
  suggestion: Suggestion;
}

/** What anybody needs who doubts a suggestion: the facts, the files and the command. */
export function CheckAgain({ fairId, suggestion }: CheckAgainProps) {
  const { language } = useLanguage();
  const [isCopied, setCopied] = useState(false);
  const { id, instanceHash, engine, choice, figures } = suggestion;
  const command = figures && commandOf(choice, figures);
  const facts = [
    [m.suggest_again_hash(), instanceHash],
    [m.suggest_again_engine(), engine],
    [m.suggest_seed(), String(choice.seed)],
    ...(figures
      ? [
          [
            m.suggest_again_budget(),
            figures.budget === null ? '–' : formatCount(figures.budget, language),
          ],
          [m.suggest_iterations(), formatCount(figures.iterations, language)],
          [m.suggest_repairs(), formatCount(figures.repairs, language)],
        ]
      : []),
  ];
  return (
    <details className={classes.again} data-testid="check-again">
      <summary>{m.suggest_again()}</summary>
      <p>{m.suggest_again_text()}</p>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.deeds}>
        <a className={buttons.button} href={fileAddress(fairId, id, 'instance')} download>
          <Download size={18} aria-hidden />
          {m.suggest_again_instance()}
        </a>
        {figures && (
          <a className={buttons.button} href={fileAddress(fairId, id, 'plan')} download>
            <Download size={18} aria-hidden />
            {m.suggest_again_plan()}
          </a>
        )}
      </div>
      {command && (
        <div className={classes.command}>
          <code>{command}</code>
          <button
            type="button"
            className={buttons.quiet}
            onClick={() => void navigator.clipboard.writeText(command).then(() => setCopied(true))}
          >
            <Copy size={16} aria-hidden />
            <span aria-live="polite">{isCopied ? m.suggest_copied() : m.suggest_copy()}</span>
          </button>
        </div>
      )}
    </details>
  );
}
