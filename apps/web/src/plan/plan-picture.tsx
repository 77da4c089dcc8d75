import { useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, Ref } from 'react';
import { Handshake } from 'lucide-react';
import type { Booth } from '../api/client';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { FairPlan } from '../ui/fair-plan/fair-plan';
import type { BoothFace } from '../ui/fair-plan/fair-plan';
import { useLatePart } from '../ui/late-part';
import { usePlanCamera } from './use-plan-camera';
import { ZoomButtons } from './zoom-buttons';
import classes from './plan-picture.module.css';
import { directionOf, givenSixths, neighbour, stateOf } from './plan.rules';
import { stateWords } from './plan-words';
import type { Desk } from './use-plan-desk';

export interface PictureHandle {
  focus(): void;
  fit(): void;
  zoom(factor: number): void;
  /** Marks the booth under what is carried, or none: without React, which would draw 460 anew. */
  aim(boothId: string | null): void;
}

interface PlanPictureProps {
  desk: Desk;
  /** Enter on a booth: what to do with it. */
  onOpen: (booth: Booth) => void;
  ref: Ref<PictureHandle>;
}

const loadOutlines = () => import('../delegations/cluster-outlines');

/** The plan under the hand: pan, zoom, choose a booth by click or arrow keys. */
export function PlanPicture({ desk, onOpen, ref }: PlanPictureProps) {
  const { language } = useLanguage();
  const aim = useRef<SVGRectElement>(null);
  const [hasClusters, setClusters] = useState(false);
  const outlines = useLatePart(loadOutlines, hasClusters ? 0 : null);
  const { fair, zones, features, booths, booth, choiceOf, pendingIds, changed } = desk;
  const width = fair?.hallWidthCm ?? 1;
  const height = fair?.hallDepthCm ?? 1;
  const firstZone = useMemo(() => zones.find(({ kind }) => kind === 'selling'), [zones]);
  const { view, stage, camera } = usePlanCamera(width, height, firstZone);

  useEffect(() => {
    if (booth) camera.current?.show(booth);
  }, [booth, camera]);
  useImperativeHandle(ref, () => ({
    focus: () => view.current?.focus(),
    fit: () => camera.current?.fit(),
    zoom: (factor) => camera.current?.zoom(factor),
    aim: (boothId) => {
      const aimed = boothId === null ? undefined : desk.boothOf.get(boothId);
      aim.current?.setAttribute('visibility', aimed ? 'visible' : 'hidden');
      if (!aimed) return;
      const { xCm, yCm, widthCm, depthCm } = aimed;
      for (const [name, value] of Object.entries({
        x: xCm,
        y: yCm,
        width: widthCm,
        height: depthCm,
      }))
        aim.current?.setAttribute(name, String(value));
    },
  }));

  const faceOf = useMemo(
    () =>
      (each: Booth): BoothFace => ({
        ...faces[stateOf(each)](each),
        name: namesOf(each) || undefined,
        isDimmed: choiceOf?.get(each.id)?.fits === false,
        isPending: pendingIds.has(each.id),
        isChanged: changed.has(each.id),
      }),
    [choiceOf, pendingIds, changed],
  );

  const onClick = (event: MouseEvent) => {
    if (camera.current?.wasPulled) return;
    const id =
      event.target instanceof Element
        ? event.target.closest('[data-booth]')?.getAttribute('data-booth')
        : null;
    if (id) desk.chooseBooth(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== view.current) return;
    const direction = directionOf(event.key);
    if (direction) {
      event.preventDefault();
      const next = booth ? neighbour(booths, booth, direction) : booths[0];
      if (next) desk.chooseBooth(next.id);
    } else if (event.key === 'Enter' && booth) {
      event.preventDefault();
      onOpen(booth);
    }
  };

  return (
    <div className={classes.frame}>
      <div
        ref={view}
        className={classes.view}
        role="application"
        tabIndex={0}
        aria-label={m.plan_picture()}
        aria-describedby="plan-picture-keys"
        onClick={onClick}
        onKeyDown={onKeyDown}
        data-testid="plan-picture"
      >
        <div ref={stage} className={classes.stage}>
          <FairPlan
            hall={{ hallWidthCm: width, hallDepthCm: height }}
            zones={zones}
            features={features}
            booths={booths}
            faceOf={faceOf}
            selectedId={booth?.id}
          >
            <Patterns />
            {hasClusters && outlines && fair && (
              <outlines.ClusterOutlines fairId={fair.id} booths={booths} />
            )}
            <rect ref={aim} className={classes.aim} visibility="hidden" />
          </FairPlan>
        </div>
      </div>
      <p id="plan-picture-keys" className="onlyForReaders">
        {m.plan_picture_keys()}
      </p>
      <p className="onlyForReaders" aria-live="polite">
        {booth && spoken(booth, desk, language)}
      </p>
      <div className={classes.foot}>
        <Legend isChoosing={choiceOf !== null} />
        <div className={classes.zoom}>
          <button
            type="button"
            onClick={() => setClusters(!hasClusters)}
            aria-pressed={hasClusters}
            aria-label={m.deleg_clusters()}
            title={m.deleg_clusters()}
          >
            <Handshake size={20} aria-hidden />
          </button>
          <ZoomButtons camera={camera} />
        </div>
      </div>
    </div>
  );
}

const namesOf = ({ holders, reserved }: Booth) =>
  [...holders, ...reserved].map(({ name }) => name).join(', ');

const promised = { fill: 'url(#plan-promised)', ink: 'var(--warn-ink)' };

const faces = {
  held: (): BoothFace => ({ ...promised, letter: m.firm_letter_held() }),
  offered: (): BoothFace => ({ ...promised, letter: m.firm_letter_offered() }),
  free: (): BoothFace => ({ fill: 'var(--surface)', letter: m.plan_free_letter() }),
  given: (booth: Booth): BoothFace => ({
    fill: 'var(--info-bg)',
    letter: booth.holders.length > 1 ? '6/6' : m.plan_given_letter(),
  }),
  shared: (booth: Booth): BoothFace => ({
    fill: 'url(#plan-shared)',
    letter: `${givenSixths(booth)}/6`,
  }),
};

function spoken(booth: Booth, { choiceOf }: Desk, language: 'vi' | 'en'): string {
  const said = m.plan_say_booth({
    code: booth.code,
    state: stateWords[stateOf(booth)](),
    holders: namesOf(booth) || m.plan_say_no_one(),
  });
  const findings = choiceOf?.get(booth.id)?.findings ?? [];
  return [said, ...findings.map((finding) => finding[language])].join('. ');
}

/* The stripes of a booth that is given in part, and of one that is held or offered. */
const Patterns = () => (
  <defs>
    <pattern
      id="plan-promised"
      width="48"
      height="48"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="48" height="48" fill="var(--warn-bg)" />
      <rect width="8" height="48" fill="var(--warn-ink)" opacity="0.45" />
    </pattern>
    <pattern
      id="plan-shared"
      width="60"
      height="60"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="60" height="60" fill="var(--surface)" />
      <rect width="30" height="60" fill="var(--info-bg)" />
    </pattern>
  </defs>
);

function Legend({ isChoosing }: { isChoosing: boolean }) {
  return (
    <ul className={classes.legend} aria-label={m.plan_legend()}>
      <li>
        <span className={classes.free} aria-hidden>
          {m.plan_free_letter()}
        </span>
        {m.plan_free()}
      </li>
      <li>
        <span className={classes.given} aria-hidden>
          {m.plan_given_letter()}
        </span>
        {m.plan_given()}
      </li>
      <li>
        <span className={classes.shared} aria-hidden>
          x/6
        </span>
        {m.plan_shared()}
      </li>
      <li>
        <span className={classes.promised} aria-hidden>
          {m.firm_letter_held()}
        </span>
        {m.firm_state_held()}
      </li>
      <li>
        <span className={classes.promised} aria-hidden>
          {m.firm_letter_offered()}
        </span>
        {m.firm_state_offered()}
      </li>
      {isChoosing && (
        <li>
          <span className={classes.dim} aria-hidden />
          {m.plan_does_not_fit()}
        </li>
      )}
    </ul>
  );
}
