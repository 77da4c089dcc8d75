import { useId } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { FileText, ReceiptText } from 'lucide-react';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import classes from './own-papers.module.css';
import { PaperCard } from './paper-card';
import { orderPaper, papersQuery, type PaperWish } from './papers-requests';

interface OwnPapersProps {
  fairId: string;
  exhibitorId: string;
  timeZone: string;
  /** YYYY-MM-DD; null for the whole fair. */
  day: string | null;
}

/** For an exhibitor: its statement and its sales for invoices, of the period that is looked at. */
export function OwnPapers({ fairId, exhibitorId, timeZone, day }: OwnPapersProps) {
  const { language } = useLanguage();
  const titleId = useId();
  const papers = useQuery(papersQuery(fairId, exhibitorId));
  const ordering = useMutation({
    mutationFn: (kind: PaperWish['kind']) =>
      orderPaper(fairId, { kind, exhibitorId, language, ...(day !== null && { day }) }),
  });
  const shown = papers.data?.filter((paper) => paper.day === day) ?? [];
  return (
    <section className={classes.part} aria-labelledby={titleId}>
      <h2 id={titleId}>{m.papers_own_title()}</h2>
      <p className={classes.quiet}>{m.papers_own_what()}</p>
      <div className={classes.actions}>
        <button
          type="button"
          className={buttons.button}
          disabled={ordering.isPending}
          onClick={() => ordering.mutate('statement')}
        >
          <FileText size={18} aria-hidden />
          {m.papers_make_statement()}
        </button>
        <button
          type="button"
          className={buttons.button}
          disabled={ordering.isPending}
          onClick={() => ordering.mutate('sales_export')}
        >
          <ReceiptText size={18} aria-hidden />
          {m.papers_make_export()}
        </button>
      </div>
      <p
        role="status"
        className={ordering.isError || papers.isError ? classes.failed : classes.quiet}
      >
        {ordering.isError
          ? (ordering.error instanceof Problem && ordering.error.sentence(language)) ||
            m.error_unreachable()
          : papers.isError && m.error_unreachable()}
      </p>
      {shown.map((paper) => (
        <PaperCard key={paper.id} {...{ fairId, timeZone, paper }} mayOrder isNameShown={false} />
      ))}
    </section>
  );
}
