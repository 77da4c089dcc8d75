import type { PlanCamera } from '../plan/plan-camera';
import { boundsOf, inMarquee, isGround, onGrid } from './arrange.rules';
import type { Box } from './arrange.rules';
import type { Drawing, Item } from './drawing.rules';
import { boxBetween, edgesOf, snapped } from './snap.rules';
import type { Edges, Snapped } from './snap.rules';
import type { Tool } from './tools';

const PULL_PX = 4;
const REACH_PX = 7;
const LONG_PRESS_MS = 450;

interface Point {
  xCm: number;
  yCm: number;
}

/** What the hand works with, asked for at every gesture. */
export interface Bench {
  tool: Tool;
  drawing: Drawing;
  selected: ReadonlySet<string>;
}

export interface HandOrders {
  choose(ids: readonly string[], how: 'only' | 'toggle' | 'add'): void;
  move(dxCm: number, dyCm: number, isCopy: boolean): void;
  /** A box drawn with a tool, or a tap in its place. */
  place(tool: Tool, box: Box, isTap: boolean): void;
  pointAt(at: Point): void;
}

/** What the hand draws on: layers above the picture, moved without React. */
export interface HandLayers {
  view: HTMLElement;
  picture: SVGSVGElement;
  /** Copies of what is pulled. */
  lift: SVGSVGElement;
  frame: SVGRectElement;
  guideX: SVGLineElement;
  guideY: SVGLineElement;
  tape: SVGLineElement;
  tapeText: SVGTextElement;
}

type Gesture =
  | { kind: 'press'; hit: Item | null; wasSelected: boolean }
  | { kind: 'pull'; box: Box; edges: Edges; last: Snapped }
  | { kind: 'marquee' }
  | { kind: 'frame' }
  | { kind: 'tape' };

/**
 * What a pointer does on the drawing, outside of React: while it moves, copies of what is pulled are
 * moved by one CSS transform a frame; only when it lets go is the drawing changed.
 */
export class DrawingHand {
  private pointerId: number | null = null;
  private gesture: Gesture | null = null;
  private from: Point = { xCm: 0, yCm: 0 };
  private downAt = { x: 0, y: 0 };
  private latest: PointerEvent | null = null;
  private frameAsked = 0;
  private longPress: ReturnType<typeof setTimeout> | undefined;
  private fingers = 0;

  constructor(
    private readonly layers: HandLayers,
    private readonly camera: () => PlanCamera | null,
    private readonly bench: () => Bench,
    private readonly orders: HandOrders,
  ) {
    const { view } = layers;
    view.addEventListener('pointerdown', this.onDown);
    view.addEventListener('pointermove', this.onMove);
    view.addEventListener('pointerup', this.onUp);
    view.addEventListener('pointercancel', this.onCancel);
  }

  close(): void {
    const { view } = this.layers;
    this.cancel();
    view.removeEventListener('pointerdown', this.onDown);
    view.removeEventListener('pointermove', this.onMove);
    view.removeEventListener('pointerup', this.onUp);
    view.removeEventListener('pointercancel', this.onCancel);
  }

  /** Whether a pull, a marquee or a frame is under the hand; Esc lets it go. */
  get isBusy(): boolean {
    return this.gesture !== null;
  }

  /** Lets go without doing anything. */
  cancel(): void {
    clearTimeout(this.longPress);
    cancelAnimationFrame(this.frameAsked);
    this.frameAsked = 0;
    const { view } = this.layers;
    if (this.pointerId !== null && view.hasPointerCapture(this.pointerId)) {
      view.releasePointerCapture(this.pointerId);
    }
    this.pointerId = null;
    this.gesture = null;
    this.latest = null;
    this.putBack();
  }

  private readonly onDown = (event: PointerEvent) => {
    if (event.pointerType === 'touch') this.fingers += 1;
    if (this.fingers > 1) {
      this.cancel();
      return;
    }
    if (event.button !== 0 || event.target instanceof HTMLButtonElement) return;
    const { tool, drawing, selected } = this.bench();
    const camera = this.camera();
    if (
      tool === 'hand' ||
      tool === 'backdrop' ||
      !camera ||
      this.layers.view.dataset.panning === 'true'
    )
      return;
    this.hideTape();
    this.pointerId = event.pointerId;
    this.downAt = { x: event.clientX, y: event.clientY };
    this.from = camera.placeOf(event);
    if (tool === 'measure') this.gesture = { kind: 'tape' };
    else if (tool !== 'select') this.gesture = { kind: 'frame' };
    else {
      const hit = itemUnder(event, drawing);
      this.gesture = { kind: 'press', hit, wasSelected: hit !== null && selected.has(hit.id) };
      if (event.pointerType === 'touch') {
        this.longPress = setTimeout(() => {
          this.gesture = { kind: 'marquee' };
          camera.letGo(event.pointerId);
        }, LONG_PRESS_MS);
      }
    }
  };

  private readonly onMove = (event: PointerEvent) => {
    const camera = this.camera();
    if (camera && event.pointerType !== 'touch') this.orders.pointAt(camera.placeOf(event));
    if (event.pointerId !== this.pointerId || !this.gesture) return;
    const farPx = Math.hypot(event.clientX - this.downAt.x, event.clientY - this.downAt.y);
    if (this.gesture.kind === 'press') {
      if (farPx < PULL_PX) return;
      clearTimeout(this.longPress);
      this.begin(event, this.gesture);
      if (this.pointerId === null) return;
    }
    const { view } = this.layers;
    if (!view.hasPointerCapture(event.pointerId)) view.setPointerCapture(event.pointerId);
    this.latest = event;
    if (this.frameAsked === 0) this.frameAsked = requestAnimationFrame(this.onFrame);
  };

  /* A press has become a pull: of what is selected, of what was hit, or of a marquee. */
  private begin(
    event: PointerEvent,
    { hit, wasSelected }: Extract<Gesture, { kind: 'press' }>,
  ): void {
    /* One finger moves the plan, as everywhere on a phone, unless it is on what was chosen. */
    if (event.pointerType === 'touch' && !wasSelected) {
      this.cancel();
      return;
    }
    if ((hit === null || isGround(hit)) && !wasSelected) {
      this.gesture = { kind: 'marquee' };
      return;
    }
    const { drawing } = this.bench();
    let { selected } = this.bench();
    if (hit && !wasSelected) {
      this.orders.choose([hit.id], event.shiftKey ? 'add' : 'only');
      selected = new Set(event.shiftKey ? [...selected, hit.id] : [hit.id]);
    }
    const pulled = [...selected].flatMap((id) => drawing.items.get(id) ?? []);
    const others = [...drawing.items.values()].filter(({ id }) => !selected.has(id));
    this.lift(selected);
    this.gesture = {
      kind: 'pull',
      box: boundsOf(pulled),
      edges: edgesOf(others),
      last: { dxCm: 0, dyCm: 0, guideX: null, guideY: null },
    };
  }

  private lift(selected: ReadonlySet<string>): void {
    const { picture, lift } = this.layers;
    const copies: Node[] = [];
    for (const node of picture.querySelectorAll<SVGGElement>('[data-item]')) {
      if (!selected.has(node.dataset.item ?? '')) continue;
      copies.push(node.cloneNode(true));
      node.dataset.lifted = 'true';
    }
    for (const copy of copies) if (copy instanceof SVGElement) delete copy.dataset.item;
    lift.replaceChildren(...copies);
    lift.style.willChange = 'transform';
    picture.dataset.lifting = 'true';
  }

  private readonly onFrame = () => {
    this.frameAsked = 0;
    const [event, camera, gesture] = [this.latest, this.camera(), this.gesture];
    if (!event || !camera || !gesture) return;
    const to = camera.placeOf(event);
    if (gesture.kind === 'pull') {
      const far = { dxCm: to.xCm - this.from.xCm, dyCm: to.yCm - this.from.yCm };
      const edges = event.ctrlKey || event.metaKey ? { x: [], y: [] } : gesture.edges;
      const last = snapped(gesture.box, far, edges, REACH_PX / camera.pxPerCm);
      gesture.last = last;
      const px = camera.drawnPxPerCm;
      this.layers.lift.style.transform = `translate(${last.dxCm * px}px, ${last.dyCm * px}px)`;
      this.showGuides(last);
    } else if (gesture.kind === 'marquee' || gesture.kind === 'frame') {
      this.showFrame(
        gesture.kind === 'frame' ? boxBetween(this.from, to) : between(this.from, to),
        gesture.kind,
      );
    } else if (gesture.kind === 'tape') this.showTape(to);
  };

  private readonly onUp = (event: PointerEvent) => {
    if (event.pointerType === 'touch') this.fingers = Math.max(0, this.fingers - 1);
    if (event.pointerId !== this.pointerId || !this.gesture) return;
    const camera = this.camera();
    this.latest = event;
    if (this.gesture.kind !== 'press') this.onFrame();
    const gesture = this.gesture;
    const { tool, drawing } = this.bench();
    const to = camera?.placeOf(event) ?? this.from;
    if (gesture.kind === 'press') {
      const { hit } = gesture;
      const how = event.shiftKey ? 'toggle' : 'only';
      if (hit || !event.shiftKey) this.orders.choose(hit ? [hit.id] : [], how);
    } else if (gesture.kind === 'pull') {
      const { dxCm, dyCm } = gesture.last;
      if (dxCm !== 0 || dyCm !== 0) this.orders.move(dxCm, dyCm, event.altKey);
    } else if (gesture.kind === 'marquee') {
      const taken = inMarquee(drawing.items.values(), between(this.from, to));
      this.orders.choose(
        taken.map(({ id }) => id),
        event.shiftKey ? 'add' : 'only',
      );
    } else if (gesture.kind === 'frame') {
      const box = boxBetween(this.from, to);
      const isTap = box.widthCm < 50 && box.depthCm < 50;
      const tapped = { ...box, xCm: onGrid(this.from.xCm), yCm: onGrid(this.from.yCm) };
      this.orders.place(tool, isTap ? tapped : box, isTap);
    }
    const keepsTape = gesture.kind === 'tape';
    this.cancel();
    if (keepsTape && camera) this.showTape(to);
  };

  private readonly onCancel = (event: PointerEvent) => {
    if (event.pointerType === 'touch') this.fingers = Math.max(0, this.fingers - 1);
    if (event.pointerId === this.pointerId) this.cancel();
  };

  private putBack(): void {
    const { picture, lift, frame, guideX, guideY } = this.layers;
    for (const node of picture.querySelectorAll<SVGGElement>('[data-lifted]')) {
      delete node.dataset.lifted;
    }
    delete picture.dataset.lifting;
    lift.replaceChildren();
    lift.style.transform = '';
    lift.style.willChange = '';
    for (const mark of [frame, guideX, guideY]) mark.setAttribute('visibility', 'hidden');
  }

  private showGuides(last: Snapped): void {
    const { guideX, guideY } = this.layers;
    for (const [line, at, name] of [
      [guideX, last.guideX, 'x'],
      [guideY, last.guideY, 'y'],
    ] as const) {
      const now = String(at ?? '');
      if (line.dataset.at === now && line.getAttribute('visibility') === 'visible') continue;
      line.dataset.at = now;
      line.setAttribute('visibility', at === null ? 'hidden' : 'visible');
      if (at !== null) set(line, { [`${name}1`]: at, [`${name}2`]: at });
    }
  }

  private showFrame(box: Box, kind: 'marquee' | 'frame'): void {
    const { frame } = this.layers;
    frame.dataset.kind = kind;
    frame.setAttribute('visibility', 'visible');
    set(frame, { x: box.xCm, y: box.yCm, width: box.widthCm, height: box.depthCm });
  }

  private showTape(to: Point): void {
    const { tape, tapeText } = this.layers;
    const [x1, y1, x2, y2] = [this.from.xCm, this.from.yCm, to.xCm, to.yCm].map(onGrid) as [
      number,
      number,
      number,
      number,
    ];
    set(tape, { x1, y1, x2, y2 });
    set(tapeText, { x: (x1 + x2) / 2, y: (y1 + y2) / 2 - 30 });
    const language = document.documentElement.lang === 'en' ? 'en-GB' : 'vi-VN';
    const metres = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    tapeText.textContent = `${metres.format(Math.hypot(x2 - x1, y2 - y1) / 100)} m`;
    for (const mark of [tape, tapeText]) mark.setAttribute('visibility', 'visible');
  }

  private hideTape(): void {
    const { tape, tapeText } = this.layers;
    for (const mark of [tape, tapeText]) mark.setAttribute('visibility', 'hidden');
  }
}

function itemUnder({ target }: PointerEvent, drawing: Drawing): Item | null {
  const node = target instanceof Element ? target.closest<SVGGElement>('[data-item]') : null;
  return drawing.items.get(node?.dataset.item ?? '') ?? null;
}

const between = (from: Point, to: Point): Box => ({
  xCm: Math.min(from.xCm, to.xCm),
  yCm: Math.min(from.yCm, to.yCm),
  widthCm: Math.abs(to.xCm - from.xCm),
  depthCm: Math.abs(to.yCm - from.yCm),
});

function set(element: SVGElement, values: Record<string, number>): void {
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, String(value));
}
