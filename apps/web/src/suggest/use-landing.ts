import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/**
 * The heading of what has just come in place of something else: when the focus went with that, it goes
 * on here, and readers hear where they are.
 */
export function useLanding(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}
