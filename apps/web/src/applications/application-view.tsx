import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ArrowLeft, Download } from 'lucide-react';
import { formatVnd } from '@phien/kernel';
import { wishWords } from '../apply/wish-words';
import { useLanguage } from '../i18n/language';
import { formatDateTime } from '../i18n/times';
import fields from '../my/field.module.css';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { ProblemLine } from '../ui/problem-line';
import { ErrorState, Skeleton } from '../ui/states';
import {
  applicationQuery,
  decide,
  fileAddress,
  productClassesQuery,
  refreshAfterDecision,
  renewCode,
} from './application-requests';
import type { Application, Decision, PeopleWords, StepMail } from './application-requests';
import { mailWords, stateTones, stateWords, stepWords } from './application-words';
import classes from './applications.module.css';

interface ApplicationViewProps {
  fairId: string;
  applicationId: string;
  timeZone: string;
  words: PeopleWords;
  mails: readonly StepMail[];
  onClose: () => void;
}

/** One application: what it says, what was done with it, and what can be decided now. */
export function ApplicationView(props: ApplicationViewProps) {
  const { fairId, applicationId, timeZone, words, mails, onClose } = props;
  const { language } = useLanguage();
  const found = useQuery(applicationQuery(fairId, applicationId));
  const back = (
    <button type="button" className={classes.back} onClick={onClose}>
      <ArrowLeft size={18} aria-hidden />
      {m.applications_back()}
    </button>
  );
  if (!found.data) {
    return (
      <section className={classes.part}>
        {back}
        {found.error ? (
          <ErrorState problem={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Skeleton shapes={[44, 160, 320]} />
        )}
      </section>
    );
  }
  const application = found.data;
  const { content, files, steps, state } = application;
  return (
    <section className={classes.part} aria-label={application.name}>
      {back}
      <div className={classes.titleRow}>
        <h2 dir="auto">{application.name}</h2>
        <span className={`${classes.chip} ${classes[stateTones[state]]}`} data-testid="state">
          {stateWords[state]()}
          {application.placeInLine !== null &&
            `, ${m.applications_in_line({ place: application.placeInLine })}`}
        </span>
      </div>
      {state === 'accepted' && <p className={classes.ok}>{m.applications_became()}</p>}
      {application.actions.length > 0 && <Decide fairId={fairId} application={application} />}
      <div className={classes.columns}>
        <div className={classes.card}>
          <h3>{m.applications_what()}</h3>
          <Said application={application} words={words} />
          {files.length > 0 && (
            <>
              <h3>{m.applications_papers()}</h3>
              <p className={classes.quiet}>{m.applications_papers_warn()}</p>
              <ul className={classes.files}>
                {files.map(({ id, name, byteCount }) => (
                  <li key={id}>
                    <a
                      className={buttons.button}
                      href={fileAddress(fairId, applicationId, id)}
                      download={name}
                      aria-label={m.applications_download({ name })}
                    >
                      <Download size={18} aria-hidden />
                      <span dir="auto">{name}</span>
                      <span className={classes.quiet}>
                        {Math.max(1, Math.round(byteCount / 1024))} kB
                      </span>
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
        <div className={classes.card}>
          <h3>{m.applications_history()}</h3>
          <ol className={classes.history}>
            {steps.map((step) => {
              const mail = mails.find(
                (each) => each.applicationId === applicationId && each.step === step.number,
              );
              return (
                <li key={step.number}>
                  <strong>{stepWords(step, step.number === 1)}</strong>
                  {step.message && (
                    <p className={classes.message} dir="auto">
                      {step.message}
                    </p>
                  )}
                  <span className={classes.quiet}>
                    {formatDateTime(step.at, timeZone, language)} ·{' '}
                    {step.byName ?? m.applications_by_applicant()}
                    {mail && ` · ${mailWords[mail.state]()}`}
                    {mail?.lastError && `: ${mail.lastError}`}
                  </span>
                </li>
              );
            })}
          </ol>
          {!['accepted', 'withdrawn'].includes(state) && (
            <LostCode fairId={fairId} applicationId={applicationId} />
          )}
        </div>
      </div>
      {!content.mail && <p className={classes.quiet}>{m.apply_mail_hint()}</p>}
    </section>
  );
}

function Said({ application, words }: { application: Application; words: PeopleWords }) {
  const { language } = useLanguage();
  const productClasses = useQuery(productClassesQuery);
  const { content } = application;
  const classNameOf = (code: string | null | undefined) => {
    const found = productClasses.data?.find((each) => each.code === code);
    return found && (language === 'vi' ? found.nameVi : found.nameEn);
  };
  const lines: [string, ReactNode][] = [
    [m.apply_kind(), words.ofKind(application.kind)],
    [m.apply_from(), language === 'vi' ? application.placeNameVi : application.placeNameEn],
    [
      m.apply_tax(),
      [content.taxCode, content.paysVat ? m.applications_vat_yes() : m.applications_vat_no()]
        .filter(Boolean)
        .join(' · '),
    ],
    [
      m.apply_contact(),
      [content.representative, content.phone, content.mail].filter(Boolean).join('\n'),
    ],
    [
      m.apply_products(),
      (content.products ?? [])
        .map(({ name, classCode, star, priceVnd, unit }) =>
          [
            name,
            star ? m.apply_product_stars({ n: star }) : null,
            `${formatVnd(priceVnd ?? 0, language)}/${unit ?? ''}`,
            classNameOf(classCode),
          ]
            .filter(Boolean)
            .join(' · '),
        )
        .join('\n'),
    ],
    [m.apply_wishes(), wishWords(content.wishes ?? {}).join('\n')],
    [m.apply_note(), content.note],
  ];
  return (
    <dl className={classes.said}>
      {lines.map(
        ([label, text]) =>
          text && (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

type Open = 'accept' | 'ask_back' | 'refuse' | null;

function Decide({ fairId, application }: { fairId: string; application: Application }) {
  const [open, setOpen] = useState<Open>(null);
  const deciding = useMutation({
    mutationFn: (decision: Decision) => decide(fairId, application, decision),
    onSuccess: () => setOpen(null),
    onSettled: () => refreshAfterDecision(fairId),
  });
  const words: Record<NonNullable<Open>, () => string> = {
    accept: m.applications_accept,
    ask_back: m.applications_ask,
    refuse: m.applications_refuse,
  };
  const can = (action: Application['actions'][number]) => application.actions.includes(action);
  return (
    <div className={classes.decide}>
      <div className={classes.deeds}>
        {(['accept', 'ask_back', 'refuse'] as const).filter(can).map((action) => (
          <button
            key={action}
            type="button"
            className={action === 'accept' ? buttons.main : buttons.button}
            aria-expanded={open === action}
            onClick={() => setOpen(open === action ? null : action)}
          >
            {words[action]()}
          </button>
        ))}
        {can('wait') && (
          <button
            type="button"
            className={buttons.button}
            disabled={deciding.isPending}
            onClick={() => deciding.mutate({ action: 'wait' })}
          >
            {m.applications_wait()}
          </button>
        )}
      </div>
      {open === 'accept' && (
        <Accept
          application={application}
          isBusy={deciding.isPending}
          onAccept={(exhibitorId) => deciding.mutate({ action: 'accept', exhibitorId })}
        />
      )}
      {(open === 'ask_back' || open === 'refuse') && (
        <Message
          key={open}
          action={open}
          isBusy={deciding.isPending}
          onSend={(message) => deciding.mutate({ action: open, message })}
        />
      )}
      {deciding.error && <ProblemLine problem={deciding.error} />}
    </div>
  );
}

interface AcceptProps {
  application: Application;
  isBusy: boolean;
  onAccept: (exhibitorId: string | undefined) => void;
}

function Accept({ application, isBusy, onAccept }: AcceptProps) {
  const like = application.likeExhibitors;
  const taxed = like.find(({ because }) => because === 'tax_code');
  const [chosen, setChosen] = useState(taxed?.id ?? '');
  return (
    <form
      className={classes.card}
      onSubmit={(event) => {
        event.preventDefault();
        onAccept(chosen || undefined);
      }}
    >
      {like.length > 0 && (
        <fieldset className={classes.choices}>
          <legend className={fields.label}>{m.applications_accept_as()}</legend>
          {like.map(({ id, name, because, boothCodes }) => (
            <label key={id} className={classes.tick}>
              <input
                type="radio"
                name="as"
                checked={chosen === id}
                onChange={() => setChosen(id)}
              />
              <span>
                {m.applications_accept_known({ name })}
                <span className={classes.quiet}>
                  {' '}
                  {because === 'tax_code'
                    ? m.applications_accept_tax()
                    : m.applications_accept_name()}
                  {boothCodes.length > 0 &&
                    `, ${m.applications_accept_booths({ booths: boothCodes.join(', ') })}`}
                </span>
              </span>
            </label>
          ))}
          <label className={classes.tick}>
            <input type="radio" name="as" checked={chosen === ''} onChange={() => setChosen('')} />
            {m.applications_accept_new()}
          </label>
        </fieldset>
      )}
      <p className={classes.quiet}>{m.applications_accept_text()}</p>
      <button type="submit" className={buttons.main} disabled={isBusy}>
        {m.applications_accept_do()}
      </button>
    </form>
  );
}

interface MessageProps {
  action: 'ask_back' | 'refuse';
  isBusy: boolean;
  onSend: (message: string) => void;
}

function Message({ action, isBusy, onSend }: MessageProps) {
  const [message, setMessage] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend(message);
  };
  const isQuestion = action === 'ask_back';
  return (
    <form className={classes.card} onSubmit={send}>
      <label className={fields.field}>
        <span className={fields.label}>
          {isQuestion ? m.applications_message() : m.applications_reason()}
        </span>
        <textarea
          className={fields.control}
          rows={3}
          maxLength={2_000}
          required
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
        <span className={fields.hint}>
          {isQuestion ? m.applications_ask_text() : m.applications_refuse_text()}
        </span>
      </label>
      <button type="submit" className={buttons.main} disabled={isBusy || message.trim() === ''}>
        {isQuestion ? m.applications_ask_do() : m.applications_refuse_do()}
      </button>
    </form>
  );
}

function LostCode({ fairId, applicationId }: { fairId: string; applicationId: string }) {
  const renewing = useMutation({ mutationFn: () => renewCode(fairId, applicationId) });
  return (
    <details className={classes.fold}>
      <summary>{m.applications_more()}</summary>
      <p className={classes.quiet}>{m.applications_code_text()}</p>
      {renewing.error && <ProblemLine problem={renewing.error} />}
      {renewing.data ? (
        <p className={classes.ok} role="status">
          {m.applications_code_new()} <strong className={classes.code}>{renewing.data.code}</strong>
        </p>
      ) : (
        <button
          type="button"
          className={buttons.button}
          disabled={renewing.isPending}
          onClick={() => renewing.mutate()}
        >
          {m.applications_code_do()}
        </button>
      )}
    </details>
  );
}
