import { useEffect, useRef, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { useLatePart } from '../ui/late-part';

const QUIET_MS = 4_000;

interface WhenSeenProps<Part> {
  /** Kept free until then, in px. */
  height: number;
  className?: string;
  load: () => Promise<{ default: Part }>;
  children: (part: Part, isSeen: boolean) => ReactNode;
}

/**
 * Far parts of a long page, fetched and drawn when somebody scrolls to them. Nobody scrolls before
 * printing, and by then it is too late to fetch: once the first screen is quiet they come by
 * themselves.
 */
export function WhenSeen<Part extends ComponentType<never>>(props: WhenSeenProps<Part>) {
  const { height, className, load, children } = props;
  const [isSeen, setSeen] = useState(false);
  const part = useLatePart(load, isSeen ? 0 : QUIET_MS);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (isSeen || !element) return;
    const watch = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [isSeen]);
  return (
    <div ref={place} className={className} style={part ? undefined : { minHeight: height }}>
      {part && children(part.default, isSeen)}
    </div>
  );
}
