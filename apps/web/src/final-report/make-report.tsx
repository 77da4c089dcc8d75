import { useId, useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { FilePlus2 } from 'lucide-react';
import { Problem } from '../api/problem';
import { pastFairsQuery } from '../compare/compare-requests';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { PaperCard } from '../papers/paper-card';
import { orderPaper, papersQuery } from '../papers/papers-requests';
import form from '../reports/publication-part.module.css';
import buttons from '../ui/buttons.module.css';
import classes from './final-screen.module.css';

interface MakeReportProps {
  fairId: string;
  timeZone: string;
  isOrganizer: boolean;
}

const NONE = 'none';

/** Freezes the report into an edition, beside a past fair or alone, and shows the editions made. */
export function MakeReport({ fairId, timeZone, isOrganizer }: MakeReportProps) {
  const { language } = useLanguage();
  const titleId = useId();
  const past = useQuery({ ...pastFairsQuery(fairId), enabled: isOrganizer });
  const papers = useQuery(papersQuery(fairId));
  const [chosen, setChosen] = useState<string | null>(null);
  const newest = past.data?.find(({ figures }) =>
    figures.some(({ kind }) => kind === 'revenue_vnd'),
  )?.code;
  const base = chosen ?? newest ?? NONE;
  const ordering = useMutation({
    mutationFn: () =>
      orderPaper(fairId, {
        kind: 'final_report',
        language,
        ...(base !== NONE && { base }),
      }),
  });
  const made = papers.data?.filter(({ kind }) => kind === 'final_report') ?? [];
  return (
    <section className={classes.make} aria-labelledby={titleId}>
      <h2 id={titleId}>{m.final_editions()}</h2>
      {isOrganizer && (
        <form
          className={form.form}
          onSubmit={(event) => {
            event.preventDefault();
            ordering.mutate();
          }}
        >
          <label className={form.field}>
            <span>{m.final_base()}</span>
            <select value={base} onChange={(event) => setChosen(event.currentTarget.value)}>
              <option value={NONE}>{m.final_no_base()}</option>
              {past.data?.map(({ code, nameVi, nameEn }) => (
                <option key={code} value={code}>
                  {language === 'vi' ? nameVi : nameEn}
                </option>
              ))}
            </select>
          </label>
          <div className={form.save}>
            <button type="submit" className={buttons.main} disabled={ordering.isPending}>
              <FilePlus2 size={18} aria-hidden />
              {m.final_make()}
            </button>
            <p role="status" className={ordering.isError ? form.failed : form.quiet}>
              {ordering.isError &&
                ((ordering.error instanceof Problem && ordering.error.sentence(language)) ||
                  m.error_unreachable())}
              {ordering.isSuccess && m.papers_asked()}
            </p>
          </div>
        </form>
      )}
      {made.length === 0 && <p className={classes.quiet}>{m.final_none()}</p>}
      {made.map((paper) => (
        <PaperCard
          key={paper.id}
          {...{ fairId, timeZone, paper }}
          mayOrder={false}
          isNameShown={false}
        />
      ))}
    </section>
  );
}
