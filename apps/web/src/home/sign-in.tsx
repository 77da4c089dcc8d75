import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useLocation, useRouter } from '@tanstack/react-router';
import { Info } from 'lucide-react';
import { readSetup, signIn } from '../api/client';
import { fairsQuery, queryClient, sessionQuery } from '../api/queries';
import { m } from '../paraglide/messages.js';
import { Entrance, RefusalNote } from './entrance';
import { PasswordField } from './password-field';
import { onlyDoor } from './only-door.rules';
import { isDrawnHere, isOfThesePages } from './role-doors.rules';
import classes from './sign-in.module.css';

/**
 * `next` is the path to return to after signing in; only paths of this site are followed. What
 * stands behind the `#` (the secret of a link) goes along, and never to the server.
 */
export function SignIn({ next }: { next?: string }) {
  const router = useRouter();
  const { hash } = useLocation();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const setup = useQuery({ queryKey: ['setup'], queryFn: readSetup, retry: false });
  const entering = useMutation({
    mutationFn: async () => {
      await signIn(login, password);
      const caller = await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
      if (next?.startsWith('/') && !next.startsWith('//')) {
        const href = hash === '' ? next : `${next}#${hash}`;
        if (isDrawnHere(next)) await router.navigate({ href });
        else window.location.assign(href);
        return;
      }
      const fairs = await queryClient.fetchQuery({ ...fairsQuery, staleTime: 0 });
      const only = caller && onlyDoor(caller, fairs);
      if (!only) return;
      if (isOfThesePages(only.screen)) await router.navigate({ href: only.href });
      else window.location.assign(only.href);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (login.trim() !== '' && password !== '') entering.mutate();
  };

  return (
    <Entrance>
      <form className={classes.form} onSubmit={submit} noValidate>
        <div>
          <h1 className={classes.title}>{m.home_sign_in()}</h1>
          <p className={classes.text}>{next ? m.home_session_needed() : m.home_sign_in_text()}</p>
        </div>
        {setup.data?.isNeeded && (
          <div className={classes.told} role="status">
            <Info size={18} aria-hidden />
            <span>{m.home_setup_needed()}</span>
          </div>
        )}
        <RefusalNote error={entering.error} />
        <TextInput
          label={m.home_login()}
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          size="md"
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
          error={isChecked && login.trim() === '' ? m.home_login_missing() : undefined}
        />
        <PasswordField
          label={m.home_password()}
          kind="current-password"
          value={password}
          onChange={setPassword}
          error={isChecked && password === '' ? m.home_password_missing() : undefined}
        />
        <Button type="submit" size="md" fullWidth loading={entering.isPending}>
          {m.home_sign_in()}
        </Button>
        <details className={classes.forgotten}>
          <summary>{m.home_forgotten()}</summary>
          <p>{m.home_forgotten_staff()}</p>
          <p>{m.home_forgotten_organizer()}</p>
        </details>
      </form>
    </Entrance>
  );
}
