import type { Board } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatCount, formatShare } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { BarList } from '../ui/bar-list';
import { Count, Money } from '../ui/figures';
import { TableTwin } from '../ui/table-twin';
import { declaredNote } from './declared-note';
import { shareOf, sumOf } from './shares.rules';

export function ZonesCard({ board }: { board: Board }) {
  const { language } = useLanguage();
  const zones = board.zones.filter((zone) => zone.boothsAllocated > 0 || zone.salesCount > 0);
  const total = sumOf(zones, (zone) => zone.revenueVnd);
  const share = (zone: Board['zones'][number]) => {
    const part = shareOf(zone.revenueVnd, total);
    return part === null ? '' : formatShare(part, language);
  };
  const name = (zone: Board['zones'][number]) => (language === 'vi' ? zone.nameVi : zone.nameEn);
  return (
    <TableTwin
      title={m.zones_title()}
      rows={zones}
      keyOf={(zone) => zone.zoneId}
      columns={[
        { title: m.zones_zone(), cell: name, isName: true },
        { title: m.col_revenue(), cell: (zone) => <Money vnd={zone.revenueVnd} />, isNumber: true },
        { title: m.share(), cell: share, isNumber: true },
        { title: m.col_sales(), cell: (zone) => <Count count={zone.salesCount} />, isNumber: true },
        {
          title: m.zones_booths(),
          cell: (zone) => `${zone.boothsSelling}/${zone.boothsAllocated}`,
          isNumber: true,
        },
      ]}
      total={[
        m.total(),
        <Money key="money" vnd={total} />,
        '',
        <Count key="sales" count={sumOf(zones, (zone) => zone.salesCount)} />,
        `${sumOf(zones, (zone) => zone.boothsSelling)}/${sumOf(zones, (zone) => zone.boothsAllocated)}`,
      ]}
      note={board.withheld.includes('zones') ? m.withheld_split() : declaredNote(board, language)}
    >
      <BarList
        rows={zones.map((zone) => ({
          key: zone.zoneId,
          label: name(zone),
          size: zone.revenueVnd,
          value: <Money vnd={zone.revenueVnd} />,
          aside: share(zone),
          sub: m.zones_sub({
            sales: formatCount(zone.salesCount, language),
            selling: zone.boothsSelling,
            allocated: zone.boothsAllocated,
          }),
        }))}
      />
    </TableTwin>
  );
}
