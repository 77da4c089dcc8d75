import { useLanguage } from '../i18n/language';
import { formatCount, formatShare } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { BarList } from '../ui/bar-list';
import { Money } from '../ui/figures';
import { TableTwin } from '../ui/table-twin';
import type { Splits } from './further-requests';
import { shareOf, sumOf } from './shares.rules';

type ClassRow = Splits['classes'][number];
const SHOWN = 8;

/** Revenue by class of product; a sale with goods of several classes counts in each. */
export function ClassesCard({ splits }: { splits: Splits }) {
  const { language } = useLanguage();
  const rows = splits.classes;
  const total = sumOf(rows, (row) => row.revenueVnd);
  const name = (row: ClassRow) => (language === 'vi' ? row.nameVi : row.nameEn) || m.classes_none();
  const share = (row: ClassRow) => {
    const part = shareOf(row.revenueVnd, total);
    return part === null ? '' : formatShare(part, language);
  };
  return (
    <TableTwin
      title={m.classes_title()}
      rows={rows}
      asOf={splits.asOf}
      keyOf={(row) => row.code}
      columns={[
        { title: m.classes_class(), cell: name, isName: true },
        { title: m.col_revenue(), cell: (row) => row.revenueVnd, unit: 'vnd' },
        { title: m.share(), cell: (row) => shareOf(row.revenueVnd, total), unit: 'share' },
        { title: m.col_sales(), cell: (row) => row.salesCount, unit: 'count' },
      ]}
      total={[m.total(), total, '', '']}
      note={splits.withheld.includes('classes') ? m.withheld_split() : undefined}
    >
      <BarList
        colour={4}
        rows={rows.slice(0, SHOWN).map((row) => ({
          key: row.code,
          label: name(row),
          size: row.revenueVnd,
          value: <Money vnd={row.revenueVnd} />,
          aside: share(row),
          sub: m.classes_sub({ sales: formatCount(row.salesCount, language) }),
        }))}
      />
    </TableTwin>
  );
}
