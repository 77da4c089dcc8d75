import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { PointerEvent as ReactPointerEvent } from 'react';

const START_PX = 6;

export interface Dragged<What> {
  what: What;
  name: string;
}

interface Press<What> extends Dragged<What> {
  pointerId: number;
  x: number;
  y: number;
}

interface DragEvents<What> {
  onStart: (what: What) => void;
  /** The booth under the hand, or null. */
  onOver: (boothId: string | null) => void;
  onDrop: (what: What, boothId: string) => void;
  onEnd: () => void;
}

/**
 * Carries something to a booth with mouse, pen or finger. What hangs from the hand is moved by its
 * style alone; only a change of the booth beneath it is told.
 */
export function useDrag<What>(events: DragEvents<What>) {
  const [carried, setCarried] = useState<Dragged<What> | null>(null);
  const [press, setPress] = useState<Press<What> | null>(null);
  const ghost = useRef<HTMLDivElement>(null);
  const start = useEffectEvent(events.onStart);
  const over = useEffectEvent(events.onOver);
  const drop = useEffectEvent(events.onDrop);
  const end = useEffectEvent(events.onEnd);

  useEffect(() => {
    if (press === null) return;
    let isCarried = false;
    let boothId: string | null = null;
    const finish = () => {
      setPress(null);
      setCarried(null);
      if (isCarried) end();
    };
    const onMove = (event: PointerEvent) => {
      if (event.pointerId !== press.pointerId) return;
      /* A tap may be over before anybody listened for its end. */
      if (event.buttons === 0) {
        finish();
        return;
      }
      const far = Math.hypot(event.clientX - press.x, event.clientY - press.y) > START_PX;
      if (!isCarried && !far) return;
      if (!isCarried) {
        isCarried = true;
        setCarried({ what: press.what, name: press.name });
        start(press.what);
      }
      event.preventDefault();
      if (ghost.current) {
        ghost.current.style.transform = `translate(${event.clientX + 12}px, ${event.clientY + 8}px)`;
      }
      const under = boothAt(event.clientX, event.clientY);
      if (under === boothId) return;
      boothId = under;
      over(under);
    };
    const onUp = (event: PointerEvent) => {
      if (event.pointerId !== press.pointerId) return;
      const to = boothAt(event.clientX, event.clientY);
      if (isCarried) swallowNextClick();
      finish();
      if (isCarried && to !== null) drop(press.what, to);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !isCarried) return;
      event.stopPropagation();
      finish();
    };
    window.addEventListener('pointermove', onMove, { passive: false });
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', finish);
    window.addEventListener('keydown', onKey, true);
    return () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', finish);
      window.removeEventListener('keydown', onKey, true);
    };
  }, [press]);

  return {
    carried,
    ghost,
    begin: (what: What, name: string, event: ReactPointerEvent<HTMLElement>) => {
      if (event.pointerType === 'mouse' && event.button !== 0) return;
      if (event.pointerType !== 'mouse') event.currentTarget.releasePointerCapture(event.pointerId);
      setPress({ what, name, pointerId: event.pointerId, x: event.clientX, y: event.clientY });
    },
  };
}

const boothAt = (x: number, y: number): string | null =>
  document.elementFromPoint(x, y)?.closest('[data-booth]')?.getAttribute('data-booth') ?? null;

/* The click that follows a drop is not meant for what lies under it. */
function swallowNextClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation();
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, true), 50);
}
