import { useState } from 'react';
import type { FormEvent } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Problem } from '../api/problem';
import { queryClient } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { formatDateTime, formatShortDay } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { AskedTwice } from '../ui/asked-twice';
import buttons from '../ui/buttons.module.css';
import own from './mail-list.module.css';
import { addRecipient, closingMailQuery, endRecipient, tryAgain } from './mail-requests';
import type { Delivery, NewRecipient, Recipient } from './mail-requests';
import part from './publication-part.module.css';

interface MailListProps {
  fairId: string;
  timeZone: string;
}

const lookAgain = (fairId: string) =>
  queryClient.invalidateQueries({ queryKey: closingMailQuery(fairId).queryKey });

const languageName = { vi: m.language_vi, en: m.language_en };

/** Who is mailed each closing of the fair, and what became of the newest mails. */
export function MailList({ fairId, timeZone }: MailListProps) {
  const mail = useQuery(closingMailQuery(fairId));
  if (!mail.data) {
    if (!mail.isError) return <p className={part.quiet}>{m.loading()}</p>;
    return (
      <div className={own.whole}>
        <Refused failure={mail.error} />
        <button type="button" className={buttons.button} onClick={() => void mail.refetch()}>
          {m.retry()}
        </button>
      </div>
    );
  }
  const { missingSettings, linkDays, recipients, deliveries } = mail.data;
  return (
    <div className={own.whole}>
      <p className={part.quiet}>{m.mail_what({ days: linkDays })}</p>
      {missingSettings.length > 0 && (
        <p className={own.cannot} role="note">
          {m.mail_cannot({ settings: missingSettings.join(', ') })}
        </p>
      )}
      <section className={own.group} aria-label={m.mail_people()}>
        <h3 className={part.title}>{m.mail_people()}</h3>
        {recipients.length === 0 ? (
          <p className={part.quiet}>{m.mail_none()}</p>
        ) : (
          <ul className={own.rows} data-testid="mail-recipients">
            {recipients.map((recipient) => (
              <RecipientRow key={recipient.id} {...{ fairId, timeZone, recipient }} />
            ))}
          </ul>
        )}
        <Adding fairId={fairId} />
      </section>
      <section className={own.group} aria-label={m.mail_deliveries()}>
        <h3 className={part.title}>{m.mail_deliveries()}</h3>
        {deliveries.length === 0 ? (
          <p className={part.quiet}>{m.mail_deliveries_none()}</p>
        ) : (
          <ul className={own.rows} data-testid="mail-deliveries">
            {deliveries.map((delivery) => (
              <DeliveryRow
                key={`${delivery.day} ${delivery.revision} ${delivery.recipientId}`}
                {...{ fairId, timeZone, delivery }}
              />
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function Refused({ failure }: { failure: Error | null }) {
  const { language } = useLanguage();
  if (failure === null) return null;
  return (
    <p className={part.failed} role="alert">
      {(failure instanceof Problem && failure.sentence(language)) || m.error_unreachable()}
    </p>
  );
}

function RecipientRow({ fairId, timeZone, recipient }: MailListProps & { recipient: Recipient }) {
  const { language } = useLanguage();
  const { id, name, address, addedAt, addedByName } = recipient;
  const ending = useMutation({
    mutationFn: () => endRecipient(fairId, id),
    onSettled: () => lookAgain(fairId),
  });
  const time = formatDateTime(addedAt, timeZone, language);
  return (
    <li className={own.row}>
      <div className={own.words}>
        <strong>{name}</strong>
        <p className={part.quiet}>
          {address} · {languageName[recipient.language]()}
        </p>
        <p className={part.quiet}>{m.mail_since({ time, name: addedByName })}</p>
        <Refused failure={ending.error} />
      </div>
      <AskedTwice
        deed={m.mail_end()}
        deedOf={m.mail_end_of({ name })}
        question={m.mail_end_sure({ name })}
        keep={m.mail_keep()}
        isPending={ending.isPending}
        onSure={() => ending.mutate()}
      />
    </li>
  );
}

const nobody: NewRecipient = { name: '', address: '', language: 'vi' };
/* The server looks closer; this only spares a question. */
const ADDRESS = /^[!-~]+@[!-~]+\.[!-~]+$/;

function Adding({ fairId }: { fairId: string }) {
  const [wanted, setWanted] = useState(nobody);
  const [isChecked, setChecked] = useState(false);
  const adding = useMutation({
    mutationFn: () => addRecipient(fairId, { ...wanted, address: wanted.address.trim() }),
    onSuccess: () => {
      setWanted(nobody);
      setChecked(false);
      return lookAgain(fairId);
    },
  });
  const isNamed = wanted.name.trim() !== '';
  const isAddressed = ADDRESS.test(wanted.address.trim());
  const change = (more: Partial<NewRecipient>) => {
    adding.reset();
    setWanted({ ...wanted, ...more });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isNamed && isAddressed) adding.mutate();
  };
  const fault = (isRight: boolean, words: string) =>
    isChecked && !isRight && <span className={part.failed}>{words}</span>;
  return (
    <form className={own.adding} onSubmit={submit} noValidate aria-label={m.mail_add()}>
      <label className={own.field}>
        <span>{m.mail_name()}</span>
        <input
          value={wanted.name}
          maxLength={120}
          autoComplete="off"
          aria-invalid={isChecked && !isNamed}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        {fault(isNamed, m.mail_name_missing())}
      </label>
      <label className={own.field}>
        <span>{m.mail_address()}</span>
        <input
          type="email"
          value={wanted.address}
          maxLength={254}
          autoComplete="off"
          aria-invalid={isChecked && !isAddressed}
          onChange={(event) => change({ address: event.currentTarget.value })}
        />
        {fault(isAddressed, m.mail_address_missing())}
      </label>
      <label className={own.field}>
        <span>{m.mail_language()}</span>
        <select
          value={wanted.language}
          onChange={(event) =>
            change({ language: event.currentTarget.value === 'en' ? 'en' : 'vi' })
          }
        >
          <option value="vi">{m.language_vi()}</option>
          <option value="en">{m.language_en()}</option>
        </select>
      </label>
      <div className={part.save}>
        <button type="submit" className={buttons.main} disabled={adding.isPending}>
          {m.mail_add_submit()}
        </button>
        <p role="status" className={part.quiet}>
          {adding.isSuccess && m.mail_added()}
        </p>
      </div>
      <Refused failure={adding.error} />
    </form>
  );
}

function DeliveryRow({ fairId, timeZone, delivery }: MailListProps & { delivery: Delivery }) {
  const { language } = useLanguage();
  const { day, revision, name, address, state, isEnded, lastError } = delivery;
  const trying = useMutation({
    mutationFn: () => tryAgain(fairId, delivery),
    onSettled: () => lookAgain(fairId),
  });
  const isFailed = state === 'failed';
  const said = !isEnded && state !== 'sent' && lastError !== null;
  return (
    <li className={own.row} data-state={state}>
      <div className={own.words}>
        <strong>{m.mail_of({ day: formatShortDay(day, language), revision })}</strong>
        <p className={part.quiet}>
          {name} · {address}
        </p>
        <p className={isFailed ? part.failed : part.quiet}>
          {stateWords(delivery, (instant) => formatDateTime(instant, timeZone, language))}
        </p>
        {said && <p className={part.quiet}>{m.mail_said({ words: lastError })}</p>}
        <Refused failure={trying.error} />
      </div>
      {isFailed && !isEnded && (
        <button
          type="button"
          className={buttons.button}
          aria-label={m.mail_again_of({ name })}
          disabled={trying.isPending}
          onClick={() => trying.mutate()}
        >
          {m.mail_again()}
        </button>
      )}
    </li>
  );
}

function stateWords(
  { state, sentAt, nextTryAt, lastError, isEnded }: Delivery,
  time: (instant: string) => string,
): string {
  if (state === 'sent' && sentAt !== null) return m.mail_sent({ time: time(sentAt) });
  if (isEnded) return m.mail_ended();
  if (state === 'failed') return m.mail_failed();
  if (lastError !== null && nextTryAt !== null)
    return m.mail_waiting_again({ time: time(nextTryAt) });
  return m.mail_waiting();
}
