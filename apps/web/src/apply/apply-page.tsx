import { useCallback, useEffect, useState } from 'react';
import type { FormEvent } from 'react';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { formatDay, formatDays } from '../i18n/times';
import fields from '../my/field.module.css';
import { m } from '../paraglide/messages.js';
import { LanguageChoice } from '../ui/language-choice';
import { asShown, fairInAddress, newCode } from './apply-code';
import classes from './apply-page.module.css';
import { asProblem, readForm, readOwn } from './apply-requests';
import type { ApplyForm } from './apply-requests';
import { keepDraft, keptDraft } from './kept-draft';
import type { KeptDraft } from './kept-draft';
import { OwnApplication } from './own-application';

/** `/apply/code`: somebody applies to take part in a fair, and comes back to it. */
export function ApplyPage() {
  const { language } = useLanguage();
  const [fairCode] = useState(() => fairInAddress(location.pathname));
  const [form, setForm] = useState<ApplyForm | null>(null);
  const [problem, setProblem] = useState<Problem | null>(
    fairCode === null ? new Problem(404, 'applications_not_open') : null,
  );
  const look = useCallback(() => {
    if (fairCode === null) return;
    void readForm(fairCode).then(setForm, (failure: unknown) => setProblem(asProblem(failure)));
  }, [fairCode]);
  useEffect(look, [look]);
  useEffect(() => {
    document.title = `${m.apply_title()} · Phiên`;
  });
  const isMissing = problem?.status === 404;
  return (
    <main className={classes.page}>
      <header className={classes.head}>
        <p className={classes.what}>{m.apply_title()}</p>
        <LanguageChoice />
      </header>
      {form && fairCode !== null ? (
        <AtFair form={form} fairCode={fairCode} />
      ) : problem ? (
        <section className={classes.notice} role="alert">
          <h1>{isMissing ? m.apply_missing_title() : m.error_title()}</h1>
          {(!isMissing || problem.sentence(language)) && (
            <p>{problem.sentence(language) ?? m.error_unreachable()}</p>
          )}
          {!isMissing && (
            <button
              type="button"
              className={classes.button}
              onClick={() => {
                setProblem(null);
                look();
              }}
            >
              {m.retry()}
            </button>
          )}
        </section>
      ) : (
        <p className={classes.quiet} role="status">
          {m.loading()}
        </p>
      )}
    </main>
  );
}

function AtFair({ form, fairCode }: { form: ApplyForm; fairCode: string }) {
  const { language } = useLanguage();
  const [draft, setDraft] = useState(() => keptDraft(fairCode));
  const leave = () => {
    keepDraft(fairCode, null);
    setDraft(null);
  };
  const open = (opened: KeptDraft) => {
    keepDraft(fairCode, opened);
    setDraft(opened);
  };
  const name = language === 'vi' ? form.fairNameVi : form.fairNameEn;
  const venue = language === 'vi' ? form.venueVi : form.venueEn;
  const day = formatDay(form.lastDay, language);
  return (
    <>
      <section className={classes.fair}>
        <h1>{name}</h1>
        {form.firstDay !== null && form.fairLastDay !== null && (
          <p>
            {m.apply_days({ days: formatDays(form.firstDay, form.fairLastDay, language), venue })}
          </p>
        )}
        <p className={form.isOpen ? classes.quiet : classes.warn}>
          {form.isOpen ? m.apply_deadline({ day }) : m.apply_closed({ day })}
        </p>
      </section>
      {draft ? (
        <OwnApplication
          key={draft.code}
          form={form}
          fairCode={fairCode}
          draft={draft}
          onLeave={leave}
        />
      ) : (
        <Begin
          fairCode={fairCode}
          onBegin={() => open({ code: newCode(), version: 0, content: {}, isSaved: true })}
          onOpen={open}
        />
      )}
    </>
  );
}

interface BeginProps {
  fairCode: string;
  onBegin: () => void;
  onOpen: (draft: KeptDraft) => void;
}

/** Begins anew, or comes back with a code. */
function Begin({ fairCode, onBegin, onOpen }: BeginProps) {
  const { language } = useLanguage();
  const [typed, setTyped] = useState('');
  const [isLooking, setLooking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const open = (event: FormEvent) => {
    event.preventDefault();
    if (isLooking) return;
    setLooking(true);
    setProblem(null);
    const code = asShown(typed);
    readOwn({ fairCode, code }).then(
      ({ version, content }) => onOpen({ code, version, content, isSaved: true }),
      (failure: unknown) => {
        setProblem(asProblem(failure));
        setLooking(false);
      },
    );
  };
  return (
    <>
      <section className={classes.part}>
        <p>{m.apply_begin_text()}</p>
        <button type="button" className={classes.main} onClick={onBegin}>
          {m.apply_begin()}
        </button>
      </section>
      <form className={classes.part} onSubmit={open}>
        <h2>{m.apply_return()}</h2>
        <label className={fields.field}>
          <span className={fields.label}>{m.apply_code()}</span>
          <input
            className={`${fields.control} ${classes.typedCode}`}
            value={typed}
            maxLength={40}
            required
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            placeholder="4F7K-9QXM-2B6T"
            aria-invalid={problem !== null}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <span
            className={problem ? fields.error : fields.hint}
            role={problem ? 'alert' : undefined}
          >
            {problem ? (problem.sentence(language) ?? m.error_unreachable()) : m.apply_code_hint()}
          </span>
        </label>
        <button type="submit" className={classes.button} aria-disabled={isLooking}>
          {m.apply_return_open()}
        </button>
      </form>
    </>
  );
}
