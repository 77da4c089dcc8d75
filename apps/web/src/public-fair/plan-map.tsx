import { useEffect, useMemo, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { m } from '../paraglide/messages.js';
import { usePlanCamera } from '../plan/use-plan-camera';
import { directionOf, neighbour } from '../plan/plan.rules';
import { ZoomButtons } from '../plan/zoom-buttons';
import { FairPlan } from '../ui/fair-plan/fair-plan';
import type { BoothFace } from '../ui/fair-plan/fair-plan';
import classes from './plan-map.module.css';
import { holdersIn } from './words';
import type { PublicPlan, Stand } from './public-plan';

interface PlanMapProps {
  plan: PublicPlan;
  stands: readonly Stand[];
  chosen: Stand | undefined;
  /** Codes of the booths that were looked for; null while nothing is. */
  found: ReadonlySet<string> | null;
  favourites: ReadonlySet<string>;
  /** How often the way to the chosen booth was asked for. */
  timesAsked: number;
  onOpen: (code: string) => void;
}

/** The plan under the hand: pan, zoom, open a booth by tap or by keys. */
export function PlanMap(props: PlanMapProps) {
  const { plan, stands, chosen, found, favourites, timesAsked, onOpen } = props;
  const [aimed, setAimed] = useState<Stand | null>(null);
  const { hallWidthCm: width, hallDepthCm: height } = plan;
  const zones = useMemo(() => plan.zones.map((zone) => ({ ...zone, id: zone.code })), [plan]);
  const features = useMemo(
    () => plan.features.map((feature, at) => ({ ...feature, id: String(at) })),
    [plan],
  );
  const firstZone = useMemo(() => zones.find(({ kind }) => kind === 'selling'), [zones]);
  const { view, stage, camera } = usePlanCamera(width, height, firstZone);
  const shown = chosen ?? aimed;
  /* Also when the window changes, and when it is asked for again after the plan was pulled away. */
  useEffect(() => {
    if (!shown || !view.current) return;
    const watcher = new ResizeObserver(() => camera.current?.show(shown));
    watcher.observe(view.current);
    return () => watcher.disconnect();
  }, [shown, timesAsked, view, camera]);
  const faceOf = useMemo(
    () =>
      (stand: Stand): BoothFace => ({
        ...lookOf(stand, found),
        name: stand.holders.map(({ name }) => name).join(', ') || undefined,
        letter: lettersOf(stand, favourites.has(stand.code)),
      }),
    [found, favourites],
  );

  const onClick = ({ target }: MouseEvent) => {
    if (camera.current?.wasPulled || !(target instanceof Element)) return;
    const code = target.closest('[data-booth]')?.getAttribute('data-booth');
    if (code) onOpen(code);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== view.current) return;
    const direction = directionOf(event.key);
    if (direction) {
      const next = shown ? neighbour(stands, shown, direction) : stands[0];
      if (next) setAimed(next);
      if (next && chosen) onOpen(next.code);
    } else if (event.key === 'Enter' && shown) onOpen(shown.code);
    else if (event.key === '+' || event.key === '=') camera.current?.zoom(1.5);
    else if (event.key === '-') camera.current?.zoom(1 / 1.5);
    else if (event.key === '0') camera.current?.fit();
    else return;
    event.preventDefault();
  };

  return (
    <div className={classes.frame}>
      <div
        ref={view}
        className={classes.view}
        role="application"
        tabIndex={0}
        aria-label={m.fair_map()}
        aria-describedby="fair-map-keys"
        onClick={onClick}
        onKeyDown={onKeyDown}
        data-testid="public-map"
      >
        <div ref={stage} className={classes.stage}>
          <FairPlan
            hall={plan}
            zones={zones}
            features={features}
            booths={stands}
            faceOf={faceOf}
            selectedId={shown?.id}
          />
        </div>
      </div>
      <p id="fair-map-keys" className="onlyForReaders">
        {m.fair_map_keys()}
      </p>
      <p className="onlyForReaders" aria-live="polite">
        {aimed && !chosen && m.fair_say_booth({ code: aimed.code, holders: holdersIn(aimed) })}
      </p>
      <div className={classes.zoom}>
        <ZoomButtons camera={camera} />
      </div>
      <ul className={classes.legend}>
        <li>
          <span className={classes.taken} aria-hidden />
          {m.fair_booth_taken()}
        </li>
        <li>
          <span className={classes.free} aria-hidden />
          {m.fair_booth_free()}
        </li>
        <li>
          <b aria-hidden>4★</b>
          {m.fair_letter_stars()}
        </li>
      </ul>
    </div>
  );
}

/* What was saved, and the most stars of what is sold there. */
function lettersOf({ holders }: Stand, isSaved: boolean): string | undefined {
  const stars = Math.max(
    0,
    ...holders.flatMap(({ products }) => products.map(({ star }) => star ?? 0)),
  );
  const letters = `${isSaved ? m.fair_letter_saved() : ''}${stars > 0 ? `${stars}★` : ''}`;
  return letters || undefined;
}

function lookOf({ code, holders }: Stand, found: ReadonlySet<string> | null): BoothFace {
  if (found?.has(code)) return { fill: 'var(--brand)', ink: 'var(--on-brand)' };
  const fill = holders.length === 0 ? 'var(--surface)' : 'var(--info-bg)';
  return { fill, isDimmed: found !== null };
}
