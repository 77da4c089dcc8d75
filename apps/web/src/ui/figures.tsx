import { useState } from 'react';
import { formatBigVnd, formatVnd } from '@phien/kernel';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import classes from './figures.module.css';

/** "12,4 tỷ ₫" with the whole amount on hover and for readers of the screen. */
export function Money({ vnd }: { vnd: number }) {
  const { language } = useLanguage();
  const whole = formatVnd(vnd, language);
  const short = formatBigVnd(vnd, language);
  if (short === whole) return <span>{whole}</span>;
  return (
    <span title={whole}>
      <span aria-hidden>{short}</span>
      <span className="onlyForReaders">{whole}</span>
    </span>
  );
}

/** The whole amount, to the đồng; it lights up for a moment when it changes. */
export function RollingMoney({ vnd }: { vnd: number }) {
  const { language } = useLanguage();
  return <Rolling text={formatVnd(vnd, language)} />;
}

export function Count({ count }: { count: number }) {
  const { language } = useLanguage();
  return <span>{formatCount(count, language)}</span>;
}

/** A count that lights up for a moment when it changes. */
export function RollingCount({ count }: { count: number }) {
  const { language } = useLanguage();
  return <Rolling text={formatCount(count, language)} />;
}

/*
 * From the first sign that changed the rest rolls in anew: a board may change four times a second,
 * so it is one short movement, and the signs before it stand still.
 */
function Rolling({ text }: { text: string }) {
  const [shown, setShown] = useState({ text, kept: text.length, turn: 0 });
  if (shown.text !== text) {
    setShown({ text, kept: sameBeginning(shown.text, text), turn: shown.turn + 1 });
  }
  const kept = shown.turn === 0 ? text.length : shown.kept;
  return (
    <span>
      {text.slice(0, kept)}
      {kept < text.length && (
        <span key={shown.turn} className={classes.rolled}>
          {text.slice(kept)}
        </span>
      )}
    </span>
  );
}

function sameBeginning(a: string, b: string): number {
  if (a.length !== b.length) return 0;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  return same;
}
