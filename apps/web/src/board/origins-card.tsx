import type { Board } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatCount, formatShare } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { BarList } from '../ui/bar-list';
import { Money } from '../ui/figures';
import { TableTwin } from '../ui/table-twin';
import { originName } from './origin-words';
import { declaredColumn, declaredNote, declaredTotal } from './declared-note';
import { shareOf, sumOf } from './shares.rules';

export function OriginsCard({ board }: { board: Board }) {
  const { language } = useLanguage();
  const { origins } = board;
  const total = sumOf(origins, (row) => row.revenueVnd);
  const name = (row: { origin: string }) => originName(row.origin);
  const share = (row: { revenueVnd: number }) => {
    const part = shareOf(row.revenueVnd, total);
    return part === null ? '' : formatShare(part, language);
  };
  return (
    <TableTwin
      title={m.origins_title()}
      rows={origins}
      keyOf={(row) => row.origin}
      columns={[
        { title: m.origins_origin(), cell: name },
        { title: m.col_revenue(), cell: (row) => row.revenueVnd, unit: 'vnd' },
        ...declaredColumn(board),
        { title: m.share(), cell: (row) => shareOf(row.revenueVnd, total), unit: 'share' },
        { title: m.col_sales(), cell: (row) => row.salesCount, unit: 'count' },
      ]}
      total={[
        m.total(),
        total,
        ...declaredTotal(board),
        '',
        sumOf(origins, (row) => row.salesCount),
      ]}
      note={board.withheld.includes('origins') ? m.withheld_split() : declaredNote(board, language)}
    >
      <BarList
        colour={3}
        rows={origins.map((row) => ({
          key: row.origin,
          label: name(row),
          size: row.revenueVnd,
          value: <Money vnd={row.revenueVnd} />,
          aside: share(row),
          sub: m.origins_sub({ sales: formatCount(row.salesCount, language) }),
        }))}
      />
    </TableTwin>
  );
}
