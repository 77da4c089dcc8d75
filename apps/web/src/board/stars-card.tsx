import { formatVnd } from '@phien/kernel';
import type { Board } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatShare } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { BarList } from '../ui/bar-list';
import { Money } from '../ui/figures';
import { TableTwin } from '../ui/table-twin';
import { shareOf, sumOf } from './shares.rules';

type StarRow = Board['stars'][number];

export function StarsCard({ board }: { board: Board }) {
  const { language } = useLanguage();
  const { stars } = board;
  const total = sumOf(stars, (row) => row.revenueVnd);
  const share = (row: StarRow) => {
    const part = shareOf(row.revenueVnd, total);
    return part === null ? '' : formatShare(part, language);
  };
  const name = (row: StarRow) =>
    row.star === 'none' ? m.star_none() : m.star_n({ count: row.star });
  return (
    <TableTwin
      title={m.stars_title()}
      rows={stars}
      keyOf={(row) => row.star}
      columns={[
        { title: m.stars_star(), cell: name },
        { title: m.col_revenue(), cell: (row) => row.revenueVnd, unit: 'vnd' },
        { title: m.share(), cell: (row) => shareOf(row.revenueVnd, total), unit: 'share' },
      ]}
      total={[m.total(), total, '']}
      note={
        board.withheld.includes('stars')
          ? m.withheld_stars()
          : board.revenue.declaredVnd
            ? m.declared_no_product({ amount: formatVnd(board.revenue.declaredVnd, language) })
            : undefined
      }
    >
      <BarList
        colour={5}
        rows={stars.map((row) => ({
          key: row.star,
          label: name(row),
          size: row.revenueVnd,
          value: <Money vnd={row.revenueVnd} />,
          aside: share(row),
        }))}
      />
    </TableTwin>
  );
}
