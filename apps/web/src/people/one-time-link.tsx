import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Problem } from '../api/problem';
import { Entrance } from '../home/entrance';
import entrance from '../home/sign-in.module.css';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { Skeleton } from '../ui/states';

interface LinkPageProps {
  title: string;
  text: ReactNode;
  children?: ReactNode;
}

/** A page behind a one-time link, before one is signed in. */
export function LinkPage({ title, text, children }: LinkPageProps) {
  return (
    <Entrance>
      <div className={entrance.form}>
        <div>
          <h1 className={entrance.title}>{title}</h1>
          <div className={entrance.text}>{text}</div>
        </div>
        {children}
      </div>
    </Entrance>
  );
}

export const LinkPending = () => (
  <Entrance>
    <div className={entrance.form}>
      <Skeleton shapes={[44, 64, 56, 56]} />
    </div>
  </Entrance>
);

/** A link that cannot be used: why, and where to go from here. */
export function LinkRefused({ error, onRetry }: { error: Error | null; onRetry?: () => void }) {
  const { language } = useLanguage();
  const problem = error instanceof Problem ? error : null;
  const isUnreachable = problem?.code === 'unreachable';
  const sentence = isUnreachable ? m.people_link_unreachable() : problem?.sentence(language);
  return (
    <LinkPage
      title={isUnreachable ? m.people_link_offline() : m.people_link_dead()}
      text={
        <>
          <p>{sentence ?? m.people_link_incomplete()}</p>
          {problem && <p>{m.error_code({ code: problem.code })}</p>}
        </>
      }
    >
      {isUnreachable && onRetry ? (
        <button type="button" className={buttons.main} onClick={onRetry}>
          {m.retry()}
        </button>
      ) : (
        <Link to="/" className={buttons.main}>
          {m.people_to_sign_in()}
        </Link>
      )}
    </LinkPage>
  );
}
