import { memo, useEffect, useEffectEvent, useImperativeHandle, useMemo, useRef } from 'react';
import type { Ref } from 'react';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { PlanCamera } from '../plan/plan-camera';
import plan from '../ui/fair-plan/fair-plan.module.css';
import { FeatureName, ZoneName } from '../ui/fair-plan/fair-plan';
import type { Box } from './arrange.rules';
import { BackdropHand } from './backdrop-hand';
import type { Point } from './backdrop.rules';
import { DrawingHand } from './drawing-hand';
import classes from './drawing-picture.module.css';
import type { DrawnBooth, Item } from './drawing.rules';
import type { BackdropDesk } from './use-backdrop';
import type { Editor } from './use-plan-editor';
import type { Tool } from './tools';

export interface PictureHandle {
  focus(): void;
  fit(): void;
  zoom(factor: number): void;
  show(place: Box): void;
  /** The middle of what is seen, in centimetres. */
  middle(): { xCm: number; yCm: number };
  /** Lets go of what is under the hand; false when there was nothing. */
  letGo(): boolean;
}

interface DrawingPictureProps {
  editor: Editor;
  under: BackdropDesk;
  onPlace: (tool: Tool, box: Box, isTap: boolean) => void;
  onPoint: (at: { xCm: number; yCm: number }) => void;
  ref: Ref<PictureHandle>;
}

/** The drawing under the hand. It draws; what a pointer does is `DrawingHand`'s, keys are the desk's. */
export function DrawingPicture({ editor, under, onPlace, onPoint, ref }: DrawingPictureProps) {
  const view = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const picture = useRef<SVGSVGElement>(null);
  const lift = useRef<SVGSVGElement>(null);
  const frame = useRef<SVGRectElement>(null);
  const guideX = useRef<SVGLineElement>(null);
  const guideY = useRef<SVGLineElement>(null);
  const tape = useRef<SVGLineElement>(null);
  const tapeText = useRef<SVGTextElement>(null);
  const backdropImage = useRef<SVGImageElement>(null);
  const backdropHand = useRef<BackdropHand>(null);
  const camera = useRef<PlanCamera>(null);
  const hand = useRef<DrawingHand>(null);
  const { drawing, selected, tool, kept } = editor;
  const { hallWidthCm, hallDepthCm } = drawing;

  const bench = useEffectEvent(() => ({ tool, drawing, selected }));
  const choose = useEffectEvent(editor.choose);
  const move = useEffectEvent(editor.move);
  const place = useEffectEvent(onPlace);
  const point = useEffectEvent(onPoint);
  const pull = useEffectEvent((event: PointerEvent) => {
    const node = event.target instanceof Element ? event.target.closest('[data-item]') : null;
    const isChosen = selected.has(node?.getAttribute('data-item') ?? '');
    if (event.pointerType === 'touch') {
      return tool === 'hand' || (tool === 'select' && !isChosen) ? 'pan' : 'pinch';
    }
    const isPanning = tool === 'hand' || view.current?.dataset.panning === 'true';
    return event.button === 1 || (event.button === 0 && isPanning) ? 'pan' : null;
  });
  useEffect(() => {
    if (!view.current || !stage.current) return;
    const size = { width: hallWidthCm, height: hallDepthCm };
    const made = new PlanCamera(view.current, stage.current, size, undefined, {
      pullOf: (event) => pull(event),
    });
    camera.current = made;
    return () => made.close();
  }, [hallWidthCm, hallDepthCm]);
  useEffect(() => {
    const layers = {
      ...{ view: view.current!, picture: picture.current!, lift: lift.current! },
      ...{ frame: frame.current!, guideX: guideX.current!, guideY: guideY.current! },
      ...{ tape: tape.current!, tapeText: tapeText.current! },
    };
    const made = new DrawingHand(
      layers,
      () => camera.current,
      () => bench(),
      {
        choose: (ids, how) => choose(ids, how),
        move: (dxCm, dyCm, isCopy) => move(dxCm, dyCm, isCopy),
        place: (kind, box, isTap) => place(kind, box, isTap),
        pointAt: (at) => point(at),
      },
    );
    hand.current = made;
    return () => made.close();
  }, []);
  const backdropBench = useEffectEvent(() => ({
    isOn: tool === 'backdrop' && under.backdrop !== null,
    isPointing: under.points !== null,
    isLocked: under.backdrop?.isLocked ?? true,
  }));
  const moveBackdrop = useEffectEvent(under.move);
  const pointBackdrop = useEffectEvent(under.point);
  useEffect(() => {
    const made = new BackdropHand(
      view.current!,
      () => backdropImage.current,
      () => camera.current,
      () => backdropBench(),
      {
        move: (dxCm, dyCm) => moveBackdrop(dxCm, dyCm),
        point: (at) => pointBackdrop(at),
      },
    );
    backdropHand.current = made;
    return () => made.close();
  }, []);
  useImperativeHandle(ref, () => ({
    focus: () => view.current?.focus(),
    fit: () => camera.current?.fit(),
    zoom: (factor) => camera.current?.zoom(factor),
    show: (box) => camera.current?.show(box),
    middle: () => {
      const box = view.current?.getBoundingClientRect();
      if (!box || !camera.current) return { xCm: 0, yCm: 0 };
      return camera.current.placeOf({
        clientX: box.left + box.width / 2,
        clientY: box.top + box.height / 2,
      });
    },
    letGo: () => {
      const wasBusy = hand.current?.isBusy ?? false;
      hand.current?.cancel();
      backdropHand.current?.letGo();
      return wasBusy;
    },
  }));

  const ordered = useMemo(() => inOrder(drawing.items.values()), [drawing.items]);
  const faulty = useMemo(
    () => new Set(kept.faults.flatMap(({ itemIds }) => itemIds)),
    [kept.faults],
  );
  const viewBox = `0 0 ${hallWidthCm} ${hallDepthCm}`;
  return (
    <div
      ref={view}
      className={classes.view}
      data-tool={tool}
      data-pointing={under.points !== null}
      data-testid="drawing"
      role="application"
      tabIndex={0}
      aria-label={m.edit_picture()}
      aria-describedby="drawing-keys"
    >
      <p id="drawing-keys" className="onlyForReaders">
        {m.edit_picture_keys()}
      </p>
      <div ref={stage} className={classes.canvas}>
        <svg
          ref={picture}
          viewBox={viewBox}
          className={`${plan.plan} ${classes.picture}`}
          aria-hidden
        >
          <rect className={plan.hall} width={hallWidthCm} height={hallDepthCm} />
          {under.backdrop && (
            <image
              ref={backdropImage}
              className={classes.backdrop}
              href={under.backdrop.picturePath}
              {...boxOf(under.backdrop)}
              opacity={under.backdrop.opacityPercent / 100}
              preserveAspectRatio="none"
              data-testid="backdrop-picture"
            />
          )}
          <Grid width={hallWidthCm} depth={hallDepthCm} />
          {ordered.map((item) => (
            <Drawn
              key={item.id}
              item={item}
              hallWidthCm={hallWidthCm}
              hallDepthCm={hallDepthCm}
              isFaulty={faulty.has(item.id)}
            />
          ))}
          {editor.chosen.map((item) => (
            <rect key={`chosen ${item.id}`} className={classes.chosen} {...boxOf(item)} />
          ))}
        </svg>
        <svg ref={lift} viewBox={viewBox} className={`${plan.plan} ${classes.layer}`} aria-hidden />
        <svg viewBox={viewBox} className={`${plan.plan} ${classes.layer}`} aria-hidden>
          <rect ref={frame} className={classes.frame} visibility="hidden" />
          <line
            ref={guideX}
            className={classes.guide}
            y1={-200}
            y2={hallDepthCm + 200}
            visibility="hidden"
          />
          <line
            ref={guideY}
            className={classes.guide}
            x1={-200}
            x2={hallWidthCm + 200}
            visibility="hidden"
          />
          <line ref={tape} className={classes.tape} visibility="hidden" />
          <text ref={tapeText} className={classes.tapeText} visibility="hidden" />
          {under.points && <Points points={under.points} />}
        </svg>
      </div>
    </div>
  );
}

/* Where a calibration was pointed at; a circle of 40 cm with a dot in its middle. */
function Points({ points }: { points: readonly Point[] }) {
  const [first, second] = points;
  return (
    <>
      {first && second && (
        <line
          className={classes.tape}
          {...{ x1: first.xCm, y1: first.yCm, x2: second.xCm, y2: second.yCm }}
        />
      )}
      {points.map(({ xCm, yCm }, at) => (
        <path
          key={at}
          className={classes.point}
          d={`M${xCm - 40} ${yCm}h80M${xCm} ${yCm - 40}v80`}
        />
      ))}
    </>
  );
}

const boxOf = ({ xCm, yCm, widthCm, depthCm }: Box) => ({
  ...{ x: xCm, y: yCm, width: widthCm, height: depthCm },
});

/* Ground first, then what stands on it, then doors and marks, which are small. */
function inOrder(items: Iterable<Item>): Item[] {
  const layer = (item: Item) => {
    if (item.what === 'zone') return 0;
    if (item.what === 'booth') return 3;
    return item.kind === 'aisle' ? 1 : item.kind === 'stage' || item.kind === 'text' ? 2 : 4;
  };
  return [...items].sort((a, b) => layer(a) - layer(b));
}

/** A line every five metres, so that sizes are seen before they are measured. */
const Grid = memo(function Grid({ width, depth }: { width: number; depth: number }) {
  const steps = (length: number) =>
    Array.from({ length: Math.floor(length / 500) }, (_, at) => (at + 1) * 500);
  const lines = [
    ...steps(width).map((x) => `M${x} 0V${depth}`),
    ...steps(depth).map((y) => `M0 ${y}H${width}`),
  ];
  return <path className={classes.grid} d={lines.join('')} />;
});

interface DrawnProps {
  item: Item;
  hallWidthCm: number;
  hallDepthCm: number;
  isFaulty: boolean;
}

const Drawn = memo(function Drawn({ item, isFaulty, ...hall }: DrawnProps) {
  const { language } = useLanguage();
  const fault = isFaulty ? (classes.faulty ?? '') : '';
  if (item.what === 'booth') return <DrawnBoothMark booth={item} fault={fault} />;
  const name = language === 'vi' ? item.nameVi : item.nameEn || item.nameVi;
  if (item.what === 'zone') {
    return (
      <g data-item={item.id} className={classes.zone}>
        <rect className={fault} {...boxOf(item)} />
        <ZoneName zone={item} name={name} />
      </g>
    );
  }
  return (
    <g data-item={item.id} className={`${plan[item.kind]} ${classes[item.kind] ?? ''}`}>
      <rect className={fault} {...boxOf(item)} />
      <FeatureName feature={item} name={name} hall={hall} />
    </g>
  );
});

function DrawnBoothMark({ booth, fault }: { booth: DrawnBooth; fault: string }) {
  const { xCm, yCm, widthCm, depthCm, faces } = booth;
  const [east, south] = [xCm + widthCm, yCm + depthCm];
  const front = {
    north: `M${xCm} ${yCm}H${east}`,
    south: `M${xCm} ${south}H${east}`,
    west: `M${xCm} ${yCm}V${south}`,
    east: `M${east} ${yCm}V${south}`,
  }[faces];
  return (
    <g data-item={booth.id} data-booth={booth.id} className={classes.booth}>
      <rect className={`${plan.booth} ${fault}`} {...boxOf(booth)} />
      <path className={classes.front} d={front} />
      <text className={plan.code} x={xCm + widthCm / 2} y={yCm + depthCm / 2}>
        {booth.code}
      </text>
    </g>
  );
}
