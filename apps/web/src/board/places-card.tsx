import { useState } from 'react';
import { useLanguage } from '../i18n/language';
import { formatCount, formatShare } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { BarList } from '../ui/bar-list';
import buttons from '../ui/buttons.module.css';
import { Choice } from '../ui/choice';
import { Money } from '../ui/figures';
import { TableTwin } from '../ui/table-twin';
import type { Splits } from './further-requests';
import classes from './places-card.module.css';
import { originName } from './origin-words';
import { shareOf, sumOf } from './shares.rules';

type PlaceRow = Splits['places'][number];
const SHOWN = 8;

/** The communes, provinces and countries behind an origin. */
export function PlacesCard({ splits }: { splits: Splits }) {
  const { language } = useLanguage();
  const { places, withheld } = splits;
  const origins = [...new Set(places.map(({ origin }) => origin))];
  const [chosen, setChosen] = useState<string | null>(null);
  const [isWhole, setWhole] = useState(false);
  const origin = origins.find((each) => each === chosen) ?? origins[0];
  const rows = places.filter((place) => place.origin === origin);
  const drawn = isWhole ? rows : rows.slice(0, SHOWN);
  const total = sumOf(rows, (row) => row.revenueVnd);
  const name = (row: PlaceRow) =>
    row.key === 'grouped'
      ? m.places_grouped({ count: row.placeCount })
      : language === 'vi'
        ? row.nameVi
        : row.nameEn;
  const share = (row: PlaceRow) => {
    const part = shareOf(row.revenueVnd, total);
    return part === null ? '' : formatShare(part, language);
  };
  const isGrouped = places.some(({ key }) => key === 'grouped');
  return (
    <TableTwin
      title={m.places_title()}
      rows={places}
      asOf={splits.asOf}
      keyOf={(row) => `${row.origin} ${row.key}`}
      columns={[
        { title: m.places_place(), cell: name, isName: true },
        { title: m.origins_origin(), cell: (row) => originName(row.origin) },
        { title: m.col_revenue(), cell: (row) => row.revenueVnd, unit: 'vnd' },
        { title: m.col_sales(), cell: (row) => row.salesCount, unit: 'count' },
        { title: m.places_sellers(), cell: (row) => row.exhibitorsSelling, unit: 'count' },
      ]}
      total={[
        m.total(),
        '',
        sumOf(places, (row) => row.revenueVnd),
        sumOf(places, (row) => row.salesCount),
        sumOf(places, (row) => row.exhibitorsSelling),
      ]}
      controls={
        origins.length > 1 &&
        origin !== undefined && (
          <Choice
            label={m.origins_origin()}
            value={origin}
            options={origins.map((value) => ({ value, name: originName(value) }))}
            onChoose={setChosen}
          />
        )
      }
      note={
        withheld.includes('places')
          ? m.withheld_split()
          : isGrouped
            ? m.places_grouped_note()
            : withheld.includes('declared')
              ? m.withheld_declared()
              : undefined
      }
    >
      <BarList
        colour={3}
        rows={drawn.map((row) => ({
          key: row.key,
          label: name(row),
          size: row.revenueVnd,
          value: <Money vnd={row.revenueVnd} />,
          aside: share(row),
          sub: m.places_sub({
            sales: formatCount(row.salesCount, language),
            sellers: formatCount(row.exhibitorsSelling, language),
          }),
        }))}
      />
      {rows.length > drawn.length && (
        <button
          type="button"
          className={`${buttons.button} ${classes.more}`}
          onClick={() => setWhole(true)}
        >
          {m.places_more({ count: formatCount(rows.length, language) })}
        </button>
      )}
    </TableTwin>
  );
}
