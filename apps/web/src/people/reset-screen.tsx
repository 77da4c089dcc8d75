import { useEffect, useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { Problem } from '../api/problem';
import { queryClient } from '../api/queries';
import { RefusalNote } from '../home/entrance';
import { PasswordField } from '../home/password-field';
import entrance from '../home/sign-in.module.css';
import { m } from '../paraglide/messages.js';
import { LinkPage, LinkPending, LinkRefused } from './one-time-link';
import { tokenIn } from './people.rules';
import { readResetting, resetPassword } from './people.requests';

/** `/reset#token=…`: a new password for an account. */
export function ResetScreen() {
  const token = tokenIn(useLocation().hash);
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const resetting = useQuery({
    queryKey: ['resetting', token],
    queryFn: () => readResetting(token ?? ''),
    enabled: token !== null,
    staleTime: Infinity,
    retry: (count, problem) => count < 2 && problem instanceof Problem && problem.status === 0,
  });
  const setting = useMutation({
    mutationFn: resetPassword,
    onSuccess: async () => {
      queryClient.clear();
      await navigate({ to: '/' });
    },
  });
  useEffect(() => {
    document.title = `${m.people_reset_title()} · Phiên`;
  });
  if (token === null) return <LinkRefused error={null} />;
  if (resetting.isError) {
    return <LinkRefused error={resetting.error} onRetry={() => void resetting.refetch()} />;
  }
  if (resetting.isPending) return <LinkPending />;

  const isLong = [...password].length >= 10;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isLong) setting.mutate({ token, password });
  };
  const { name, login } = resetting.data;
  return (
    <LinkPage title={m.people_reset_title()} text={<p>{m.people_reset_text({ name, login })}</p>}>
      <form className={entrance.form} onSubmit={submit} noValidate>
        <input type="hidden" name="username" autoComplete="username" value={login} />
        <PasswordField
          label={m.people_new_password()}
          hint={m.people_password_hint()}
          kind="new-password"
          value={password}
          onChange={setPassword}
          error={isChecked && !isLong ? m.people_password_short() : undefined}
        />
        <RefusalNote error={setting.error} />
        <Button type="submit" size="md" fullWidth loading={setting.isPending}>
          {m.people_reset_button()}
        </Button>
      </form>
    </LinkPage>
  );
}
