import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { previewQuery } from './fair-requests';
import classes from './plan-thumb.module.css';

/**
 * What a fair begins with, small: zones, booths and what stands between them, without any code;
 * `face` is what will lie in the hall.
 */
export function PlanThumb({ of, face }: { of: string; face?: ReactNode }) {
  const { language } = useLanguage();
  const { data: plan } = useQuery(previewQuery(of));
  if (!plan) return <div className={classes.frame} aria-hidden />;
  const metres = (cm: number) => formatCount(Math.round(cm / 100), language);
  const { hallWidthCm: width, hallDepthCm: depth } = plan;
  const edge = Math.max(width, depth) / 120;
  return (
    <div className={classes.frame}>
      <svg
        viewBox={`${-edge} ${-edge} ${width + 2 * edge} ${depth + 2 * edge}`}
        role="img"
        aria-label={m.fairs_thumb({
          width: metres(width),
          depth: metres(depth),
          count: formatCount(plan.booths.length, language),
        })}
      >
        <rect className={classes.hall} width={width} height={depth} strokeWidth={edge / 2} />
        {plan.zones.map(({ code, kind, xCm, yCm, widthCm, depthCm }) => (
          <rect
            key={code}
            className={kind === 'selling' ? classes.zone : classes.other}
            x={xCm}
            y={yCm}
            width={widthCm}
            height={depthCm}
          />
        ))}
        {plan.booths.map(({ xCm, yCm, widthCm, depthCm }) => (
          <rect
            key={`${xCm} ${yCm}`}
            className={classes.booth}
            x={xCm + widthCm / 12}
            y={yCm + depthCm / 12}
            width={(widthCm * 5) / 6}
            height={(depthCm * 5) / 6}
          />
        ))}
      </svg>
      {face && <span className={classes.face}>{face}</span>}
    </div>
  );
}
