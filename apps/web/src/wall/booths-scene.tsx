import { memo } from 'react';
import { formatBigVnd } from '@phien/kernel';
import type { Board } from '../api/client';
import { declaredNote } from '../board/declared-note';
import { sumOf } from '../board/shares.rules';
import { useLanguage } from '../i18n/language';
import { formatCount, formatShare } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import classes from './booths-scene.module.css';
import type { Picture } from './wall-line';

const BOOTHS = 7;
const ZONES = 5;

type Zone = Board['zones'][number];

/** The best selling booths by rank, and every zone with its part. */
export const BoothsScene = memo(function BoothsScene({ picture: { board } }: { picture: Picture }) {
  return (
    <div className={classes.beside}>
      <Ranking board={board} most={BOOTHS} />
      <Zones board={board} />
    </div>
  );
});

/** The first of the booths by rank; money only where the wall may show it. */
export function Ranking({ board, most }: { board: Board; most: number }) {
  const { language } = useLanguage();
  const rows = board.ranking.slice(0, most);
  const nameOfZone = (code: string) => {
    const zone = board.fair.zones.find((each) => each.code === code);
    return zone ? (language === 'vi' ? zone.nameVi : zone.nameEn) : code;
  };
  return (
    <section className={classes.part}>
      <h2>{m.wall_best()}</h2>
      {rows.length === 0 ? (
        <p className={classes.none}>
          {board.booths.selling === 0 ? m.ranking_empty() : m.wall_ranks_later()}
        </p>
      ) : (
        <ol
          className={classes.ranking}
          style={{ gridTemplateRows: `repeat(${most}, minmax(0, 1fr))` }}
          data-testid="wall-ranking"
        >
          {rows.map((row) => (
            <li key={row.boothId}>
              <span className={classes.rank}>{row.rank}</span>
              <span className={classes.code}>{row.boothCode}</span>
              <span className={classes.name}>
                {row.exhibitorNames.join(', ') || nameOfZone(row.zoneCode)}
              </span>
              {row.revenueVnd !== null && (
                <span className={classes.money}>{formatBigVnd(row.revenueVnd, language)}</span>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Zones({ board }: { board: Board }) {
  const { language } = useLanguage();
  const zones = board.zones
    .filter((zone) => zone.boothsAllocated > 0 || zone.salesCount > 0)
    .sort((a, b) => b.revenueVnd - a.revenueVnd);
  const total = sumOf(zones, ({ revenueVnd }) => revenueVnd);
  const most = Math.max(1, ...zones.map(({ revenueVnd }) => revenueVnd));
  const note = zones.length > 0 ? declaredNote(board, language) : undefined;
  const name = (zone: Zone) =>
    zone.code.includes(', ')
      ? m.wall_zones_grouped({ codes: zone.code })
      : language === 'vi'
        ? zone.nameVi
        : zone.nameEn;
  return (
    <section className={classes.part}>
      <h2>{m.zones_title()}</h2>
      {total === 0 ? (
        <p className={classes.none}>{m.kpi_no_revenue()}</p>
      ) : (
        <ul className={classes.zones}>
          {zones.slice(0, ZONES).map((zone) => (
            <li key={zone.zoneId}>
              <span className={classes.zone}>{name(zone)}</span>
              <span className={classes.track}>
                <span style={{ width: `${(Math.max(0, zone.revenueVnd) / most) * 100}%` }} />
              </span>
              <span className={classes.zoneSub}>
                {formatShare(zone.revenueVnd / total, language)}
                {' · '}
                {m.wall_zone_booths({ selling: formatCount(zone.boothsSelling, language) })}
              </span>
              <b className={classes.zoneMoney}>{formatBigVnd(zone.revenueVnd, language)}</b>
            </li>
          ))}
        </ul>
      )}
      {note && <p className={classes.note}>{note}</p>}
    </section>
  );
}
