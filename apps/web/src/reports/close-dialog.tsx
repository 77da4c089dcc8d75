import { useId, useLayoutEffect, useRef, useState } from 'react';
import { formatVnd } from '@phien/kernel';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { WholeFair } from '../api/client';
import { Problem } from '../api/problem';
import { queryClient } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import classes from './close-dialog.module.css';
import { Missing } from './missing';
import { closeDay, previewQuery, type Day, type Preview } from './reports-requests';

interface CloseDialogProps {
  fair: WholeFair;
  day: Day;
  onDone: (revision: number) => void;
  onCancel: () => void;
}

/** Asks before a day is frozen: it cannot be undone. Says what would be frozen and what is missing. */
export function CloseDialog({ fair, day, onDone, onCancel }: CloseDialogProps) {
  const { language } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const errorId = useId();
  const [reason, setReason] = useState('');
  const [isReasonMissed, setReasonMissed] = useState(false);
  const preview = useQuery(previewQuery(fair.id, day.day));
  const isLater = day.revision !== null;
  const revision = preview.data?.revision ?? (day.revision ?? 0) + 1;

  const closing = useMutation({
    mutationFn: () => closeDay(fair.id, day.day, reason.trim()),
    onSuccess: async (made) => {
      await queryClient.invalidateQueries({ queryKey: ['reports', fair.id] });
      onDone(made.revision);
    },
  });
  /* Before the dialog leaves the page: closing it gives the focus back to where it was. */
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);

  const isNothingNew = preview.data?.isNew === false;
  const submit = () => {
    const isMissed = isLater && reason.trim() === '';
    setReasonMissed(isMissed);
    if (!isMissed && !isNothingNew && !closing.isPending) closing.mutate();
  };
  const date = formatDay(day.day, language);
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        if (!closing.isPending) onCancel();
      }}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <h2 id={titleId} className={classes.title}>
          {isLater
            ? m.reports_dialog_revise({ revision, day: date })
            : m.reports_dialog_close({ day: date })}
        </h2>
        {preview.data ? (
          <Frozen preview={preview.data} />
        ) : (
          <p className={classes.note}>{preview.isError ? m.error_unreachable() : m.loading()}</p>
        )}
        <label className={classes.field}>
          <span>{isLater ? m.reports_reason() : m.reports_reason_optional()}</span>
          <input
            type="text"
            value={reason}
            maxLength={300}
            required={isLater}
            aria-invalid={isReasonMissed}
            aria-describedby={errorId}
            onChange={(event) => {
              setReason(event.currentTarget.value);
              setReasonMissed(false);
            }}
          />
          <span id={errorId} className={isReasonMissed ? classes.error : classes.note}>
            {isReasonMissed ? m.reports_reason_needed() : m.reports_reason_hint()}
          </span>
        </label>
        <p className={classes.note}>{m.reports_dialog_final()}</p>
        <p role="alert" className={classes.error}>
          {closing.isError && problemWords(closing.error, language)}
        </p>
        <div className={classes.actions}>
          <button
            type="button"
            className={buttons.button}
            onClick={onCancel}
            disabled={closing.isPending}
          >
            {m.reports_cancel()}
          </button>
          <button
            type="submit"
            className={buttons.main}
            disabled={closing.isPending || !preview.data || isNothingNew}
          >
            {closing.isPending ? m.reports_closing() : m.reports_confirm({ revision })}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function problemWords(problem: Error, language: 'vi' | 'en'): string {
  if (!(problem instanceof Problem)) return m.error_unknown();
  const sentence = problem.sentence(language) ?? m.error_unreachable();
  return `${sentence} ${m.error_code({ code: problem.code })}`;
}

function Frozen({ preview }: { preview: Preview }) {
  const { language } = useLanguage();
  const { revision, isNew, isComplete, newDocumentCount: fresh } = preview;
  if (!isNew) return <p className={classes.warn}>{m.reports_dialog_nothing()}</p>;
  const rows = [
    [m.reports_revenue(), formatVnd(preview.totalVnd, language)],
    [
      m.reports_documents(),
      fresh === preview.documentCount
        ? formatCount(preview.documentCount, language)
        : `${formatCount(preview.documentCount, language)}, ${m.reports_dialog_new({ count: formatCount(fresh, language) })}`,
    ],
    [m.reports_sales(), formatCount(preview.salesCount, language)],
    [m.reports_visits(), formatCount(preview.entries, language)],
  ] as const;
  return (
    <>
      <div className={classes.frozen}>
        <h3>{m.reports_dialog_freezes({ revision })}</h3>
        <dl>
          {rows.map(([title, text]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </div>
      <Missing coverage={preview} />
      {!isComplete && <p className={classes.warn}>{m.reports_dialog_provisional()}</p>}
    </>
  );
}
