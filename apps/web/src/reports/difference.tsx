import { formatCount } from '../i18n/numbers';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { formatSigned } from './reports.rules';
import type { Closing } from './reports-requests';
import classes from './revision-card.module.css';
import own from './difference.module.css';

const SHOWN_BOOTHS = 12;

/** What a revision adds to the one before, booth by booth. */
export function Difference({ difference }: { difference: NonNullable<Closing['difference']> }) {
  const { language } = useLanguage();
  const { revision, booths, documentCount, declaredCount, totalVnd, entries } = difference;
  const money = (vnd: number | null) =>
    vnd === null ? m.reports_difference_withheld() : `${formatSigned(vnd, language)}\u00a0₫`;
  const row = (booth: (typeof booths)[number]) => (
    <tr key={booth.boothId}>
      <td>{booth.boothCode}</td>
      <td className={classes.number}>{formatCount(booth.documentCount, language)}</td>
      <td className={classes.number}>{money(booth.totalVnd)}</td>
    </tr>
  );
  const table = (of: typeof booths) => (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{m.reports_booth()}</th>
          <th scope="col" className={classes.number}>
            {m.reports_documents()}
          </th>
          <th scope="col" className={classes.number}>
            {m.reports_change()}
          </th>
        </tr>
      </thead>
      <tbody>{of.map(row)}</tbody>
    </table>
  );
  const rest = booths.slice(SHOWN_BOOTHS);
  return (
    <div className={own.difference} data-testid="difference">
      <h4>{m.reports_difference({ revision })}</h4>
      <p>
        {m.reports_difference_sum({
          count: formatCount(documentCount, language),
          amount: money(totalVnd),
          entries: formatSigned(entries, language),
        })}{' '}
        {declaredCount > 0 &&
          m.reports_difference_declared({ count: formatCount(declaredCount, language) })}
      </p>
      {booths.length === 0 ? (
        <p>{m.reports_difference_visits()}</p>
      ) : (
        table(booths.slice(0, SHOWN_BOOTHS))
      )}
      {rest.length > 0 && (
        <details className={classes.zones}>
          <summary>{m.reports_more_booths({ count: rest.length })}</summary>
          {table(rest)}
        </details>
      )}
    </div>
  );
}
