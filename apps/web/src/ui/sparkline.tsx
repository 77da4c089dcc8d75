import classes from './sparkline.module.css';

/** The shape of a series without any number: decoration beside a figure that says it all. */
export function Sparkline({ values }: { values: readonly number[] }) {
  const highest = Math.max(...values);
  if (values.length < 2 || highest <= 0) return <span className={classes.none} aria-hidden />;
  const points = values.map((value, at) => {
    const x = (at / (values.length - 1)) * 100;
    const y = 30 - (Math.max(value, 0) / highest) * 28;
    return `${x.toFixed(2)},${y.toFixed(2)}`;
  });
  return (
    <svg
      className={classes.line}
      viewBox="0 0 100 32"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <polygon points={`0,32 ${points.join(' ')} 100,32`} className={classes.area} />
      <polyline points={points.join(' ')} className={classes.stroke} />
    </svg>
  );
}
