import { useEffect, useRef } from 'react';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { formatMinute } from '../i18n/times';
import { useScheme } from '../ui/scheme';
import type { DayLine } from './day-line.rules';
import classes from './minute-plot.module.css';

interface MinutePlotProps {
  line: DayLine;
  values: (number | null)[];
  /** A quieter shape is drawn boldly over the values; null for none. */
  mean: (number | null)[] | null;
  /** Name of the chart token, such as `--chart-1`. */
  colour: string;
  height: number;
  formatValue: (value: number) => string;
  /** Place in the line that is being read; null for none. */
  pointed: number | null;
  onPoint: (at: number | null) => void;
}

/** One line over the minutes of a day; what may still change is dashed. Readers get the table. */
export function MinutePlot(props: MinutePlotProps) {
  const { line, values, mean, colour, height, formatValue, pointed, onPoint } = props;
  const { shown: scheme } = useScheme();
  const hasMean = mean !== null;
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<UPlot | null>(null);
  const latest = useRef({ line, values, mean, formatValue, onPoint });
  useEffect(() => {
    latest.current = { line, values, mean, formatValue, onPoint };
  });

  useEffect(() => {
    const place = box.current;
    if (!place) return;
    const token = (name: string) => getComputedStyle(place).getPropertyValue(name).trim();
    const stroke = token(colour);
    const axis = {
      stroke: token('--muted'),
      font: `12px ${token('--font')}`,
      grid: { stroke: token('--border-quiet'), width: 1 },
      ticks: { show: false },
    };
    const drawn = new UPlot(
      {
        width: Math.max(place.clientWidth, 120),
        height,
        legend: { show: false },
        padding: [8, 20, 0, 0],
        cursor: {
          y: false,
          drag: { x: false, y: false },
          points: {
            size: (_, series) => (series === 3 ? 0 : 9),
            fill: stroke,
            stroke: token('--surface'),
            width: 2,
          },
        },
        scales: {
          x: { time: false, range: (_, min, max) => [min, max] },
          y: { range: (_, min, max) => [Math.min(0, min), Math.max(1, max) * 1.08] },
        },
        axes: [
          {
            ...axis,
            size: 26,
            gap: 6,
            space: 56,
            incrs: [15, 30, 60, 120, 180, 240],
            values: (_, splits) => splits.map(formatMinute),
          },
          {
            ...axis,
            gap: 6,
            space: 36,
            incrs: wholeSteps,
            size: 56,
            values: (_, splits) => splits.map((value) => latest.current.formatValue(value)),
          },
        ],
        series: [
          {},
          {
            stroke: hasMean ? `${stroke}80` : stroke,
            width: hasMean ? 1 : 2,
            fill: `${stroke}1a`,
            points: { show: false },
          },
          { stroke, width: 1.5, dash: [3, 3], points: { show: false } },
          { stroke, width: 2.25, points: { show: false } },
        ],
        hooks: {
          setCursor: [
            (self) => {
              if (self.cursor.event) latest.current.onPoint(self.cursor.idx ?? null);
            },
          ],
        },
      },
      columnsOf(latest.current.line, latest.current.values, latest.current.mean),
      place,
    );
    plot.current = drawn;
    const leave = () => latest.current.onPoint(null);
    drawn.over.addEventListener('mouseleave', leave);
    const watch = new ResizeObserver(() => {
      drawn.setSize({ width: Math.max(place.clientWidth, 120), height });
    });
    watch.observe(place);
    return () => {
      watch.disconnect();
      drawn.destroy();
      plot.current = null;
    };
  }, [colour, height, scheme, hasMean]);

  useEffect(() => {
    plot.current?.setData(columnsOf(line, values, mean));
  }, [line, values, mean]);

  useEffect(() => {
    const drawn = plot.current;
    const minute = pointed === null ? undefined : line.minutes[pointed];
    if (!drawn || drawn.cursor.idx === pointed) return;
    const left = minute === undefined ? -10 : drawn.valToPos(minute, 'x');
    drawn.cursor.event = undefined;
    drawn.setCursor({ left, top: minute === undefined ? -10 : 0 });
  }, [pointed, line]);

  return <div ref={box} className={classes.plot} style={{ height }} aria-hidden="true" />;
}

/* Counts and đồng are whole: no step between two of them. */
const wholeSteps = Array.from({ length: 12 }, (_, power) =>
  [1, 2, 5].map((digit) => digit * 10 ** power),
).flat();

/** Time, then the settled part, then the provisional one; the two share the minute they meet in. */
function columnsOf(
  line: DayLine,
  values: (number | null)[],
  mean: (number | null)[] | null,
): UPlot.AlignedData {
  const isSettled = (at: number) => (line.minutes[at] ?? 0) < line.provisionalFrom;
  return [
    line.minutes,
    values.map((value, at) => (isSettled(at) ? value : null)),
    values.map((value, at) => (isSettled(at + 1) ? null : value)),
    mean ?? values.map(() => null),
  ];
}
