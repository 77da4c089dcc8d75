import { useEffect, useRef, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { importAnew } from '../ui/import-anew';

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
 * themselves. While they cannot be fetched they are asked for again, and what is near stands.
 */
export function WhenSeen<Part extends ComponentType<never>>(props: WhenSeenProps<Part>) {
  const { height, className, load, children } = props;
  const [isSeen, setSeen] = useState(false);
  const [part, setPart] = useState<{ default: Part } | null>(null);
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
  useEffect(() => {
    if (part) return;
    let asking = 0;
    let isWaiting = true;
    const askIn = (ms: number, ask: typeof load) => {
      const again = (failure: unknown) =>
        isWaiting && askIn(QUIET_MS, () => importAnew(failure, load));
      asking = window.setTimeout(() => void ask().then(setPart, again), ms);
    };
    askIn(isSeen ? 0 : QUIET_MS, load);
    return () => {
      isWaiting = false;
      clearTimeout(asking);
    };
  }, [part, isSeen, load]);
  return (
    <div ref={place} className={className} style={part ? undefined : { minHeight: height }}>
      {part && children(part.default, isSeen)}
    </div>
  );
}
