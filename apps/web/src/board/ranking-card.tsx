import { formatVnd } from '@phien/kernel';
import type { Board } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { Money } from '../ui/figures';
import { TableTwin } from '../ui/table-twin';
import type { TwinColumn } from '../ui/table-twin';
import { declaredColumn } from './declared-note';
import { BoothLink } from './place-links';
import classes from './ranking-card.module.css';
import type { Selection } from './selection.rules';

type RankRow = Board['ranking'][number];

interface RankingCardProps {
  board: Board;
  selection: Selection;
  className?: string;
}

/** The best selling booths by rank; money only where the fair lets this viewer see it. */
export function RankingCard({ board, selection, className }: RankingCardProps) {
  const { language } = useLanguage();
  const { ranking } = board;
  const showsMoney = ranking.some((row) => row.revenueVnd !== null);
  const most = Math.max(1, ...ranking.map((row) => row.revenueVnd ?? 0));
  const names = (row: RankRow) => row.exhibitorNames.join(', ');
  const columns: TwinColumn<RankRow>[] = [
    { title: m.ranking_rank(), cell: (row) => row.rank, unit: 'count' },
    { title: m.ranking_booth(), cell: (row) => row.boothCode },
    { title: m.ranking_exhibitor(), cell: names, isName: true },
    { title: m.zones_zone(), cell: (row) => row.zoneCode },
  ];
  if (showsMoney) {
    columns.push(
      {
        title: m.col_sales(),
        cell: (row) => row.salesCount,
        unit: 'count',
      },
      {
        title: m.col_revenue(),
        cell: (row) => row.revenueVnd,
        unit: 'vnd',
      },
      ...declaredColumn(board),
    );
  }
  return (
    <TableTwin
      title={m.ranking_title()}
      className={className}
      rows={ranking}
      keyOf={(row) => row.boothId}
      columns={columns}
      note={ranking.length > 0 && !showsMoney ? m.ranking_money_hidden() : undefined}
    >
      {ranking.length === 0 ? (
        <p className={classes.empty}>{m.ranking_empty()}</p>
      ) : (
        <ol className={classes.list}>
          {ranking.map((row) => (
            <li key={row.boothId} className={classes.row}>
              <span className={classes.rank}>{row.rank}</span>
              <span className={classes.words}>
                <span className={classes.name}>
                  <BoothLink
                    fairCode={board.fair.code}
                    selection={selection}
                    code={row.boothCode}
                    className={classes.link}
                  >
                    <b>{row.boothCode}</b> {names(row)}
                  </BoothLink>
                </span>
                <span className={classes.sub}>
                  {row.salesCount === null
                    ? m.ranking_sub_zone({ zone: row.zoneCode })
                    : m.ranking_sub({
                        zone: row.zoneCode,
                        sales: formatCount(row.salesCount, language),
                      })}
                  {row.declaredVnd
                    ? ` · ${m.ranking_declared({ amount: formatVnd(row.declaredVnd, language) })}`
                    : ''}
                </span>
              </span>
              {row.revenueVnd !== null && (
                <span className={classes.money}>
                  <Money vnd={row.revenueVnd} />
                </span>
              )}
              {row.revenueVnd !== null && (
                <span className={classes.track} aria-hidden>
                  <span
                    className={classes.bar}
                    style={{ width: `${(Math.max(0, row.revenueVnd) / most) * 100}%` }}
                  />
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </TableTwin>
  );
}
