import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { fairQuery, queryClient } from '../api/queries';
import { formatCount } from '../i18n/numbers';
import { formatDateTime } from '../i18n/times';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { Empty, ErrorState, Skeleton } from '../ui/states';
import { DuplicatePairCard } from './duplicate-pair';
import classes from './duplicates.module.css';
import { duplicatesQuery } from './duplicates-requests';
import type { Merge } from './duplicates-requests';

interface DuplicatesPartProps {
  fairId: string;
  onClose: () => void;
}

/** Exhibitors that are probably one, to be merged or told apart; and what was merged. */
export function DuplicatesPart({ fairId, onClose }: DuplicatesPartProps) {
  const { language } = useLanguage();
  const list = useQuery(duplicatesQuery(fairId));
  const fair = useQuery(fairQuery(fairId));
  const failed = [list, fair].find((query) => query.isError && !query.data);
  const refresh = () =>
    Promise.all(
      ['duplicates', 'exhibitors', 'delegations', 'products'].map((key) =>
        queryClient.invalidateQueries({ queryKey: [key, fairId] }),
      ),
    );
  return (
    <section aria-label={m.duplicates_title()} className={classes.part}>
      <div className={classes.head}>
        <button type="button" className={buttons.button} onClick={onClose}>
          <ArrowLeft size={18} aria-hidden />
          {m.roster_back()}
        </button>
        <h2>{m.duplicates_title()}</h2>
      </div>
      {failed?.error ? (
        <ErrorState problem={failed.error} onRetry={() => void failed.refetch()} />
      ) : !list.data || !fair.data ? (
        <Skeleton shapes={[280, 280]} />
      ) : (
        <>
          {list.data.pairs.length === 0 ? (
            <Empty title={m.duplicates_none()} text={m.duplicates_none_text()} />
          ) : (
            <>
              <p className={classes.quiet}>{m.duplicates_what()}</p>
              <ul className={classes.pairs} data-testid="duplicates">
                {list.data.pairs.map((pair) => (
                  <DuplicatePairCard
                    key={`${pair.first.exhibitor.id} ${pair.second.exhibitor.id}`}
                    fairId={fairId}
                    pair={pair}
                    onDone={refresh}
                  />
                ))}
              </ul>
              {list.data.furtherPairs > 0 && (
                <p className={classes.quiet}>
                  {m.duplicates_further({ count: formatCount(list.data.furtherPairs, language) })}
                </p>
              )}
            </>
          )}
          {list.data.merges.length > 0 && (
            <section aria-labelledby="merges" className={classes.card}>
              <h3 id="merges">{m.duplicates_merges()}</h3>
              <ul className={classes.merges} data-testid="merges">
                {list.data.merges.map((merge) => (
                  <MergeLine key={merge.mergedId} merge={merge} timeZone={fair.data.timeZone} />
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </section>
  );
}

function MergeLine({ merge, timeZone }: { merge: Merge; timeZone: string }) {
  const { language } = useLanguage();
  const { keptName, mergedName, mergedTaxCode, products, productsSoldTwice, people } = merge;
  const count = (number: number) => formatCount(number, language);
  return (
    <li>
      <p>
        <strong>{m.duplicates_merged({ merged: mergedName, kept: keptName })}</strong>
      </p>
      <p className={classes.quiet}>
        {[
          mergedTaxCode !== null && m.people_tax_code_is({ taxCode: mergedTaxCode }),
          m.duplicates_moved({ products: count(products), people: count(people) }),
          productsSoldTwice > 0 && m.duplicates_sold_twice({ count: count(productsSoldTwice) }),
          m.duplicates_by({
            name: merge.mergedByName,
            time: formatDateTime(merge.mergedAt, timeZone, language),
          }),
        ]
          .filter((words) => words !== false)
          .join(' · ')}
      </p>
    </li>
  );
}
