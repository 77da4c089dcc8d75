import { useRef } from 'react';
import type { MouseEvent, PointerEvent } from 'react';

const meantPx = 12;
const farPx = 96;

/**
 * A finger that pulls a line far enough to the left takes it off. Mouse and keys have the buttons
 * of the line; what scrolls up and down stays the browser's.
 */
export function useSwipeOff(onOff: () => void) {
  const start = useRef<{ id: number; x: number } | null>(null);
  const pulledPx = useRef(0);
  const settle = (line: HTMLElement) => {
    start.current = null;
    line.style.translate = '';
    line.style.transition = '';
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      pulledPx.current = 0;
      if (event.pointerType === 'touch') start.current = { id: event.pointerId, x: event.clientX };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (start.current?.id !== event.pointerId) return;
      const pulled = Math.max(0, start.current.x - event.clientX);
      if (pulled < meantPx && pulledPx.current === 0) return;
      const line = event.currentTarget;
      if (pulledPx.current === 0) line.setPointerCapture(event.pointerId);
      pulledPx.current = Math.max(pulled, 1);
      line.style.transition = 'none';
      line.style.translate = `${-pulled}px`;
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (start.current?.id !== event.pointerId) return;
      settle(event.currentTarget);
      if (pulledPx.current >= farPx) onOff();
    },
    onPointerCancel: (event: PointerEvent<HTMLElement>) => {
      pulledPx.current = 0;
      settle(event.currentTarget);
    },
    /* The tap that ends a pull is none. */
    onClickCapture: (event: MouseEvent) => {
      if (pulledPx.current === 0) return;
      pulledPx.current = 0;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
