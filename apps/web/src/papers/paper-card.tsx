import { useLanguage } from '../i18n/language';
import { formatDateTime, formatDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import chips from '../reports/state-chip.module.css';
import { FileLine, madeFileName } from '../ui/file-line';
import classes from './paper-card.module.css';
import { paperKinds } from './paper-kinds';
import { orderPaper, paperAddress, type Paper } from './papers-requests';

interface PaperCardProps {
  fairId: string;
  timeZone: string;
  paper: Paper;
  /** Asks for a further language; left out for those who only read. */
  mayOrder: boolean;
  /** On a page of one exhibitor its name is said already. */
  isNameShown: boolean;
}

/** A paper: what it is about and stands on, and its files in the languages asked for. */
export function PaperCard({ fairId, timeZone, paper, mayOrder, isNameShown }: PaperCardProps) {
  const { language } = useLanguage();
  const { kind, day, edition, isProvisional, exhibitorName } = paper;
  const asked = paper.files.filter((file) => file.state !== 'absent' || file.language === language);
  const state = isProvisional ? 'provisional' : 'complete';
  const [only] = paper.days;
  const standing = isProvisional
    ? m.papers_provisional()
    : day !== null && only?.revision
      ? m.papers_of_revision({ revision: only.revision })
      : m.papers_of_closed();
  const title = [
    paperKinds[kind](),
    day === null ? m.papers_whole_fair() : formatDay(day, language),
  ].join(' · ');
  const order = () =>
    orderPaper(fairId, {
      kind,
      language,
      ...(paper.exhibitorId !== null && { exhibitorId: paper.exhibitorId }),
      ...(day !== null && { day }),
    });
  return (
    <section className={classes.card} aria-label={title} data-testid={`paper-${kind}`}>
      <header className={classes.head}>
        <h3>{title}</h3>
        <span className={`${chips.chip} ${chips[state]}`}>
          <span className={chips.mark} aria-hidden />
          {standing}
        </span>
      </header>
      {isNameShown && exhibitorName !== null && <p className={classes.name}>{exhibitorName}</p>}
      <p className={classes.about}>
        {m.papers_as_of({
          time: formatDateTime(paper.asOf, timeZone, language),
          edition,
        })}
      </p>
      <ul>
        {asked.map((file) => {
          const named = { file: madeFileName(file), title };
          return (
            <FileLine
              key={file.file}
              file={file}
              href={paperAddress(fairId, paper, file)}
              downloadLabel={m.papers_download({ ...named, edition })}
              makeLabel={m.papers_make_file(named)}
              order={mayOrder ? order : undefined}
            />
          );
        })}
      </ul>
    </section>
  );
}
