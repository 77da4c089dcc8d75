import { useEffect, useMemo } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import type { Booth } from '../api/client';
import { m } from '../paraglide/messages.js';
import { ALL_OF_IT } from '../plan/plan-camera';
import { directionOf, neighbour } from '../plan/plan.rules';
import frame from '../plan/plan-picture.module.css';
import { usePlanCamera } from '../plan/use-plan-camera';
import { ZoomButtons } from '../plan/zoom-buttons';
import { FairPlan } from '../ui/fair-plan/fair-plan';
import type { BoothFace } from '../ui/fair-plan/fair-plan';
import type { Drawing, Tone, Tones } from './suggest-parts';
import classes from './suggest-picture.module.css';
import type { Standing } from './suggest-tones';

interface SuggestPictureProps {
  drawing: Drawing;
  /** Who stands where, as `standingIn` tells it. */
  standing: ReadonlyMap<string, Standing>;
  /** Colours booths otherwise than the suggestion itself does. */
  tones?: Tones | null;
  /** Booths that have others in them than a moment ago. */
  changed?: ReadonlySet<string>;
  chosenCode: string | null;
  onChoose: (boothCode: string | null) => void;
  /** What is said of the chosen booth, under the picture. */
  children?: ReactNode;
}

const nobody: ReadonlySet<string> = new Set();

/** A suggestion drawn on the plan: pan, zoom, and choose a booth to see who is to stand there. */
export function SuggestPicture(props: SuggestPictureProps) {
  const { drawing, standing, tones, changed = nobody, chosenCode, onChoose, children } = props;
  const { hall, zones, features, booths } = drawing;
  const firstZone = useMemo(() => zones.find(({ kind }) => kind === 'selling'), [zones]);
  const { hallWidthCm: width, hallDepthCm: height } = hall;
  const { view, stage, camera } = usePlanCamera(width, height, firstZone, ALL_OF_IT);
  const chosen = booths.find(({ code }) => code === chosenCode);
  /* Also when the window changes. */
  useEffect(() => {
    if (!chosen || !view.current) return;
    const watcher = new ResizeObserver(() => camera.current?.show(chosen));
    watcher.observe(view.current);
    return () => watcher.disconnect();
  }, [chosen, view, camera]);

  const toneOf = useMemo(
    () => (code: string) => tones?.(code) ?? standing.get(code)?.tone ?? 'free',
    [tones, standing],
  );
  const faceOf = useMemo(
    () =>
      ({ code }: Booth): BoothFace => ({
        ...faces[toneOf(code)],
        name: namesIn(standing.get(code)) || undefined,
        isChanged: changed.has(code),
      }),
    [toneOf, standing, changed],
  );
  const shown = useMemo(() => new Set(booths.map(({ code }) => toneOf(code))), [booths, toneOf]);

  const onClick = ({ target }: MouseEvent) => {
    if (camera.current?.wasPulled || !(target instanceof Element)) return;
    const id = target.closest('[data-booth]')?.getAttribute('data-booth');
    onChoose(booths.find((booth) => booth.id === id)?.code ?? null);
  };
  const zoom = (factor: number) => {
    camera.current?.zoom(factor);
    if (chosen) camera.current?.show(chosen);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== view.current) return;
    const direction = directionOf(event.key);
    if (direction) {
      const next = chosen ? neighbour(booths, chosen, direction) : booths[0];
      if (next) onChoose(next.code);
    } else if (event.key === 'Escape' && chosen) onChoose(null);
    else if (event.key === '+' || event.key === '=') zoom(1.5);
    else if (event.key === '-') zoom(1 / 1.5);
    else if (event.key === '0') camera.current?.fit();
    else return;
    event.preventDefault();
  };

  return (
    <div className={`${frame.frame} ${classes.frame}`}>
      <div
        ref={view}
        className={frame.view}
        role="application"
        tabIndex={0}
        aria-label={m.suggest_picture()}
        aria-describedby="suggest-picture-keys"
        onClick={onClick}
        onKeyDown={onKeyDown}
        data-testid="suggest-picture"
      >
        <div ref={stage} className={frame.stage}>
          <FairPlan
            hall={hall}
            zones={zones}
            features={features}
            booths={booths}
            faceOf={faceOf}
            selectedId={chosen?.id}
          >
            <Stripes />
          </FairPlan>
        </div>
      </div>
      <p id="suggest-picture-keys" className="onlyForReaders">
        {m.suggest_picture_keys()}
      </p>
      {children}
      <div className={frame.foot}>
        <ul className={frame.legend} aria-label={m.plan_legend()}>
          {TONES.filter((tone) => shown.has(tone)).map((tone) => (
            <li key={tone}>
              <span className={classes.face} style={legendStyle(tone)} aria-hidden>
                {faces[tone].letter}
              </span>
              {toneWords[tone]()}
            </li>
          ))}
        </ul>
        <div className={frame.zoom}>
          <ZoomButtons camera={camera} />
        </div>
      </div>
    </div>
  );
}

const namesIn = (there: Standing | undefined) =>
  there?.places.map(({ exhibitorName }) => exhibitorName).join(', ');

const faces: Record<Tone, Pick<BoothFace, 'fill' | 'ink' | 'letter'>> = {
  free: { fill: 'var(--surface)' },
  now: { fill: 'var(--info-bg)' },
  stays: { fill: 'var(--info-bg)', letter: '=' },
  comes: { fill: 'var(--ok-bg)', letter: '+' },
  moves: { fill: 'var(--warn-bg)', letter: '→' },
  differs: { fill: 'url(#suggest-differs)', letter: '≠' },
  onlyHere: { fill: 'var(--ok-bg)', letter: '◀' },
  onlyThere: { fill: 'url(#suggest-gone)', ink: 'var(--muted)', letter: '▶' },
  left: { fill: 'var(--track)', ink: 'var(--muted)' },
  conflict: { fill: 'var(--danger-bg)', ink: 'var(--danger-ink)', letter: '!' },
  quiet: { fill: 'var(--track)', ink: 'var(--muted)' },
};

/* As the legend lists them. */
const TONES: readonly Tone[] = [
  'conflict',
  'now',
  'stays',
  'comes',
  'moves',
  'differs',
  'onlyHere',
  'onlyThere',
  'left',
  'quiet',
  'free',
];

const toneWords: Record<Tone, () => string> = {
  free: m.plan_free,
  now: m.suggest_tone_now,
  stays: m.suggest_tone_stays,
  comes: m.suggest_tone_comes,
  moves: m.suggest_tone_moves,
  differs: m.suggest_tone_differs,
  onlyHere: m.suggest_tone_only_here,
  onlyThere: m.suggest_tone_only_there,
  left: m.suggest_tone_left,
  conflict: m.suggest_tone_conflict,
  quiet: m.suggest_tone_quiet,
};

const legendStyle = (tone: Tone) => ({
  background: stripesInLegend[tone] ?? faces[tone].fill,
  color: faces[tone].ink,
});

const stripesInLegend: Partial<Record<Tone, string>> = {
  differs:
    'repeating-linear-gradient(135deg, var(--warn-bg) 0 5px, color-mix(in srgb, var(--warn-ink) 45%, var(--warn-bg)) 5px 6px)',
  onlyThere:
    'repeating-linear-gradient(135deg, var(--surface) 0 5px, color-mix(in srgb, var(--muted) 45%, var(--surface)) 5px 6px)',
};

/* What differs is striped, so that it is seen without its colour. */
const Stripes = () => (
  <defs>
    <Stripe id="suggest-differs" fill="var(--warn-bg)" line="var(--warn-ink)" />
    <Stripe id="suggest-gone" fill="var(--surface)" line="var(--muted)" />
  </defs>
);

const Stripe = ({ id, fill, line }: { id: string; fill: string; line: string }) => (
  <pattern
    id={id}
    width="48"
    height="48"
    patternUnits="userSpaceOnUse"
    patternTransform="rotate(45)"
  >
    <rect width="48" height="48" fill={fill} />
    <rect width="8" height="48" fill={line} opacity="0.45" />
  </pattern>
);
