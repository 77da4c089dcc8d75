import { memo, useMemo } from 'react';
import type { Booth } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatAxisVnd, formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { FairPlan } from '../ui/fair-plan/fair-plan';
import type { BoothFace } from '../ui/fair-plan/fair-plan';
import { Ranking } from './booths-scene';
import classes from './plan-scene.module.css';
import type { Picture } from './wall-line';

/** Ranks up to here are written on the plan: more could not be read from where people stand. */
const WRITTEN = 10;

/** The plan with every booth in the colour of its sales. */
export const PlanScene = memo(function PlanScene({
  picture: { board, booths, plan },
}: {
  picture: Picture;
}) {
  const { language } = useLanguage();
  const standings = useMemo(
    () => new Map(booths?.booths.map((row) => [row.boothId, row.revenue])),
    [booths],
  );
  const faceOf = (booth: Booth): BoothFace => {
    const standing = standings.get(booth.id);
    if (!standing) return { fill: 'var(--surface)', ink: 'var(--muted)' };
    return {
      fill: `var(--heat-${standing.heat})`,
      ink: `var(--heat-ink-${standing.heat})`,
      letter: standing.rank <= WRITTEN ? String(standing.rank) : undefined,
    };
  };
  const heat = booths?.heat.revenue ?? [];
  const { selling, allocated } = board.booths;
  /* A hall that is no wider than it is deep leaves room beside it for the names of the first. */
  const isTall = plan !== null && plan.hallWidthCm <= plan.hallDepthCm * 1.25;
  return (
    <div className={classes.beside} data-tall={isTall}>
      <div
        className={classes.plan}
        style={plan ? { aspectRatio: `${plan.hallWidthCm} / ${plan.hallDepthCm}` } : undefined}
        data-detail="blocks"
      >
        {plan && (
          <FairPlan
            hall={plan}
            zones={plan.zones}
            features={plan.features}
            booths={plan.booths}
            faceOf={faceOf}
            preserveAspectRatio="xMidYMid meet"
          />
        )}
      </div>
      <aside className={classes.aside}>
        <h2>{m.heat_title()}</h2>
        <p className={classes.selling}>
          {m.wall_selling({
            selling: formatCount(selling, language),
            allocated: formatCount(allocated, language),
          })}
        </p>
        {heat.length === 0 ? (
          <p className={classes.none}>{selling === 0 ? m.heat_empty() : m.wall_ranks_later()}</p>
        ) : (
          <ul className={classes.legend}>
            {heat.map((row) => (
              <li key={row.heat}>
                <span
                  className={classes.swatch}
                  style={{
                    background: `var(--heat-${row.heat})`,
                    color: `var(--heat-ink-${row.heat})`,
                  }}
                >
                  {row.boothCount}
                </span>
                {row.least !== null && row.most !== null
                  ? row.least === row.most
                    ? formatAxisVnd(row.most, language)
                    : `${formatAxisVnd(row.least, language)} – ${formatAxisVnd(row.most, language)}`
                  : row.firstRank === row.lastRank
                    ? m.heat_rank_one({ first: row.firstRank })
                    : m.heat_ranks({ first: row.firstRank, last: row.lastRank })}
              </li>
            ))}
            <li>
              <span className={classes.swatch} />
              {m.heat_none()}
            </li>
          </ul>
        )}
      </aside>
      {isTall && board.ranking.length > 0 && <Ranking board={board} most={WRITTEN / 2} />}
    </div>
  );
});
