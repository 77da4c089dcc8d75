import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { formatVnd } from '@phien/kernel';
import { useLanguage } from '../i18n/language';
import { formatAxisVnd, formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import type { Splits } from './further-requests';
import { boothBeside } from './heat-map.rules';
import { isGroupOfProvinces, withoutTile } from './origin-map.rules';
import type { MapTile } from './origin-map.rules';
import classes from './origin-map.module.css';

interface OriginMapProps {
  tiles: readonly MapTile[];
  splits: Splits;
}

/** A tile for each province about where it lies, in the colours of the plan. Readers get the table. */
export function OriginMap({ tiles, splits }: OriginMapProps) {
  const { language } = useLanguage();
  const [readKey, setReadKey] = useState<string | null>(null);
  const nameOf = ({ nameVi, nameEn }: { nameVi: string; nameEn: string }) =>
    language === 'vi' ? nameVi : nameEn;
  const read =
    tiles.find(({ province }) => province.key === readKey) ??
    tiles.find(({ province }) => province.isOwn) ??
    tiles[0];
  if (!read) return null;

  const reading = ({ province, state, sold }: MapTile) => {
    const place = nameOf(province);
    const count = formatCount(province.exhibitorCount, language);
    if (sold !== null) {
      return (province.isOwn ? m.map_read_own : m.map_read)({
        place,
        revenue: formatVnd(sold.revenueVnd, language),
        sales: formatCount(sold.salesCount, language),
        sellers: formatCount(sold.exhibitorsSelling, language),
      });
    }
    if (state === 'grouped') return m.map_read_grouped({ place, count });
    if (state === 'quiet') return m.map_read_quiet({ place, count });
    return state === 'absent' ? m.map_read_absent({ place }) : m.map_read_left_out({ place });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const placed = tiles.map(placedOf);
    const next =
      event.key === 'Home'
        ? { id: splits.provinces[0]?.key ?? read.province.key }
        : boothBeside(placed, placedOf(read), event.key);
    if (!next) return;
    event.preventDefault();
    setReadKey(next.id);
  };
  const together = splits.places.find(isGroupOfProvinces);
  const strangers = withoutTile(splits, tiles);
  return (
    <div className={`${classes.colours} ${classes.all}`}>
      <p className={classes.reading}>{reading(read)}</p>
      <Legend splits={splits} tiles={tiles} />
      <div
        className={classes.map}
        role="slider"
        tabIndex={0}
        aria-label={m.map_slider()}
        aria-valuemin={1}
        aria-valuemax={tiles.length}
        aria-valuenow={tiles.indexOf(read) + 1}
        aria-valuetext={reading(read)}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const target = event.target instanceof Element ? event.target : null;
          const key = target?.closest('[data-tile]')?.getAttribute('data-tile') ?? null;
          if (key !== null) setReadKey(key);
        }}
      >
        {tiles.map((tile) => {
          const { province, state, sold } = tile;
          const look = faceOf(tile);
          return [
            <span
              key={province.key}
              data-tile={province.key}
              data-state={state}
              data-own={province.isOwn || undefined}
              data-read={tile === read || undefined}
              className={classes.tile}
              style={{ ...look, gridColumn: tile.column + 1, gridRow: tile.row + 1 }}
            >
              <span className={classes.name}>{nameOf(province)}</span>
              {sold !== null && (
                <span className={classes.amount}>{formatAxisVnd(sold.revenueVnd, language)}</span>
              )}
            </span>,
            ...province.islands.map((island) => (
              <span
                key={island.nameVi}
                data-tile={province.key}
                data-state={state}
                className={`${classes.tile} ${classes.islands}`}
                style={{ ...look, gridColumn: island.column + 1, gridRow: island.row + 1 }}
              >
                <span className={classes.name}>
                  {m.map_islands({ islands: nameOf(island), province: nameOf(province) })}
                </span>
              </span>
            )),
          ];
        })}
      </div>
      {together && (
        <p className={classes.said}>
          {m.map_grouped_sum({
            count: formatCount(together.placeCount, language),
            revenue: formatVnd(together.revenueVnd, language),
          })}
        </p>
      )}
      {strangers.length > 0 && (
        <p className={classes.said}>
          {m.map_not_placed({
            places: strangers
              .map((row) => `${nameOf(row)} (${formatVnd(row.revenueVnd, language)})`)
              .join(', '),
          })}
        </p>
      )}
      <p className={classes.hint}>{m.map_hint()}</p>
    </div>
  );
}

const placedOf = ({ province, column, row }: MapTile) => ({
  id: province.key,
  xCm: column * 100,
  yCm: row * 100,
  widthCm: 100,
  depthCm: 100,
});

const faceOf = ({ sold }: MapTile) =>
  sold === null
    ? {}
    : { background: `var(--heat-${sold.heat})`, color: `var(--heat-ink-${sold.heat})` };

function Legend({ splits, tiles }: OriginMapProps) {
  const { language } = useLanguage();
  const words = {
    grouped: m.map_grouped(),
    quiet: m.map_quiet(),
    absent: m.map_absent(),
    left_out: m.map_absent(),
  };
  const others = (['grouped', 'quiet', 'absent'] as const).filter((state) =>
    tiles.some((tile) => tile.state === state || (state === 'absent' && tile.state === 'left_out')),
  );
  return (
    <ul className={classes.legend} aria-label={m.map_legend()}>
      {splits.provinceHeat.map(({ heat, least, most, boothCount }) => (
        <li key={heat}>
          <span
            className={classes.swatch}
            style={{ background: `var(--heat-${heat})`, color: `var(--heat-ink-${heat})` }}
            aria-hidden
          >
            {boothCount}
          </span>
          <span>
            {least === most
              ? formatAxisVnd(most ?? 0, language)
              : `${formatAxisVnd(least ?? 0, language)} – ${formatAxisVnd(most ?? 0, language)}`}
          </span>
        </li>
      ))}
      <li>
        <span className={classes.swatch} data-own aria-hidden />
        <span>{m.map_own()}</span>
      </li>
      {others.map((state) => (
        <li key={state}>
          <span className={classes.swatch} data-state={state} aria-hidden />
          <span>{words[state]}</span>
        </li>
      ))}
    </ul>
  );
}
