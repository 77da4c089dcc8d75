import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Inbox, Lock, RefreshCw, TriangleAlert } from 'lucide-react';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from './buttons.module.css';
import classes from './states.module.css';

/** A wait shorter than this shows nothing: a flash is worse than a blank. */
const SKELETON_AFTER_MS = 300;

/** Grey shapes in place of what is coming; `shapes` are heights in px. */
export function Skeleton({ shapes }: { shapes: readonly number[] }) {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const wait = setTimeout(() => setDue(true), SKELETON_AFTER_MS);
    return () => clearTimeout(wait);
  }, []);
  if (!isDue) return null;
  return (
    <div role="status">
      <span className="onlyForReaders">{m.loading()}</span>
      {shapes.map((height, at) => (
        <div key={at} className={classes.skeleton} style={{ height }} aria-hidden />
      ))}
    </div>
  );
}

interface NoticeProps {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

function Notice({ icon, title, children, action }: NoticeProps) {
  return (
    <section className={classes.notice}>
      <div className={classes.icon} aria-hidden>
        {icon}
      </div>
      <h2 className={classes.title}>{title}</h2>
      {children}
      {action && <div className={classes.action}>{action}</div>}
    </section>
  );
}

interface EmptyProps {
  title: string;
  text: string;
  action?: ReactNode;
}

export function Empty({ title, text, action }: EmptyProps) {
  return (
    <Notice icon={<Inbox size={28} />} title={title} action={action}>
      <p>{text}</p>
    </Notice>
  );
}

/** What happened, what is kept, a way to try again, and the code to read to support. */
export function ErrorState({ problem, onRetry }: { problem: Error; onRetry: () => void }) {
  const { language } = useLanguage();
  const known = problem instanceof Problem ? problem : null;
  const sentence =
    known?.code === 'unreachable' ? m.error_unreachable() : known?.sentence(language);
  return (
    <Notice
      icon={<TriangleAlert size={28} />}
      title={m.error_title()}
      action={
        <button type="button" className={buttons.main} onClick={onRetry}>
          <RefreshCw size={18} aria-hidden />
          {m.retry()}
        </button>
      }
    >
      <p>{sentence ?? m.error_unknown()}</p>
      <p className={classes.code}>{m.error_code({ code: known?.code ?? problem.name })}</p>
    </Notice>
  );
}

/** Not for this account, and who can change that. */
export function Forbidden({ login, action }: { login: string; action?: ReactNode }) {
  return (
    <Notice icon={<Lock size={28} />} title={m.forbidden_title()} action={action}>
      <p>{m.forbidden_who({ login })}</p>
    </Notice>
  );
}

export function Bar({ tone, children }: { tone: 'warn' | 'danger' | 'info'; children: ReactNode }) {
  return (
    <div className={`${classes.bar} ${classes[tone]}`} role="status">
      {tone === 'info' ? null : <TriangleAlert size={18} aria-hidden />}
      <span>{children}</span>
    </div>
  );
}

/** Over a screen whose numbers have stopped; says since when, in the fair's time. */
export function StaleBar({ state, since }: { state: 'stale' | 'offline'; since: string | null }) {
  return (
    <div data-testid="stale-bar">
      <Bar tone="warn">
        {since === null
          ? m.offline_bar_plain()
          : state === 'offline'
            ? m.offline_bar({ time: since })
            : m.stale_bar({ time: since })}
      </Bar>
    </div>
  );
}
