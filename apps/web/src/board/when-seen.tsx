import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

interface WhenSeenProps {
  /** Kept free until then, in px. */
  height: number;
  className?: string;
  children: ReactNode;
}

/** Far parts of a long page: they are fetched and drawn when somebody scrolls to them. */
export function WhenSeen({ height, className, children }: WhenSeenProps) {
  const [isSeen, setSeen] = useState(false);
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
    <div ref={place} className={className} style={isSeen ? undefined : { minHeight: height }}>
      {isSeen && children}
    </div>
  );
}
