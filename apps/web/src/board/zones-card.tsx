import type { Board } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatCount, formatShare } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { BarList } from '../ui/bar-list';
import { Money } from '../ui/figures';
import { TableTwin } from '../ui/table-twin';
import { declaredColumn, declaredNote, declaredTotal } from './declared-note';
import { ZoneLink } from './place-links';
import ranks from './ranking-card.module.css';
import type { Selection } from './selection.rules';
import { shareOf, sumOf } from './shares.rules';

export function ZonesCard({ board, selection }: { board: Board; selection: Selection }) {
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
        { title: m.col_revenue(), cell: (zone) => zone.revenueVnd, unit: 'vnd' },
        ...declaredColumn(board),
        { title: m.share(), cell: (zone) => shareOf(zone.revenueVnd, total), unit: 'share' },
        { title: m.col_sales(), cell: (zone) => zone.salesCount, unit: 'count' },
        { title: m.zones_booths(), cell: (zone) => zone.boothsSelling, unit: 'count' },
        { title: m.zones_heard(), cell: (zone) => zone.boothsHeard, unit: 'count' },
        { title: m.zones_allocated(), cell: (zone) => zone.boothsAllocated, unit: 'count' },
      ]}
      total={[
        m.total(),
        total,
        ...declaredTotal(board),
        '',
        sumOf(zones, (zone) => zone.salesCount),
        sumOf(zones, (zone) => zone.boothsSelling),
        sumOf(zones, (zone) => zone.boothsHeard),
        sumOf(zones, (zone) => zone.boothsAllocated),
      ]}
      note={board.withheld.includes('zones') ? m.withheld_split() : declaredNote(board, language)}
    >
      <BarList
        rows={zones.map((zone) => ({
          key: zone.zoneId,
          label: (
            <ZoneLink
              fairCode={board.fair.code}
              selection={selection}
              code={zone.code}
              className={ranks.link}
            >
              {name(zone)}
            </ZoneLink>
          ),
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
