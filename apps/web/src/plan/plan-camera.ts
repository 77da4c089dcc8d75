import { detailOf, fitted, held, opened, showing, zoomed } from './camera.rules';
import type { Camera, Rectangle, Size } from './camera.rules';

const SETTLE_MS = 140;
const DRAG_PX = 6;
const WHEEL = 0.0016;
const PHONE_BELOW_PX = 1_000;
/** How much of a plan a sheet over its lower end leaves to be seen on a phone. */
const OVER_A_SHEET = 0.25;
/** Of a plan that nothing lies over. */
export const ALL_OF_IT = 1;

/** What a hand that comes down is for: pulls the plan, pulls it only together with a second one, or neither. */
export type Pull = 'pan' | 'pinch' | null;

const anyHand = (event: PointerEvent): Pull =>
  event.pointerType === 'mouse' && event.button !== 0 ? null : 'pan';

interface Hand {
  x: number;
  y: number;
  pull: Pull;
}

export interface Manner {
  /** Unless told, every hand pans, and of a mouse its first button. */
  pullOf?: (event: PointerEvent) => Pull;
  /** Which part of the window, from above, nothing lies over on a phone. */
  unhiddenOnPhone?: number;
}

/**
 * Pans and zooms a plan under the hand, outside of React: while it moves, a CSS transform; when it
 * has settled, the picture is drawn anew at its size, so that it is sharp again.
 */
export class PlanCamera {
  private camera: Camera = { x: 0, y: 0, scale: 0.1 };
  private drawnScale = 0;
  /** What it goes back to when the window changes, until a hand has moved it. */
  private rests: 'opened' | 'whole' | null = 'opened';
  private settling: ReturnType<typeof setTimeout> | undefined;
  private readonly hands = new Map<number, Hand>();
  private travelled = 0;
  private readonly watcher: ResizeObserver;
  private readonly pullOf: (event: PointerEvent) => Pull;
  private readonly unhiddenOnPhone: number;

  constructor(
    private readonly view: HTMLElement,
    private readonly stage: HTMLElement,
    private readonly plan: Size,
    private readonly firstZone: Rectangle | undefined,
    { pullOf = anyHand, unhiddenOnPhone = OVER_A_SHEET }: Manner = {},
  ) {
    this.pullOf = pullOf;
    this.unhiddenOnPhone = unhiddenOnPhone;
    view.addEventListener('wheel', this.onWheel, { passive: false });
    view.addEventListener('pointerdown', this.onDown);
    view.addEventListener('pointermove', this.onMove);
    view.addEventListener('pointerup', this.onUp);
    view.addEventListener('pointercancel', this.onUp);
    this.watcher = new ResizeObserver(() => {
      this.place(this.rested(), true);
    });
    this.watcher.observe(view);
  }

  /** Whether the last press of the hand was a pull, not a tap. */
  get wasPulled(): boolean {
    return this.travelled > DRAG_PX;
  }

  /** Pixels a centimetre of the picture as it is drawn, before the movement under the hand. */
  get drawnPxPerCm(): number {
    return this.drawnScale;
  }

  /** Pixels a centimetre as it is seen. */
  get pxPerCm(): number {
    return this.camera.scale;
  }

  /** The point of the plan under a point of the window. */
  placeOf(at: { clientX: number; clientY: number }): { xCm: number; yCm: number } {
    const box = this.view.getBoundingClientRect();
    const { x, y, scale } = this.camera;
    return { xCm: (at.clientX - box.left - x) / scale, yCm: (at.clientY - box.top - y) / scale };
  }

  /** The hand is for something else from now on. */
  letGo(pointerId: number): void {
    this.hands.delete(pointerId);
  }

  fit(): void {
    this.rests = 'whole';
    this.place(this.rested(), true);
  }

  zoom(factor: number): void {
    const { width, height } = this.size;
    this.rests = null;
    this.place(
      zoomed(this.camera, factor, { x: width / 2, y: height / 2 }, this.plan, this.size),
      true,
    );
  }

  show(place: Rectangle): void {
    const { width, height } = this.size;
    const camera = showing(this.camera, place, { width, height: height * this.unhidden });
    if (camera.x !== this.camera.x || camera.y !== this.camera.y) this.rests = null;
    this.place(camera, false);
  }

  close(): void {
    clearTimeout(this.settling);
    this.watcher.disconnect();
    this.view.removeEventListener('wheel', this.onWheel);
    this.view.removeEventListener('pointerdown', this.onDown);
    this.view.removeEventListener('pointermove', this.onMove);
    this.view.removeEventListener('pointerup', this.onUp);
    this.view.removeEventListener('pointercancel', this.onUp);
  }

  private get unhidden(): number {
    return window.innerWidth < PHONE_BELOW_PX ? this.unhiddenOnPhone : ALL_OF_IT;
  }

  private get size(): Size {
    return { width: this.view.clientWidth, height: this.view.clientHeight };
  }

  private rested(): Camera {
    if (this.rests === 'whole') return fitted(this.plan, this.size);
    if (this.rests === 'opened') return opened(this.plan, this.firstZone, this.size);
    return held(this.camera, this.plan, this.size);
  }

  private place(camera: Camera, isAtOnce: boolean): void {
    this.camera = camera;
    clearTimeout(this.settling);
    if (isAtOnce || this.drawnScale === 0) this.draw();
    else {
      this.move();
      this.settling = setTimeout(() => this.draw(), SETTLE_MS);
    }
  }

  private move(): void {
    const { x, y, scale } = this.camera;
    this.stage.style.willChange = 'transform';
    this.stage.style.transform = `translate(${x}px, ${y}px) scale(${scale / this.drawnScale})`;
  }

  private draw(): void {
    const { x, y, scale } = this.camera;
    this.drawnScale = scale;
    this.stage.style.willChange = '';
    this.stage.style.width = `${this.plan.width * scale}px`;
    this.stage.style.transform = `translate(${x}px, ${y}px)`;
    this.stage.dataset.detail = detailOf(this.camera);
  }

  private readonly onWheel = (event: WheelEvent) => {
    event.preventDefault();
    this.rests = null;
    const box = this.view.getBoundingClientRect();
    const at = { x: event.clientX - box.left, y: event.clientY - box.top };
    const lines = event.deltaMode === 1 ? 16 : 1;
    this.place(
      zoomed(
        this.camera,
        Math.exp(-event.deltaY * lines * WHEEL * (event.ctrlKey ? 4 : 1)),
        at,
        this.plan,
        this.size,
      ),
      false,
    );
  };

  private readonly onDown = (event: PointerEvent) => {
    const pull = this.pullOf(event);
    if (pull === null) return;
    if (event.target instanceof Element && event.target.closest('button')) return;
    if (this.hands.size === 0) this.travelled = 0;
    this.hands.set(event.pointerId, { x: event.clientX, y: event.clientY, pull });
  };

  private readonly onMove = (event: PointerEvent) => {
    const before = this.hands.get(event.pointerId);
    if (!before) return;
    const now = { ...before, x: event.clientX, y: event.clientY };
    this.travelled += Math.hypot(now.x - before.x, now.y - before.y);
    const [other] = [...this.hands].flatMap(([id, at]) => (id === event.pointerId ? [] : [at]));
    this.hands.set(event.pointerId, now);
    if (!this.wasPulled || (!other && now.pull === 'pinch')) return;
    if (!this.view.hasPointerCapture(event.pointerId)) this.view.setPointerCapture(event.pointerId);
    this.rests = null;
    const moved = {
      ...this.camera,
      x: this.camera.x + (now.x - before.x) / (other ? 2 : 1),
      y: this.camera.y + (now.y - before.y) / (other ? 2 : 1),
    };
    if (!other) {
      this.place(held(moved, this.plan, this.size), false);
      return;
    }
    const box = this.view.getBoundingClientRect();
    const spread = Math.hypot(now.x - other.x, now.y - other.y);
    const was = Math.hypot(before.x - other.x, before.y - other.y);
    const at = { x: (now.x + other.x) / 2 - box.left, y: (now.y + other.y) / 2 - box.top };
    this.place(zoomed(moved, was > 0 ? spread / was : 1, at, this.plan, this.size), false);
  };

  private readonly onUp = (event: PointerEvent) => {
    this.hands.delete(event.pointerId);
  };
}
