import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { LogOut, UserRound } from 'lucide-react';
import { signOut } from '../api/client';
import { queryClient, sessionQuery } from '../api/queries';
import { m } from '../paraglide/messages.js';
import classes from './app-shell.module.css';
import buttons from './buttons.module.css';
import { LanguageChoice } from './language-choice';
import { Mark } from './mark';
import { Popup } from './popup';
import { SchemeChoice } from './scheme-choice';

interface AppShellProps {
  /** What stands beside the mark: the fair's name, or the name of the product. */
  name: string;
  /** Marks under or beside the name, such as the demo mark. */
  marks?: ReactNode;
  /** The as-of chip of a live screen. */
  chip?: ReactNode;
  /** Bars over the whole width, such as the stale bar. */
  bars?: ReactNode;
  children: ReactNode;
}

/** The frame of every signed-in screen. */
export function AppShell({ name, marks, chip, bars, children }: AppShellProps) {
  useEffect(() => {
    document.title = name === 'Phiên' ? name : `${name} · Phiên`;
  }, [name]);
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        {m.skip_to_content()}
      </a>
      <header className={classes.header}>
        <Link to="/" className={classes.mark} aria-label={m.home()}>
          <Mark />
        </Link>
        <div className={classes.name}>
          <span className={classes.nameText}>{name}</span>
          {marks}
        </div>
        <div className={classes.chip}>{chip}</div>
        <div className={classes.choices}>
          <LanguageChoice />
          <SchemeChoice />
        </div>
        <AccountMenu />
      </header>
      {bars}
      <main id="content" className={classes.main} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

function AccountMenu() {
  const { data: caller } = useQuery(sessionQuery);
  const navigate = useNavigate();
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      await navigate({ to: '/' });
      queryClient.setQueryData(sessionQuery.queryKey, null);
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  });
  const label = caller ? m.account_of({ name: caller.name }) : m.scheme();
  return (
    <Popup
      label={label}
      place="under"
      buttonClass={classes.account}
      face={<UserRound size={20} aria-hidden />}
    >
      {caller && (
        <div className={classes.who}>
          <strong>{caller.name}</strong>
          <span>{caller.login}</span>
        </div>
      )}
      <div className={classes.menuChoices}>
        <span>{m.language()}</span>
        <LanguageChoice />
        <span>{m.scheme()}</span>
        <SchemeChoice />
      </div>
      {caller && (
        <button
          type="button"
          className={`${buttons.button} ${classes.leave}`}
          onClick={() => leaving.mutate()}
          disabled={leaving.isPending}
        >
          <LogOut size={18} aria-hidden />
          {m.sign_out()}
        </button>
      )}
    </Popup>
  );
}
