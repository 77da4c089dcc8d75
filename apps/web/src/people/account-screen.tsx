import { useEffect, useState } from 'react';
import type { FormEvent } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Monitor, Smartphone } from 'lucide-react';
import type { Caller } from '../api/client';
import { queryClient, sessionQuery } from '../api/queries';
import { RefusalNote } from '../home/entrance';
import { PasswordField } from '../home/password-field';
import { useLanguage } from '../i18n/language';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { AppShell } from '../ui/app-shell';
import buttons from '../ui/buttons.module.css';
import { Kit } from '../ui/kit';
import { LanguageChoice } from '../ui/language-choice';
import { SchemeChoice } from '../ui/scheme-choice';
import { ErrorState, Skeleton } from '../ui/states';
import { ToastPlace, useToast } from '../ui/toast';
import classes from './people.module.css';
import { deviceIn } from './people.rules';
import {
  changePassword,
  endOtherSessions,
  endSession,
  readSessions,
  renameAccount,
} from './people.requests';
import type { OwnSession } from './people.requests';
import { SecondFactorCard } from './second-factor-card';

/** `/account`: one's own name, language, colours, password and open sessions. */
export function AccountScreen() {
  const session = useQuery(sessionQuery);
  useEffect(() => {
    document.title = `${m.account_own()} · Phiên`;
  });
  return (
    <AppShell name="Phiên">
      <ToastPlace>
        <Kit>
          <div className={classes.narrow}>
            <h1 className={classes.title}>{m.account_own()}</h1>
            {session.data ? (
              <>
                <NameCard key={session.data.name} caller={session.data} />
                <section className={classes.card} aria-labelledby="device">
                  <h2 id="device">{m.people_this_device()}</h2>
                  <div className={classes.choice}>
                    <span>{m.language()}</span>
                    <LanguageChoice />
                  </div>
                  <div className={classes.choice}>
                    <span>{m.scheme()}</span>
                    <SchemeChoice />
                  </div>
                </section>
                <PasswordCard caller={session.data} />
                {session.data.grants.some(({ role }) => role === 'official') && (
                  <SecondFactorCard />
                )}
                <SessionsCard />
              </>
            ) : session.isError ? (
              <ErrorState problem={session.error} onRetry={() => void session.refetch()} />
            ) : (
              <Skeleton shapes={[140, 140, 280]} />
            )}
          </div>
        </Kit>
      </ToastPlace>
    </AppShell>
  );
}

function NameCard({ caller }: { caller: Caller }) {
  const say = useToast();
  const [name, setName] = useState(caller.name);
  const renaming = useMutation({
    mutationFn: renameAccount,
    onSuccess: async (_, typed) => {
      say({ text: m.people_renamed({ name: typed.trim() }) });
      await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) renaming.mutate(name);
  };
  return (
    <section className={classes.card} aria-labelledby="who">
      <h2 id="who">{m.people_who_you_are()}</h2>
      <p className={classes.quiet}>{m.people_your_login({ login: caller.login })}</p>
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          label={m.people_own_name()}
          autoComplete="name"
          size="md"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={name.trim() ? undefined : m.people_own_name_missing()}
        />
        <RefusalNote error={renaming.error} />
        <div>
          <Button
            type="submit"
            size="md"
            loading={renaming.isPending}
            disabled={!name.trim() || name.trim() === caller.name}
          >
            {m.people_save()}
          </Button>
        </div>
      </form>
    </section>
  );
}

function PasswordCard({ caller }: { caller: Caller }) {
  const say = useToast();
  const [oldPassword, setOld] = useState('');
  const [newPassword, setNew] = useState('');
  const [isChecked, setChecked] = useState(false);
  const changing = useMutation({
    mutationFn: changePassword,
    onSuccess: async () => {
      say({ text: m.people_password_changed() });
      setOld('');
      setNew('');
      setChecked(false);
      await queryClient.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  const isLong = [...newPassword].length >= 10;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (oldPassword && isLong) changing.mutate({ oldPassword, newPassword });
  };
  return (
    <section className={classes.card} aria-labelledby="password">
      <h2 id="password">{m.people_change_password()}</h2>
      <p className={classes.quiet}>{m.people_change_password_text()}</p>
      <form className={classes.form} onSubmit={submit} noValidate>
        <input type="hidden" name="username" autoComplete="username" value={caller.login} />
        <PasswordField
          label={m.people_old_password()}
          kind="current-password"
          value={oldPassword}
          onChange={setOld}
          error={isChecked && !oldPassword ? m.home_password_missing() : undefined}
        />
        <PasswordField
          label={m.people_new_password()}
          hint={m.people_password_hint()}
          kind="new-password"
          value={newPassword}
          onChange={setNew}
          error={isChecked && !isLong ? m.people_password_short() : undefined}
        />
        <RefusalNote error={changing.error} />
        <div>
          <Button type="submit" size="md" loading={changing.isPending}>
            {m.people_change_password()}
          </Button>
        </div>
      </form>
    </section>
  );
}

function SessionsCard() {
  const say = useToast();
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: readSessions });
  const changed = () => queryClient.invalidateQueries({ queryKey: ['sessions'] });
  const ending = useMutation({ mutationFn: endSession, onSettled: changed });
  const endingOthers = useMutation({
    mutationFn: endOtherSessions,
    onSuccess: () => say({ text: m.people_sessions_ended() }),
    onSettled: changed,
  });
  return (
    <section className={classes.card} aria-labelledby="sessions">
      <h2 id="sessions">{m.people_sessions()}</h2>
      <RefusalNote error={ending.error ?? endingOthers.error} />
      {sessions.isError ? (
        <ErrorState problem={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : sessions.isPending ? (
        <Skeleton shapes={[56, 56]} />
      ) : (
        <>
          <ul className={classes.rows}>
            {sessions.data.map((session) => (
              <SessionRow
                key={session.id}
                session={session}
                isPending={ending.isPending}
                onEnd={() => ending.mutate(session.id)}
              />
            ))}
          </ul>
          {sessions.data.length > 1 && (
            <div>
              <button
                type="button"
                className={buttons.button}
                disabled={endingOthers.isPending}
                onClick={() => endingOthers.mutate()}
              >
                {m.people_end_others()}
              </button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

interface SessionRowProps {
  session: OwnSession;
  isPending: boolean;
  onEnd: () => void;
}

function SessionRow({ session, isPending, onEnd }: SessionRowProps) {
  const { language } = useLanguage();
  const device = deviceIn(session.userAgent) ?? m.people_unknown_device();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const time = formatDateTime(session.startedAt, zone, language);
  const Icon = /Android|iPhone|iPad/.test(device) ? Smartphone : Monitor;
  return (
    <li className={classes.session}>
      <Icon size={22} aria-hidden />
      <div className={classes.grow}>
        <strong>{device}</strong>
        <span className={classes.quiet}>{m.people_since({ time })}</span>
      </div>
      {session.isThis ? (
        <span className={classes.chip}>{m.people_this_session()}</span>
      ) : (
        <button
          type="button"
          className={buttons.button}
          disabled={isPending}
          aria-label={m.people_end_session_of({ device })}
          onClick={onEnd}
        >
          {m.sign_out()}
        </button>
      )}
    </li>
  );
}
