import { CircleAlert } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { boothsIn } from './booths-in.rules';
import type { BoothSums } from './delegation-requests';
import classes from './delegations.module.css';

const words = [
  m.deleg_quota,
  m.deleg_cluster,
  m.deleg_given,
  m.deleg_left,
  m.deleg_exhibitors,
  m.deleg_without_booth,
];

/** What stands over the figures where there is room for a table; each figure says it by itself too. */
export const Heads = () => (
  <div className={`${classes.row} ${classes.heads}`} aria-hidden>
    <span className={classes.name} />
    <div className={classes.figures}>
      {words.map((word) => (
        <span key={word()}>{word()}</span>
      ))}
    </div>
  </div>
);

/** Planned, allocated and unassigned of one row. */
export function Figures({ sums }: { sums: BoothSums }) {
  const { language } = useLanguage();
  const count = (value: number) => formatCount(value, language);
  const { quota, keptBooths, quotaLeftSixths, exhibitors, exhibitorsWithoutBooth } = sums;
  const isSplit = keptBooths > 0 && sums.givenSixths > 0;
  const figures = [
    { word: m.deleg_quota(), value: quota === null ? '–' : count(quota) },
    { word: m.deleg_cluster(), value: keptBooths === 0 ? '–' : count(keptBooths) },
    {
      word: m.deleg_given(),
      value: boothsIn(sums.givenSixths),
      under: isSplit
        ? m.deleg_given_split({
            inside: boothsIn(sums.givenInsideSixths),
            outside: boothsIn(sums.givenOutsideSixths),
          })
        : undefined,
    },
    { word: m.deleg_left(), value: quotaLeftSixths === null ? '–' : boothsIn(quotaLeftSixths) },
    { word: m.deleg_exhibitors(), value: count(exhibitors) },
    { word: m.deleg_without_booth(), value: count(exhibitorsWithoutBooth) },
  ];
  return (
    <dl className={classes.figures}>
      {figures.map(({ word, value, under }) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>
            {value}
            {under && <span className={classes.under}>{under}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface NotesProps {
  notes: readonly { code: string; vi: string; en: string }[];
}

/** What does not fit together, in words. */
export function Notes({ notes }: NotesProps) {
  const { language } = useLanguage();
  if (notes.length === 0) return null;
  return (
    <ul className={classes.notes}>
      {notes.map((note) => (
        <li key={note.code} data-code={note.code}>
          <CircleAlert size={16} aria-hidden />
          <span>{note[language]}</span>
        </li>
      ))}
    </ul>
  );
}
