import { useRef } from 'react';
import type { MouseEvent, PointerEvent } from 'react';

const heldMs = 500;

/** A tap, and a held finger or the right button; the tap that ends a hold is swallowed. */
export function useLongPress(onTap: () => void, onHold: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isHeld = useRef(false);
  const start = useRef({ x: 0, y: 0 });
  const stop = () => clearTimeout(timer.current);
  const hold = () => {
    stop();
    if (isHeld.current) return;
    isHeld.current = true;
    onHold();
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      isHeld.current = false;
      start.current = { x: event.clientX, y: event.clientY };
      stop();
      if (event.pointerType === 'touch') timer.current = setTimeout(hold, heldMs);
    },
    onPointerMove: (event: PointerEvent) => {
      const { x, y } = start.current;
      if (Math.hypot(event.clientX - x, event.clientY - y) > 10) stop();
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    onContextMenu: (event: MouseEvent) => {
      event.preventDefault();
      hold();
    },
    onClick: () => {
      if (isHeld.current) isHeld.current = false;
      else onTap();
    },
  };
}
