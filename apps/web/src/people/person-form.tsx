import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button, TextInput } from '@mantine/core';
import { PasswordField } from '../home/password-field';
import { RefusalNote } from '../home/entrance';
import entrance from '../home/sign-in.module.css';
import { m } from '../paraglide/messages.js';

export interface TypedPerson {
  login: string;
  name: string;
  password: string;
}

interface PersonFormProps {
  button: string;
  isPending: boolean;
  error: Error | null;
  onSubmit: (person: TypedPerson) => void;
}

const SHORTEST_PASSWORD = 10;

/** Name, login and password of somebody new. */
export function PersonForm({ button, isPending, error, onSubmit }: PersonFormProps) {
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isLong = [...password].length >= SHORTEST_PASSWORD;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (name.trim() && login.trim() && isLong) onSubmit({ login, name, password });
  };
  return (
    <form className={entrance.form} onSubmit={submit} noValidate>
      <TextInput
        label={m.people_own_name()}
        name="name"
        autoComplete="name"
        size="md"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={isChecked && !name.trim() ? m.people_own_name_missing() : undefined}
      />
      <TextInput
        label={m.home_login()}
        description={m.people_login_hint()}
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        size="md"
        value={login}
        onChange={(event) => setLogin(event.currentTarget.value)}
        error={isChecked && !login.trim() ? m.home_login_missing() : undefined}
      />
      <PasswordField
        label={m.home_password()}
        hint={m.people_password_hint()}
        kind="new-password"
        value={password}
        onChange={setPassword}
        error={isChecked && !isLong ? m.people_password_short() : undefined}
      />
      <RefusalNote error={error} />
      <Button type="submit" size="md" fullWidth loading={isPending}>
        {button}
      </Button>
    </form>
  );
}
