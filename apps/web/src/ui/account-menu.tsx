import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { House, LogOut, Settings } from 'lucide-react';
import { signOut } from '../api/client';
import { queryClient, sessionQuery } from '../api/queries';
import { m } from '../paraglide/messages.js';
import classes from './app-shell.module.css';
import buttons from './buttons.module.css';
import { LanguageChoice } from './language-choice';
import { SchemeChoice } from './scheme-choice';

/** What hangs from the account's button; loaded when it is opened. */
export function AccountMenu() {
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
  return (
    <>
      {caller && (
        <>
          <div className={classes.who}>
            <strong>{caller.name}</strong>
            <span>{caller.login}</span>
          </div>
          <ul className={classes.ways}>
            <li>
              <Link to="/">
                <House size={18} aria-hidden />
                {m.home()}
              </Link>
            </li>
            <li>
              <Link to="/account">
                <Settings size={18} aria-hidden />
                {m.account_own()}
              </Link>
            </li>
          </ul>
        </>
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
    </>
  );
}
