import type { PlanCamera } from '../plan/plan-camera';
import type { Point } from './backdrop.rules';

const PULL_PX = 4;

export interface BackdropBench {
  /** Whether the hand is for the picture now. */
  isOn: boolean;
  /** Whether it points at places of the picture, and does not move it. */
  isPointing: boolean;
  isLocked: boolean;
}

export interface BackdropOrders {
  move(dxCm: number, dyCm: number): void;
  point(at: Point): void;
}

/** What a pointer does with the picture under the plan: moves it, or points at a place of it. */
export class BackdropHand {
  private pointerId: number | null = null;
  private from: Point = { xCm: 0, yCm: 0 };
  private downAt = { x: 0, y: 0 };
  private isPull = false;

  constructor(
    private readonly view: HTMLElement,
    private readonly picture: () => SVGImageElement | null,
    private readonly camera: () => PlanCamera | null,
    private readonly bench: () => BackdropBench,
    private readonly orders: BackdropOrders,
  ) {
    view.addEventListener('pointerdown', this.onDown);
    view.addEventListener('pointermove', this.onMove);
    view.addEventListener('pointerup', this.onUp);
    view.addEventListener('pointercancel', this.letGo);
  }

  close(): void {
    this.letGo();
    this.view.removeEventListener('pointerdown', this.onDown);
    this.view.removeEventListener('pointermove', this.onMove);
    this.view.removeEventListener('pointerup', this.onUp);
    this.view.removeEventListener('pointercancel', this.letGo);
  }

  /** Lets go without having moved anything; a second finger zooms. */
  readonly letGo = (): void => {
    this.pointerId = null;
    this.isPull = false;
    this.picture()?.removeAttribute('transform');
  };

  private readonly onDown = (event: PointerEvent) => {
    if (this.pointerId !== null) return this.letGo();
    const camera = this.camera();
    const { isOn } = this.bench();
    if (!isOn || !camera || event.button !== 0 || this.view.dataset.panning === 'true') return;
    this.pointerId = event.pointerId;
    this.from = camera.placeOf(event);
    this.downAt = { x: event.clientX, y: event.clientY };
  };

  private readonly onMove = (event: PointerEvent) => {
    if (event.pointerId !== this.pointerId) return;
    const { isPointing, isLocked } = this.bench();
    if (!this.isPull) {
      const far = Math.hypot(event.clientX - this.downAt.x, event.clientY - this.downAt.y);
      if (far < PULL_PX) return;
      this.isPull = true;
      this.view.setPointerCapture(event.pointerId);
    }
    if (isPointing || isLocked) return;
    const { dxCm, dyCm } = this.travelled(event);
    this.picture()?.setAttribute('transform', `translate(${dxCm} ${dyCm})`);
  };

  private readonly onUp = (event: PointerEvent) => {
    if (event.pointerId !== this.pointerId) return;
    const { isPointing, isLocked } = this.bench();
    const { isPull } = this;
    const { dxCm, dyCm } = this.travelled(event);
    this.letGo();
    if (isPointing) {
      const at = this.camera()?.placeOf(event);
      if (at && !isPull) this.orders.point({ xCm: Math.round(at.xCm), yCm: Math.round(at.yCm) });
    } else if (isPull && !isLocked) this.orders.move(dxCm, dyCm);
  };

  private travelled(event: PointerEvent): { dxCm: number; dyCm: number } {
    const to = this.camera()?.placeOf(event) ?? this.from;
    return {
      dxCm: Math.round(to.xCm - this.from.xCm),
      dyCm: Math.round(to.yCm - this.from.yCm),
    };
  }
}
