import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { PlanCamera } from './plan-camera';
import type { Rectangle } from './camera.rules';

interface Seen {
  view: RefObject<HTMLDivElement | null>;
  stage: RefObject<HTMLDivElement | null>;
  camera: RefObject<PlanCamera | null>;
}

/**
 * A camera over a drawn plan: `view` is the window, `stage` what is moved in it. Unless told, a sheet
 * lies over most of it on a phone.
 */
export function usePlanCamera(
  width: number,
  height: number,
  firstZone: Rectangle | undefined,
  unhiddenOnPhone?: number,
): Seen {
  const view = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const camera = useRef<PlanCamera>(null);
  useEffect(() => {
    if (!view.current || !stage.current) return;
    const size = { width, height };
    const made = new PlanCamera(view.current, stage.current, size, firstZone, {
      unhiddenOnPhone,
    });
    camera.current = made;
    return () => made.close();
  }, [width, height, firstZone, unhiddenOnPhone]);
  return { view, stage, camera };
}
