import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Check, Eye, EyeOff, TriangleAlert } from 'lucide-react';
import { signIn } from '../api/client';
import { Problem } from '../api/problem';
import { queryClient, sessionQuery } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { LanguageChoice } from '../ui/language-choice';
import { Kit } from '../ui/kit';
import { Mark } from '../ui/mark';
import { SchemeChoice } from '../ui/scheme-choice';
import { BoothPicture } from './booth-picture';
import classes from './sign-in.module.css';

/** `next` is the path to return to after signing in; only paths of this site are followed. */
export function SignIn({ next }: { next?: string }) {
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const entering = useMutation({
    mutationFn: () => signIn(login, password),
    onSuccess: async () => {
      await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
      if (next?.startsWith('/') && !next.startsWith('//')) await navigate({ href: next });
    },
  });
  const problem = entering.error instanceof Problem ? entering.error : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (login.trim() !== '' && password !== '') entering.mutate();
  };
  const togglePassword = ({ reveal }: { reveal: boolean }) =>
    reveal ? <EyeOff size={18} aria-hidden /> : <Eye size={18} aria-hidden />;

  return (
    <Kit>
      <div className={classes.page}>
        <aside className={classes.pitch} aria-label={m.app_tagline()}>
          <BoothPicture />
          <div className={classes.pitchText}>
            <p className={classes.pitchTitle}>{m.home_pitch_title()}</p>
            <ul className={classes.points}>
              {[m.home_pitch_1(), m.home_pitch_2(), m.home_pitch_3()].map((point) => (
                <li key={point}>
                  <Check size={18} aria-hidden />
                  {point}
                </li>
              ))}
            </ul>
          </div>
        </aside>
        <div className={classes.side}>
          <header className={classes.top}>
            <div className={classes.brand}>
              <Mark size={36} />
              <span>Phiên</span>
            </div>
            <div className={classes.choices}>
              <LanguageChoice />
              <SchemeChoice />
            </div>
          </header>
          <main className={classes.main}>
            <form className={classes.form} onSubmit={submit} noValidate>
              <div>
                <h1 className={classes.title}>{m.home_sign_in()}</h1>
                <p className={classes.text}>
                  {next ? m.home_session_needed() : m.home_sign_in_text()}
                </p>
              </div>
              {entering.isError && (
                <div className={classes.refusal} role="alert">
                  <TriangleAlert size={18} aria-hidden />
                  <span>
                    {problem?.code === 'unreachable'
                      ? m.error_unreachable()
                      : (problem?.sentence(language) ?? m.error_unknown())}
                  </span>
                </div>
              )}
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
              <PasswordInput
                label={m.home_password()}
                name="password"
                autoComplete="current-password"
                size="md"
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
                error={isChecked && password === '' ? m.home_password_missing() : undefined}
                visible={isShown}
                onVisibilityChange={setShown}
                visibilityToggleIcon={togglePassword}
                visibilityToggleButtonProps={{
                  'aria-label': isShown ? m.home_hide_password() : m.home_show_password(),
                  tabIndex: 0,
                  'aria-hidden': false,
                }}
              />
              <Button type="submit" size="md" fullWidth loading={entering.isPending}>
                {m.home_sign_in()}
              </Button>
            </form>
          </main>
          <p className={classes.tagline}>{m.app_tagline()}</p>
        </div>
      </div>
    </Kit>
  );
}
