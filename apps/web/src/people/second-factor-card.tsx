import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { RefusalNote } from '../home/entrance';
import { PasswordField } from '../home/password-field';
import { useLanguage } from '../i18n/language';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { confirmSecondFactor, offerSecondFactor, secondFactorQuery } from '../sign/sign-requests';
import { isCode } from '../sign/sign.rules';
import { QrPicture } from '../ui/qr-picture';
import { ErrorState, Skeleton } from '../ui/states';
import { useToast } from '../ui/toast';
import classes from './people.module.css';

/** For whoever signs: the phone that shows their codes. */
export function SecondFactorCard() {
  const { language } = useLanguage();
  const factor = useQuery(secondFactorQuery);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <section className={classes.card} aria-labelledby="second-factor" data-testid="second-factor">
      <h2 id="second-factor">{m.second_factor_title()}</h2>
      {factor.isError ? (
        <ErrorState problem={factor.error} onRetry={() => void factor.refetch()} />
      ) : !factor.data ? (
        <Skeleton shapes={[56]} />
      ) : factor.data.since !== null ? (
        <>
          <p>{m.second_factor_on({ time: formatDateTime(factor.data.since, zone, language) })}</p>
          <p className={classes.quiet}>{m.second_factor_lost()}</p>
        </>
      ) : (
        <SetUp />
      )}
    </section>
  );
}

function SetUp() {
  const say = useToast();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [isChecked, setChecked] = useState(false);
  const offering = useMutation({
    mutationFn: offerSecondFactor,
    onSuccess: () => {
      setPassword('');
      setChecked(false);
    },
  });
  const confirming = useMutation({
    mutationFn: confirmSecondFactor,
    onSuccess: () => say({ text: m.second_factor_done() }),
  });
  const offer = offering.data;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (offer === undefined && password !== '') offering.mutate(password);
    if (offer !== undefined && isCode(code)) confirming.mutate(code);
  };
  if (offer === undefined) {
    return (
      <form className={classes.form} onSubmit={submit} noValidate>
        <p className={classes.quiet}>{m.second_factor_what()}</p>
        <PasswordField
          label={m.people_old_password()}
          kind="current-password"
          value={password}
          onChange={setPassword}
          error={isChecked && !password ? m.home_password_missing() : undefined}
        />
        <RefusalNote error={offering.error} />
        <div>
          <Button type="submit" size="md" loading={offering.isPending}>
            {m.second_factor_begin()}
          </Button>
        </div>
      </form>
    );
  }
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <p>{m.second_factor_scan()}</p>
      <QrPicture text={offer.uri} label={m.second_factor_qr()} />
      <p className={classes.quiet}>
        {m.second_factor_typed()} <code data-testid="typed-secret">{offer.secret}</code>
      </p>
      <TextInput
        label={m.sign_code()}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        size="md"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={isChecked && !isCode(code) ? m.sign_code_hint() : undefined}
      />
      <RefusalNote error={confirming.error} />
      <div>
        <Button type="submit" size="md" loading={confirming.isPending}>
          {m.second_factor_confirm()}
        </Button>
      </div>
    </form>
  );
}
