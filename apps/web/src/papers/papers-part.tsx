import { useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FilePlus2, FileText } from 'lucide-react';
import type { WholeFair } from '../api/client';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { formatDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import type { Day } from '../reports/reports-requests';
import buttons from '../ui/buttons.module.css';
import form from '../reports/publication-part.module.css';
import { PaperCard } from './paper-card';
import { paperKinds } from './paper-kinds';
import classes from './papers-part.module.css';
import { sellersQuery } from './sellers-query';
import { orderPaper, papersQuery, type Paper } from './papers-requests';

interface PapersPartProps {
  fair: WholeFair;
  days: readonly Day[];
  isOrganizer: boolean;
}

const SHOWN = 12;
const KINDS = ['statement', 'sales_export', 'late_list'] as const;
const needsSeller = (kind: Paper['kind']) => kind === 'statement' || kind === 'sales_export';

/** Statements, exports and lists of the fair: to ask for, for organizers; to read, for officials. */
export function PapersPart({ fair, days, isOrganizer }: PapersPartProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={form.part} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{m.papers_title()}</summary>
      {isOpen && (
        <div className={classes.inside}>
          <Link to="/reports/final" search={{ fair: fair.code }} className={buttons.button}>
            <FileText size={18} aria-hidden />
            {m.papers_to_final()}
          </Link>
          {isOrganizer && <Order fair={fair} days={days} />}
          <PaperList fair={fair} isOrganizer={isOrganizer} />
        </div>
      )}
    </details>
  );
}

function Order({ fair, days }: Pick<PapersPartProps, 'fair' | 'days'>) {
  const { language } = useLanguage();
  const sellers = useQuery(sellersQuery(fair.id));
  const [kind, setKind] = useState<(typeof KINDS)[number]>('statement');
  const [chosen, setChosen] = useState<string | null>(null);
  const [day, setDay] = useState('');
  const exhibitorId = chosen ?? sellers.data?.[0]?.id;
  const ordering = useMutation({
    mutationFn: () =>
      orderPaper(fair.id, {
        kind,
        language,
        ...(needsSeller(kind) && { exhibitorId }),
        ...(day !== '' && { day }),
      }),
  });
  const begun = days.filter(({ state }) => state !== 'upcoming');
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        ordering.mutate();
      }}
    >
      <p className={form.quiet}>{m.papers_what()}</p>
      <div className={classes.choices}>
        <label className={form.field}>
          <span>{m.papers_kind()}</span>
          <select
            value={kind}
            onChange={(event) =>
              setKind(KINDS.find((each) => each === event.currentTarget.value) ?? 'statement')
            }
          >
            {KINDS.map((each) => (
              <option key={each} value={each}>
                {paperKinds[each]()}
              </option>
            ))}
          </select>
        </label>
        {needsSeller(kind) && (
          <label className={form.field}>
            <span>{m.papers_exhibitor()}</span>
            <select
              value={exhibitorId ?? ''}
              onChange={(event) => setChosen(event.currentTarget.value)}
            >
              {sellers.data?.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className={form.field}>
          <span>{m.papers_period()}</span>
          <select value={day} onChange={(event) => setDay(event.currentTarget.value)}>
            <option value="">{m.papers_whole_fair()}</option>
            {begun.map((each) => (
              <option key={each.day} value={each.day}>
                {formatDay(each.day, language)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className={form.save}>
        <button
          type="submit"
          className={buttons.main}
          disabled={ordering.isPending || (needsSeller(kind) && exhibitorId === undefined)}
        >
          <FilePlus2 size={18} aria-hidden />
          {m.papers_make()}
        </button>
        <p role="status" className={ordering.isError ? form.failed : form.quiet}>
          {ordering.isError &&
            ((ordering.error instanceof Problem && ordering.error.sentence(language)) ||
              m.error_unreachable())}
          {ordering.isSuccess && m.papers_asked()}
        </p>
      </div>
    </form>
  );
}

function PaperList({ fair, isOrganizer }: Pick<PapersPartProps, 'fair' | 'isOrganizer'>) {
  const papers = useQuery(papersQuery(fair.id));
  const [isAll, setAll] = useState(false);
  if (papers.isError && !papers.data) {
    return (
      <p className={form.failed} role="alert">
        {m.error_unreachable()}{' '}
        <button type="button" className={buttons.button} onClick={() => void papers.refetch()}>
          {m.retry()}
        </button>
      </p>
    );
  }
  if (!papers.data) return <p className={form.quiet}>{m.loading()}</p>;
  if (papers.data.length === 0) return <p className={form.quiet}>{m.papers_none()}</p>;
  const shown = isAll ? papers.data : papers.data.slice(0, SHOWN);
  return (
    <div className={classes.list}>
      {shown.map((paper) => (
        <PaperCard
          key={paper.id}
          fairId={fair.id}
          timeZone={fair.timeZone}
          paper={paper}
          mayOrder={isOrganizer && paper.kind !== 'final_report'}
          isNameShown
        />
      ))}
      {shown.length < papers.data.length && (
        <button type="button" className={buttons.button} onClick={() => setAll(true)}>
          {m.papers_more({ count: papers.data.length - shown.length })}
        </button>
      )}
    </div>
  );
}
