import { useId } from 'react';
import { useMutation } from '@tanstack/react-query';
import { LifeBuoy } from 'lucide-react';
import { Problem } from '../api/problem';
import { queryClient } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import classes from './rescue-import.module.css';
import { bringRescueFile } from './rescue-requests';

/* Only a file that could not be read is called none: a server that is busy says nothing of it. */
function whyNot(failure: Error, language: 'vi' | 'en'): string {
  const isServers = failure instanceof Problem && failure.code !== 'rescue_file_unreadable';
  if (!isServers) return m.reports_rescue_unreadable();
  return failure.sentence(language) ?? m.error_unreachable();
}

/**
 * Takes in what a phone sold that will not connect again. The ledger looks at every document and
 * signature as if the phone had sent it: late sales make the next revision of their day.
 */
export function RescueImport({ fairId }: { fairId: string }) {
  const { language } = useLanguage();
  const field = useId();
  const bringing = useMutation({
    mutationFn: async (chosen: File) => bringRescueFile(fairId, await chosen.text()),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['reports', fairId] }),
  });
  const count = (number: number) => formatCount(number, language);
  const brought = bringing.data;
  return (
    <section className={classes.rescue} aria-label={m.reports_rescue_title()}>
      <LifeBuoy size={20} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        <strong>{m.reports_rescue_title()}</strong>
        <p>{m.reports_rescue_what()}</p>
        <div role="status" className={classes.said}>
          {bringing.isPending && <p>{m.reports_rescue_under_way()}</p>}
          {brought && (
            <p>
              {m.reports_rescue_done({
                stored: count(brought.stored),
                known: count(brought.known),
              })}{' '}
              {brought.setAside > 0 &&
                m.reports_rescue_set_aside({ count: count(brought.setAside) })}
            </p>
          )}
          {brought !== undefined && brought.refused > 0 && (
            <p className={classes.failed}>
              {m.reports_rescue_refused({ count: count(brought.refused) })}
            </p>
          )}
          {bringing.isError && <p className={classes.failed}>{whyNot(bringing.error, language)}</p>}
        </div>
      </div>
      <label className={classes.button} htmlFor={field} aria-disabled={bringing.isPending}>
        {m.reports_rescue_choose()}
        <input
          id={field}
          type="file"
          accept=".json,application/json"
          disabled={bringing.isPending}
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            if (chosen) bringing.mutate(chosen);
            event.currentTarget.value = '';
          }}
        />
      </label>
    </section>
  );
}
