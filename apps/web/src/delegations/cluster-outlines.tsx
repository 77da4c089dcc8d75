import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Booth } from '../api/client';
import { useLanguage } from '../i18n/language';
import { linesOf, sizeFor } from '../ui/fair-plan/plan-text.rules';
import { outlinesOf } from './cluster-outline.rules';
import classes from './cluster-outlines.module.css';
import { delegationsQuery } from './delegation-requests';

const LARGEST_NAME_CM = 110;
const SMALLEST_NAME_CM = 80;
/* A long name over few booths takes two lines, and reaches over its neighbours. */
const LEAST_ROOM_CM = 1_100;
const LINES = 2;

interface ClusterOutlinesProps {
  fairId: string;
  booths: readonly Booth[];
}

/** Above the booths of a plan: a line around what is kept for each delegation, with its name. */
export function ClusterOutlines({ fairId, booths }: ClusterOutlinesProps) {
  const { language } = useLanguage();
  const { data: delegations } = useQuery(delegationsQuery(fairId));
  const clusters = useMemo(() => {
    const boothOf = new Map(booths.map((booth) => [booth.id, booth]));
    return (delegations ?? []).map(({ id, nameVi, nameEn, boothIds }) => ({
      id,
      name: language === 'vi' ? nameVi : nameEn,
      outlines: outlinesOf(boothIds.flatMap((boothId) => boothOf.get(boothId) ?? [])),
    }));
  }, [delegations, booths, language]);
  return (
    <g className={classes.clusters} data-testid="clusters">
      {clusters.map(({ id, name, outlines }) => {
        const [largest] = outlines;
        if (!largest) return null;
        const room = Math.max(largest.widthCm, LEAST_ROOM_CM);
        const fontSize = Math.max(sizeFor(name, room, LARGEST_NAME_CM), SMALLEST_NAME_CM);
        const lines = linesOf(name, room, fontSize, LINES);
        return (
          <g key={id}>
            {outlines.map(({ path }) => (
              <path key={path} d={path} />
            ))}
            {lines.map((line, at) => (
              <text
                key={line}
                x={Math.max(largest.xCm + largest.widthCm / 2, room / 2)}
                y={largest.yCm - fontSize * (lines.length - 1 - at + 0.6) * 1.15}
                style={{ fontSize }}
              >
                {line}
              </text>
            ))}
          </g>
        );
      })}
    </g>
  );
}
