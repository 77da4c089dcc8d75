import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem } from '../api/problem';
import type { FieldProblem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { getLocale } from '../i18n/spoken-language';
import { formatDateTime, formatHourMinute } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { ApplyFiles } from './apply-files';
import { ApplyFields } from './apply-fields';
import classes from './apply-page.module.css';
import { asProblem, readOwn, saveOwn, sendOwn, startOwn, withdrawOwn } from './apply-requests';
import type { ApplyForm, Content, Key, Own } from './apply-requests';
import { faultsLeft } from './faults.rules';
import { DraftKeeper } from './draft-keeper.rules';
import type { Keeping } from './draft-keeper.rules';
import { keepDraft, keptDraft } from './kept-draft';
import type { KeptDraft } from './kept-draft';
import { Summary } from './summary';

interface OwnApplicationProps {
  form: ApplyForm;
  fairCode: string;
  draft: KeptDraft;
  onLeave: () => void;
}

/** One application under its code: written, or as it stands with the organizers. */
export function OwnApplication({ form, fairCode, draft, onLeave }: OwnApplicationProps) {
  const { language } = useLanguage();
  const { code } = draft;
  const [key] = useState<Key>({ fairCode, code });
  /* Null: the server has not seen it yet. */
  const [own, setOwn] = useState<Own | null>(null);
  const [isLooking, setLooking] = useState(draft.version > 0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const look = useCallback(() => {
    readOwn(key).then(
      (found) => {
        setOwn(found);
        setLooking(false);
      },
      (failure: unknown) => {
        setProblem(asProblem(failure));
        setLooking(false);
      },
    );
  }, [key]);
  useEffect(() => {
    if (draft.version > 0) look();
  }, [draft.version, look]);

  const lookAgain = () => {
    setProblem(null);
    setLooking(true);
    look();
  };
  const isGone = problem?.code === 'application_code_unknown';
  if (isLooking) {
    return (
      <p className={classes.quiet} role="status">
        {m.loading()}
      </p>
    );
  }
  /* Without an answer one goes on with what this device alone has; else it is asked for again. */
  if (problem && own === null && (isGone || draft.isSaved)) {
    return (
      <section className={classes.notice} role="alert">
        <p>{problem.sentence(language) ?? m.error_unreachable()}</p>
        <button type="button" className={classes.button} onClick={isGone ? onLeave : lookAgain}>
          {isGone ? m.apply_return() : m.retry()}
        </button>
      </section>
    );
  }
  const isWritten = own === null || own.isOpenToWrite;
  return (
    <>
      {own && own.state !== 'draft' && <Standing own={own} form={form} />}
      <CodeCard code={code} />
      {isWritten ? (
        <Writing form={form} draft={draft} at={key} own={own} onOwn={setOwn} />
      ) : (
        <>
          <section className={classes.part}>
            <h2>{m.apply_sent_what()}</h2>
            <Summary content={own.content} form={form} files={own.files} />
          </section>
          {['sent', 'waiting'].includes(own.state) && (
            <Withdraw at={key} own={own} onOwn={setOwn} />
          )}
        </>
      )}
      {own?.state === 'asked_back' && <Withdraw at={key} own={own} onOwn={setOwn} />}
      <details className={classes.fold}>
        <summary>{m.apply_leave()}</summary>
        <p>{m.apply_leave_text()}</p>
        <button type="button" className={classes.button} onClick={onLeave}>
          {own?.state === 'withdrawn' ? m.apply_new() : m.apply_leave()}
        </button>
      </details>
    </>
  );
}

const tones: Record<Own['state'], 'ok' | 'warn' | 'danger' | 'info'> = {
  draft: 'info',
  sent: 'info',
  asked_back: 'warn',
  waiting: 'warn',
  accepted: 'ok',
  refused: 'danger',
  withdrawn: 'danger',
};

function Standing({ own, form }: { own: Own; form: ApplyForm }) {
  const { language } = useLanguage();
  const [title, text] = {
    draft: ['', ''],
    sent: [m.apply_state_sent(), m.apply_state_sent_text()],
    asked_back: [m.apply_state_asked_back(), ''],
    waiting: [
      m.apply_state_waiting(),
      own.placeInLine === null
        ? m.apply_state_waiting_text()
        : `${m.apply_state_waiting_place({ place: own.placeInLine })} ${m.apply_state_waiting_text()}`,
    ],
    accepted: [m.apply_state_accepted(), m.apply_state_accepted_text()],
    refused: [m.apply_state_refused(), ''],
    withdrawn: [m.apply_state_withdrawn(), m.apply_state_withdrawn_text()],
  }[own.state];
  return (
    <section className={`${classes.standing} ${classes[tones[own.state]]}`} data-testid="standing">
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {own.message && (
        <p className={classes.message} dir="auto">
          {own.message}
        </p>
      )}
      {own.number !== null && own.sentAt !== null && (
        <p className={classes.small}>
          {m.apply_number({ number: own.number })} ·{' '}
          {m.apply_sent_at({ time: formatDateTime(own.sentAt, form.timeZone, language) })}
        </p>
      )}
    </section>
  );
}

function CodeCard({ code }: { code: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(code).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <section className={classes.codeCard}>
      <p className={classes.small}>{m.apply_code()}</p>
      <p className={classes.code} data-testid="code">
        {code}
      </p>
      <button type="button" className={classes.button} onClick={() => void copy()}>
        {isCopied ? m.apply_code_copied() : m.apply_code_copy()}
      </button>
      <p className={classes.small}>{m.apply_code_keep()}</p>
    </section>
  );
}

interface WritingProps {
  form: ApplyForm;
  draft: KeptDraft;
  at: Key;
  own: Own | null;
  onOwn: (own: Own) => void;
}

/** The form: kept as it is typed, sent when it is whole. */
function Writing({ form, draft, at, own, onOwn }: WritingProps) {
  const { language } = useLanguage();
  const [start] = useState(() => keptDraft(at.fairCode) ?? draft);
  /* What this device kept and the server has not comes first; versions that part are a person's choice. */
  const [{ version, content: first }] = useState(() =>
    own !== null && start.isSaved ? own : start,
  );
  const [content, setContent] = useState<Content>(first);
  const [keeping, setKeeping] = useState<Keeping>(
    own !== null
      ? { state: 'saved', at: own.changedAt }
      : { state: start.isSaved ? 'untouched' : 'kept' },
  );
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [faults, setFaults] = useState<readonly FieldProblem[]>([]);
  const [attempts, setAttempts] = useState(0);
  const page = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (attempts === 0) return;
    const first = page.current?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]');
    first?.focus();
  }, [attempts]);
  const [keeper] = useState(() => {
    const told = (answer: Promise<Own>) =>
      answer.then((taken) => {
        onOwn(taken);
        return taken;
      });
    return new DraftKeeper(
      {
        start: (typed) => told(startOwn(at, getLocale(), typed)),
        save: (seen, typed) =>
          told(saveOwn(at, { version: seen, language: getLocale(), content: typed })),
        keep: (kept) => keepDraft(at.fairCode, { ...kept, code: at.code }),
        onKeeping: setKeeping,
        wait: (ms, run) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
      },
      version,
      first,
      start.isSaved,
    );
  });
  useEffect(() => {
    const again = () => keeper.tryNow();
    again();
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
      keeper.stop();
    };
  }, [keeper]);

  const change = (part: Partial<Content>) => {
    const next = { ...content, ...part };
    setContent(next);
    setFaults((left) => faultsLeft(left, content, next));
    keeper.type(next);
  };
  const saved = () => keeper.flush();
  const send = async () => {
    if (isSending) return;
    setSending(true);
    setProblem(null);
    setFaults([]);
    try {
      const sent = await sendOwn(at, await saved());
      keeper.take(sent.version, sent.content);
      onOwn(sent);
    } catch (failure) {
      const found = asProblem(failure);
      setProblem(found.errors.length > 0 ? null : found);
      setFaults(found.errors);
      setSending(false);
      setAttempts((before) => before + 1);
    }
  };
  const takeTheirs = async () => {
    const theirs = await readOwn(at);
    keeper.take(theirs.version, theirs.content);
    setContent(theirs.content);
    setKeeping({ state: 'saved', at: theirs.changedAt });
  };
  const takeOurs = async () => keeper.writeOver((await readOwn(at)).version);
  return (
    <>
      <KeptChip keeping={keeping} timeZone={form.timeZone} />
      {keeping.state === 'changed' && (
        <section className={classes.notice} role="alert">
          <p>{m.apply_changed()}</p>
          <div className={classes.row}>
            <button type="button" className={classes.button} onClick={() => void takeTheirs()}>
              {m.apply_changed_theirs()}
            </button>
            <button type="button" className={classes.button} onClick={() => void takeOurs()}>
              {m.apply_changed_mine()}
            </button>
          </div>
        </section>
      )}
      <form
        ref={page}
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <ApplyFields form={form} content={content} faults={faults} onChange={change} />
        <ApplyFiles at={at} form={form} files={own?.files ?? []} onOwn={onOwn} beforehand={saved} />
        {(problem !== null || faults.length > 0) && (
          <div tabIndex={-1} className={classes.faults} role="alert">
            <p>
              {problem === null
                ? m.apply_faults({ n: faults.length })
                : (problem.sentence(language) ?? m.error_unreachable())}
            </p>
          </div>
        )}
        <button type="submit" className={classes.main} aria-disabled={isSending}>
          {isSending
            ? m.apply_sending()
            : own?.state === 'asked_back'
              ? m.apply_send_again()
              : m.apply_send()}
        </button>
      </form>
    </>
  );
}

function KeptChip({ keeping, timeZone }: { keeping: Keeping; timeZone: string }) {
  const { language } = useLanguage();
  const text = {
    untouched: m.apply_not_started,
    saving: m.apply_saving,
    saved: () =>
      m.apply_saved({
        time: keeping.state === 'saved' ? formatHourMinute(keeping.at, timeZone, language) : '',
      }),
    kept: m.apply_kept,
    changed: m.apply_refused,
    refused: m.apply_refused,
  }[keeping.state]();
  const tone = { untouched: 'info', saving: 'info', saved: 'ok', kept: 'warn' } as const;
  const shown = keeping.state in tone ? tone[keeping.state as keyof typeof tone] : 'danger';
  return (
    <p className={classes.chipBar} role="status" data-testid="keeping" data-state={keeping.state}>
      <span className={`${classes.chip} ${classes[shown]}`}>
        {text}
        {keeping.state === 'refused' &&
          `: ${keeping.problem.sentence(language) ?? keeping.problem.code}`}
      </span>
    </p>
  );
}

function Withdraw({ at, own, onOwn }: { at: Key; own: Own; onOwn: (own: Own) => void }) {
  const { language } = useLanguage();
  const [problem, setProblem] = useState<Problem | null>(null);
  const withdraw = async () => {
    try {
      const { version } = await readOwn(at);
      onOwn(await withdrawOwn(at, version));
    } catch (failure) {
      setProblem(asProblem(failure));
    }
  };
  return (
    <details className={classes.fold}>
      <summary>{m.apply_withdraw()}</summary>
      <p>{m.apply_withdraw_text()}</p>
      {problem && (
        <p className={classes.faults} role="alert">
          {problem.sentence(language) ?? m.error_unreachable()}
        </p>
      )}
      <button type="button" className={classes.button} onClick={() => void withdraw()}>
        {m.apply_withdraw_do()} ({own.number})
      </button>
    </details>
  );
}
