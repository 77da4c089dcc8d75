import { useId } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Lock } from 'lucide-react';

import { formatCount } from '../i18n/numbers';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { AskedTwice } from '../ui/asked-twice';
import buttons from '../ui/buttons.module.css';
import { ProblemLine } from '../ui/problem-line';
import classes from './duplicates.module.css';
import { mergeExhibitors, tellApart } from './duplicates-requests';
import type { DuplicatePair, LikelyExhibitor } from './duplicates-requests';
import { pairFacts } from './pair-facts';

interface DuplicatePairProps {
  fairId: string;
  pair: DuplicatePair;
  onDone: () => Promise<unknown>;
}

/** Two that are probably one: what differs side by side, and which of them is to stay. */
export function DuplicatePairCard({ fairId, pair, onDone }: DuplicatePairProps) {
  const { language } = useLanguage();
  const titleId = useId();
  const { first, second, reasons } = pair;
  const merging = useMutation({
    mutationFn: ({ kept, gone }: { kept: LikelyExhibitor; gone: LikelyExhibitor }) =>
      mergeExhibitors(fairId, kept.exhibitor.id, gone.exhibitor.id),
    onSettled: onDone,
  });
  const telling = useMutation({
    mutationFn: () => tellApart(fairId, first.exhibitor.id, second.exhibitor.id),
    onSettled: onDone,
  });
  const problem = merging.error ?? telling.error;
  const isPending = merging.isPending || telling.isPending;
  const { different, same } = pairFacts(pair, language);
  const sides = [
    { kept: first, gone: second },
    { kept: second, gone: first },
  ];
  return (
    <li className={classes.card} aria-labelledby={titleId}>
      <h3 id={titleId}>{reasons.map((reason) => reasonWords[reason]()).join(' · ')}</h3>
      <div className={classes.facts} role="table" aria-label={m.duplicates_differs()}>
        <div className={classes.fact} role="row">
          <span className={classes.corner} role="columnheader">
            {m.duplicates_differs()}
          </span>
          {[first, second].map(({ exhibitor }) => (
            <strong key={exhibitor.id} role="columnheader">
              {exhibitor.name}
            </strong>
          ))}
        </div>
        {different.map(({ label, texts }) => (
          <div key={label} className={classes.fact} role="row">
            <span className={classes.label} role="rowheader">
              {label}
            </span>
            {texts.map((text, at) => (
              <span key={at} role="cell" className={text === '' ? classes.nothing : undefined}>
                {text === '' ? m.duplicates_nothing() : text}
              </span>
            ))}
          </div>
        ))}
      </div>
      {same.length > 0 && (
        <p className={classes.quiet}>{m.duplicates_same({ fields: same.join('; ') })}</p>
      )}
      <div className={classes.deeds}>
        {sides.map(({ kept, gone }) => (
          <div key={kept.exhibitor.id} className={classes.deed}>
            {gone.holders.length > 0 ? (
              <p className={classes.held}>
                <Lock size={16} aria-hidden />
                <span>
                  {m.duplicates_held({
                    name: gone.exhibitor.name,
                    holders: gone.holders
                      .map(
                        ({ count, whatVi, whatEn }) =>
                          `${formatCount(count, language)} ${language === 'vi' ? whatVi : whatEn}`,
                      )
                      .join(', '),
                  })}
                </span>
              </p>
            ) : (
              <AskedTwice
                deed={m.duplicates_keep()}
                deedOf={m.duplicates_keep_of({ name: kept.exhibitor.name })}
                question={m.duplicates_sure({
                  kept: kept.exhibitor.name,
                  gone: gone.exhibitor.name,
                })}
                keep={m.duplicates_not_yet()}
                isPending={isPending}
                onSure={() => merging.mutate({ kept, gone })}
              />
            )}
          </div>
        ))}
      </div>
      {problem && <ProblemLine problem={problem} />}
      <div className={classes.foot}>
        <button
          type="button"
          className={buttons.button}
          disabled={isPending}
          onClick={() => telling.mutate()}
        >
          {m.duplicates_apart()}
        </button>
      </div>
    </li>
  );
}

const reasonWords = {
  tax_code: m.duplicates_by_tax_code,
  name: m.duplicates_by_name,
  name_but_form: m.duplicates_by_name_but_form,
};
