import { useEffect, useId, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { formatVnd, newId } from '@phien/kernel';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import classes from './declare-form.module.css';
import { digitsOf, isWorthAnotherTry, readTyped, retyped } from './declare.rules';
import type { Typed } from './declare.rules';
import type { Declared } from './declared-words';

/** What is sent, by whichever door. */
export interface Said {
  id: string;
  amountVnd: number;
  salesCount: number | null;
  revises: string | null;
  isConfirmed: boolean;
}

interface DeclareFormProps {
  /** Then only what was sold outside it is asked for. */
  hasTill: boolean;
  /** What stands, and this corrects. */
  present: Declared | null;
  start: Typed;
  /** Keeps what is typed until it is taken. */
  onTyped: (typed: Typed) => void;
  send: (said: Said) => Promise<Declared>;
  onTaken: (declared: Declared) => void;
  /** Somebody else declared meanwhile: what stands now must be looked at first. */
  onMeanwhile: () => void;
}

type Sending =
  | { state: 'typing' }
  | { state: 'sending'; isConfirmed: boolean }
  | { state: 'unusual'; sentence: string }
  | { state: 'waiting'; isConfirmed: boolean }
  | { state: 'refused'; problem: Problem };

const AGAIN_MS = 5_000;
const DIGITS = 11;

export const nothingTyped = (): Typed => ({ id: newId(), amount: '', count: '' });

/** One number and one button; an unusual number is asked twice, and an unsent one is kept. */
export function DeclareForm(props: DeclareFormProps) {
  const { hasTill, present, start, onTyped, send, onTaken, onMeanwhile } = props;
  const { language } = useLanguage();
  const [typed, setTyped] = useState(start);
  const [sending, setSending] = useState<Sending>({ state: 'typing' });
  const [isChecked, setChecked] = useState(false);
  const fieldId = useId();
  const confirm = useRef<HTMLButtonElement>(null);
  const read = readTyped(typed);
  const isBusy = sending.state === 'sending';
  const amount = typeof read === 'string' ? null : read.amountVnd;

  const change = (part: Partial<Typed>) => {
    const next = retyped(typed, part, newId);
    setTyped(next);
    onTyped(next);
    setSending({ state: 'typing' });
  };

  const attempt = async (isConfirmed: boolean) => {
    setChecked(true);
    if (typeof read === 'string') return;
    setSending({ state: 'sending', isConfirmed });
    try {
      const { id } = typed;
      onTaken(await send({ id, ...read, revises: present?.id ?? null, isConfirmed }));
    } catch (failure) {
      const problem = failure instanceof Problem ? failure : new Problem(0, 'unreachable');
      if (problem.code === 'unusual_amount') {
        setSending({ state: 'unusual', sentence: problem.sentence(language) ?? '' });
      } else if (isWorthAnotherTry(problem)) setSending({ state: 'waiting', isConfirmed });
      else {
        setSending({ state: 'refused', problem });
        if (problem.code === 'declared_meanwhile') onMeanwhile();
      }
    }
  };

  const latest = useRef(attempt);
  useEffect(() => {
    latest.current = attempt;
  });
  useEffect(() => {
    if (sending.state === 'unusual') confirm.current?.focus();
    if (sending.state !== 'waiting') return;
    const again = () => void latest.current(sending.isConfirmed);
    const wait = setTimeout(again, AGAIN_MS);
    window.addEventListener('online', again);
    return () => {
      clearTimeout(wait);
      window.removeEventListener('online', again);
    };
  }, [sending]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) void attempt(false);
  };
  const shown = amount === null ? '' : formatVnd(amount, language);
  const fault =
    isChecked && typeof read === 'string'
      ? read === 'missing'
        ? m.declare_amount_missing()
        : m.declare_amount_wrong()
      : null;
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <label className={classes.label} htmlFor={fieldId}>
        {hasTill ? m.declare_amount_outside() : m.declare_amount_whole()}
      </label>
      <div className={classes.row}>
        <input
          id={fieldId}
          className={classes.amount}
          inputMode="numeric"
          autoComplete="off"
          enterKeyHint="send"
          placeholder="0"
          value={typed.amount === '' ? '' : formatCount(Number(typed.amount), language)}
          aria-invalid={fault !== null}
          aria-describedby={`${fieldId}-hint`}
          onChange={(event) => change({ amount: digitsOf(event.currentTarget.value, DIGITS) })}
        />
        <button
          type="button"
          className={classes.zeros}
          disabled={typed.amount === ''}
          onClick={() => change({ amount: digitsOf(`${typed.amount}000`, DIGITS) })}
        >
          000
        </button>
      </div>
      <p id={`${fieldId}-hint`} className={fault ? classes.fault : classes.hint}>
        {fault ?? (hasTill ? m.declare_amount_hint_outside() : m.declare_amount_hint_whole())}
      </p>
      <label className={classes.count}>
        <span>{m.declare_count()}</span>
        <input
          className={classes.small}
          inputMode="numeric"
          autoComplete="off"
          value={typed.count}
          onChange={(event) => change({ count: digitsOf(event.currentTarget.value, 6) })}
        />
      </label>
      <div aria-live="polite" className={classes.answers}>
        {sending.state === 'unusual' && (
          <section className={classes.unusual} data-testid="unusual">
            <h2>{m.declare_unusual_title()}</h2>
            <p>{sending.sentence}</p>
            <div className={classes.choices}>
              <button
                ref={confirm}
                type="button"
                className={classes.main}
                onClick={() => void attempt(true)}
              >
                {m.declare_confirm({ amount: shown })}
              </button>
              <button
                type="button"
                className={classes.button}
                onClick={() => {
                  setSending({ state: 'typing' });
                  document.getElementById(fieldId)?.focus();
                }}
              >
                {m.declare_correct()}
              </button>
            </div>
          </section>
        )}
        {sending.state === 'waiting' && (
          <section className={classes.unusual} data-testid="not-sent">
            <p>{m.declare_not_sent()}</p>
            <button
              type="button"
              className={classes.button}
              onClick={() => void attempt(sending.isConfirmed)}
            >
              {m.declare_try_now()}
            </button>
          </section>
        )}
        {sending.state === 'refused' && (
          <section className={classes.refused}>
            <p>{sending.problem.sentence(language) ?? m.error_unknown()}</p>
            <p className={classes.code}>{m.error_code({ code: sending.problem.code })}</p>
          </section>
        )}
      </div>
      {sending.state !== 'unusual' && sending.state !== 'waiting' && (
        <button type="submit" className={classes.main} aria-disabled={isBusy}>
          {isBusy ? m.declare_sending() : amount === 0 ? m.declare_send_zero() : m.declare_send()}
        </button>
      )}
    </form>
  );
}
