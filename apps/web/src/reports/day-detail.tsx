import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, LockKeyhole } from 'lucide-react';
import type { WholeFair } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { SigningLine } from '../sign/signing-line';
import buttons from '../ui/buttons.module.css';
import { useLatePart } from '../ui/late-part';
import { ErrorState, Skeleton } from '../ui/states';
import { CloseDialog } from './close-dialog';
import classes from './day-detail.module.css';
import { closesWords, hoursOf, lateWords } from './day-words';
import { FigureGrid } from './figure-grid';
import { Missing } from './missing';
import { standingOf } from './reports.rules';
import { closingsQuery, filesQuery, previewQuery, type Day } from './reports-requests';
import { RevisionCard } from './revision-card';
import { StateChip } from './state-chip';

interface DayDetailProps {
  fair: WholeFair;
  day: Day;
  isOrganizer: boolean;
  /** Officials sign, and nobody else. */
  isOfficial: boolean;
}

/** One day: how it stands, what it lacks, its revisions with their files, and closing it. */
export function DayDetail({ fair, day, isOrganizer, isOfficial }: DayDetailProps) {
  const { language } = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const [madeRevision, setMadeRevision] = useState<number | null>(null);
  const late = lateWords(day, language);
  const closes = closesWords(day, fair, language);
  const mayClose = isOrganizer && day.state !== 'upcoming';
  const isFirst = day.revision === null;
  return (
    <article className={classes.day} data-testid="day-detail">
      <Link to="/reports" search={{ fair: fair.code }} className={classes.back}>
        <ArrowLeft size={18} aria-hidden />
        {m.reports_back()}
      </Link>
      <header className={classes.head}>
        <div className={classes.words}>
          <h2 className={classes.title}>{formatDay(day.day, language)}</h2>
          <p className={classes.about}>
            <StateChip day={day} />
            <span>{hoursOf(day)}</span>
            {closes !== null && day.closesByItselfAt !== null && <span>{closes}</span>}
          </p>
          <SigningLine fair={fair} day={day.day} revision={day.revision} />
        </div>
        {mayClose && (
          <button
            type="button"
            className={isFirst || late !== null ? buttons.main : buttons.button}
            onClick={() => setAsking(true)}
          >
            <LockKeyhole size={18} aria-hidden />
            {isFirst ? m.reports_close() : m.reports_revise()}
          </button>
        )}
      </header>
      <p role="status" className={classes.said}>
        {madeRevision !== null && m.reports_done({ revision: madeRevision })}
      </p>
      {late !== null && (
        <div className={classes.late} data-testid="late">
          <p>{late}</p>
          <p>{day.isSigned ? m.sign_late_by_person() : m.reports_late_itself()}</p>
        </div>
      )}
      {isFirst ? (
        <BeforeClosing fair={fair} day={day} />
      ) : (
        <Revisions {...{ fair, day, isOrganizer, isOfficial }} />
      )}
      {isAsking && (
        <CloseDialog
          fair={fair}
          day={day}
          onDone={(revision) => {
            setAsking(false);
            setMadeRevision(revision);
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </article>
  );
}

function BeforeClosing({ fair, day }: { fair: WholeFair; day: Day }) {
  const isUpcoming = day.state === 'upcoming';
  const preview = useQuery({ ...previewQuery(fair.id, day.day), enabled: !isUpcoming });
  if (isUpcoming) return <p className={classes.plain}>{m.reports_begins_later()}</p>;
  if (preview.isError && !preview.data) {
    return <ErrorState problem={preview.error} onRetry={() => void preview.refetch()} />;
  }
  if (!preview.data) return <Skeleton shapes={[120, 160]} />;
  return (
    <section className={classes.card}>
      <h3 className={classes.cardTitle}>{m.reports_so_far()}</h3>
      <p className={classes.note}>
        {standingOf(day) === 'silent' ? m.reports_nothing_to_close() : m.reports_so_far_note()}
      </p>
      <FigureGrid figures={preview.data} />
      <Missing coverage={preview.data} />
    </section>
  );
}

const loadSheet = () => import('../sign/sign-sheet').then(({ SignSheet }) => ({ SignSheet }));

function Revisions({ fair, day, isOrganizer, isOfficial }: DayDetailProps) {
  const [isSigning, setSigning] = useState(false);
  const sheet = useLatePart(loadSheet, isSigning ? 0 : null);
  const closings = useQuery({
    ...closingsQuery(fair.id, day.day, day.revision),
    placeholderData: (before) => before,
  });
  const files = useQuery(filesQuery(fair.id));
  if (closings.isError && !closings.data) {
    return <ErrorState problem={closings.error} onRetry={() => void closings.refetch()} />;
  }
  if (!closings.data) return <Skeleton shapes={[280, 200]} />;
  const [latest, ...older] = [...closings.data].reverse();
  const card = (closing: typeof latest) =>
    closing && (
      <RevisionCard
        key={closing.revision}
        closing={closing}
        fair={fair}
        files={files.data ?? null}
        filesProblem={files.data ? null : files.error}
        isOrganizer={isOrganizer}
        onSign={isOfficial && closing === latest ? () => setSigning(true) : null}
      />
    );
  return (
    <>
      {card(latest)}
      {older.length > 0 && (
        <section className={classes.older}>
          <h3 className={classes.cardTitle}>{m.reports_older()}</h3>
          <p className={classes.note}>{m.reports_older_note()}</p>
          {older.map(card)}
        </section>
      )}
      {isSigning && latest && sheet && (
        <sheet.SignSheet fair={fair} closing={latest} onClose={() => setSigning(false)} />
      )}
    </>
  );
}
