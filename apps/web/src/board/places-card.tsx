import { useMemo, useState } from 'react';
import { useLanguage } from '../i18n/language';
import { formatCount, formatShare } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { BarList } from '../ui/bar-list';
import buttons from '../ui/buttons.module.css';
import { Choice } from '../ui/choice';
import { Money } from '../ui/figures';
import { TableTwin } from '../ui/table-twin';
import type { BoardMap, Splits } from './further-requests';
import { OriginMap } from './origin-map';
import { tilesOf, withQuiet } from './origin-map.rules';
import type { PlaceRow } from './origin-map.rules';
import classes from './places-card.module.css';
import { originName } from './origin-words';
import { shareOf, sumOf } from './shares.rules';

const SHOWN = 8;

interface PlacesCardProps {
  splits: Splits;
  /** Null until it is known, or while it cannot be had: then there are lists alone. */
  map: BoardMap | null;
  /** Asked for; none leaves none out. */
  origins: readonly string[];
}

/** The communes, provinces and countries behind an origin, on a map of tiles and as lists. */
export function PlacesCard({ splits, map, origins: asked }: PlacesCardProps) {
  const { language } = useLanguage();
  const { withheld } = splits;
  const places = useMemo(
    () => (withheld.includes('places') ? [] : withQuiet(splits.places, map, asked)),
    [splits, map, asked, withheld],
  );
  const tiles = useMemo(() => (map ? tilesOf(map, splits, asked) : []), [map, splits, asked]);
  const former = useMemo(() => new Map(map?.units.map((unit) => [unit.key, unit])), [map]);
  const views = [
    ...(tiles.length > 0 && places.length > 0 ? ['map'] : []),
    ...new Set(places.map(({ origin }) => origin)),
  ];
  const [chosen, setChosen] = useState<string | null>(null);
  const [isWhole, setWhole] = useState(false);
  const view = views.find((each) => each === chosen) ?? views[0];
  const rows = places.filter((place) => place.origin === view);
  const drawn = isWhole ? rows : rows.slice(0, SHOWN);
  const total = sumOf(rows, (row) => row.revenueVnd);
  const name = (row: PlaceRow) =>
    row.key === 'grouped'
      ? m.places_grouped({ count: row.placeCount })
      : language === 'vi'
        ? row.nameVi
        : row.nameEn;
  const formerName = ({ key }: PlaceRow) => {
    const unit = former.get(key);
    return (language === 'vi' ? unit?.formerVi : unit?.formerEn) ?? null;
  };
  const sub = (row: PlaceRow) => {
    const words = {
      sales: formatCount(row.salesCount, language),
      sellers: formatCount(row.exhibitorsSelling, language),
    };
    const before = formerName(row);
    return before === null
      ? m.places_sub(words)
      : m.places_sub_former({ ...words, former: before });
  };
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
        ...(former.size > 0 ? [{ title: m.places_former(), cell: formerName }] : []),
        { title: m.col_revenue(), cell: (row) => row.revenueVnd, unit: 'vnd' },
        { title: m.col_sales(), cell: (row) => row.salesCount, unit: 'count' },
        {
          title: m.places_sellers(),
          cell: (row) => row.exhibitorsSelling,
          unit: 'count',
        },
      ]}
      total={[
        m.total(),
        '',
        ...(former.size > 0 ? [''] : []),
        sumOf(places, (row) => row.revenueVnd),
        sumOf(places, (row) => row.salesCount),
        sumOf(places, (row) => row.exhibitorsSelling),
      ]}
      controls={
        views.length > 1 &&
        view !== undefined && (
          <Choice
            label={m.places_view()}
            value={view}
            options={views.map((value) => ({
              value,
              name: value === 'map' ? m.places_map() : originName(value),
            }))}
            onChoose={setChosen}
          />
        )
      }
      note={
        [
          ...(withheld.includes('places') ? [m.withheld_split()] : []),
          ...(isGrouped ? [m.places_grouped_note()] : []),
          ...(withheld.includes('declared') ? [m.withheld_declared()] : []),
        ].join(' ') || undefined
      }
    >
      {view === 'map' ? (
        <OriginMap tiles={tiles} splits={splits} />
      ) : (
        <>
          <BarList
            colour={3}
            rows={drawn.map((row) => ({
              key: row.key,
              label: name(row),
              size: row.revenueVnd,
              value: <Money vnd={row.revenueVnd} />,
              aside: share(row),
              sub: sub(row),
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
          {view === 'inProvince' && map && (
            <p className={classes.hint}>
              {m.places_taking_part({
                count: formatCount(
                  map.units.filter(({ exhibitorCount }) => exhibitorCount > 0).length,
                  language,
                ),
                all: formatCount(map.units.length, language),
              })}
            </p>
          )}
        </>
      )}
    </TableTwin>
  );
}
