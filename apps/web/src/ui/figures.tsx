import NumberFlow from '@number-flow/react';
import { formatBigVnd, formatVnd } from '@phien/kernel';
import { useLanguage } from '../i18n/language';
import { formatCount, tagOf } from '../i18n/numbers';

/* A board may change four times a second: a digit must have arrived before the next one comes. */
const roll = {
  transformTiming: { duration: 180, easing: 'ease-out' },
  spinTiming: { duration: 180, easing: 'ease-out' },
  opacityTiming: { duration: 120, easing: 'ease-out' },
};

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

/** The whole amount, to the đồng, its digits rolling when it changes. */
export function RollingMoney({ vnd }: { vnd: number }) {
  const { language } = useLanguage();
  return <NumberFlow value={vnd} locales={tagOf(language)} suffix={'\u00a0₫'} {...roll} />;
}

export function Count({ count }: { count: number }) {
  const { language } = useLanguage();
  return <span>{formatCount(count, language)}</span>;
}

/** A count whose digits roll when it changes. */
export function RollingCount({ count }: { count: number }) {
  const { language } = useLanguage();
  return <NumberFlow value={count} locales={tagOf(language)} {...roll} />;
}
