import { Suspense, lazy, useEffect } from 'react';
import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { UserRound } from 'lucide-react';
import { sessionQuery } from '../api/queries';
import { m } from '../paraglide/messages.js';
import classes from './app-shell.module.css';
import { FairNav } from './fair-nav';
import { LanguageChoice } from './language-choice';
import { Mark } from './mark';
import { Popup } from './popup';
import { SchemeChoice } from './scheme-choice';

const AccountMenu = lazy(() =>
  import('./account-menu').then((module) => ({ default: module.AccountMenu })),
);

interface AppShellProps {
  /** What stands beside the mark: the fair's name, or the name of the product. */
  name: string;
  /** The fair whose other screens are offered; the one of the address (`?fair=`) unless told. */
  fairCode?: string;
  /** Marks under or beside the name, such as the demo mark. */
  marks?: ReactNode;
  /** The as-of chip of a live screen. */
  chip?: ReactNode;
  /** Bars over the whole width, such as the stale bar. */
  bars?: ReactNode;
  children: ReactNode;
}

/** The frame of every signed-in screen. */
export function AppShell({ name, fairCode, marks, chip, bars, children }: AppShellProps) {
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
        <AccountButton />
        <FairNav fairCode={fairCode} />
      </header>
      {bars}
      <main id="content" className={classes.main} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

function AccountButton() {
  const { data: caller } = useQuery(sessionQuery);
  return (
    <Popup
      label={caller ? m.account_of({ name: caller.name }) : m.scheme()}
      place="under"
      buttonClass={classes.account}
      face={<UserRound size={20} aria-hidden />}
    >
      <Suspense>
        <AccountMenu />
      </Suspense>
    </Popup>
  );
}
