import { useState } from 'react';
import type { FormEvent } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, Copy } from 'lucide-react';
import type { Fair } from '../api/client';
import { fairQuery, queryClient } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { formatDateTime, formatDay } from '../i18n/times';
import fields from '../my/field.module.css';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { ProblemLine } from '../ui/problem-line';
import { SearchField } from '../ui/search-field';
import { Bar, Empty, ErrorState, Skeleton } from '../ui/states';
import {
  applicationMailQuery,
  applicationsQuery,
  orderWaitingList,
  productClassesQuery,
  setCall,
} from './application-requests';
import type { Applications, Call, PeopleWords, Summary } from './application-requests';
import { ApplicationView } from './application-view';
import { LISTED_STATES, stateTones, stateWords } from './application-words';
import classes from './applications.module.css';

/** The applications to a fair: until when they are taken, all that were sent, and one of them whole. */
export function ApplicationsPart({ fair, words }: { fair: Fair; words: PeopleWords }) {
  const [opened, setOpened] = useState<string | null>(null);
  const whole = useQuery(fairQuery(fair.id));
  const applications = useQuery(applicationsQuery(fair.id));
  const mail = useQuery(applicationMailQuery(fair.id));
  const failed = [whole, applications].find(({ isError, data }) => isError && !data);
  if (failed?.error) {
    return <ErrorState problem={failed.error} onRetry={() => void failed.refetch()} />;
  }
  if (!whole.data || !applications.data) return <Skeleton shapes={[88, 56, 72, 72]} />;
  const { timeZone } = whole.data;
  if (opened !== null) {
    return (
      <ApplicationView
        key={opened}
        fairId={fair.id}
        applicationId={opened}
        timeZone={timeZone}
        words={words}
        mails={mail.data?.mails ?? []}
        onClose={() => setOpened(null)}
      />
    );
  }
  const missing = mail.data?.missingSettings ?? [];
  return (
    <section className={classes.part} aria-label={m.applications_title()}>
      <CallCard
        key={applications.data.call?.lastDay ?? ''}
        fair={fair}
        call={applications.data.call}
        draftCount={applications.data.draftCount}
      />
      {missing.length > 0 && applications.data.call && (
        <Bar tone="warn">{m.applications_mail_missing({ names: missing.join(', ') })}</Bar>
      )}
      {applications.data.call && (
        <List
          fairId={fair.id}
          applications={applications.data.applications}
          timeZone={timeZone}
          words={words}
          onOpen={setOpened}
        />
      )}
    </section>
  );
}

interface CallCardProps {
  fair: Fair;
  call: Call | null;
  draftCount: number;
}

function CallCard({ fair, call, draftCount }: CallCardProps) {
  const { language } = useLanguage();
  const [isCopied, setCopied] = useState(false);
  const link = `${location.origin}/apply/${fair.code}`;
  if (call === null) {
    return (
      <div className={classes.card}>
        <h2>{m.applications_none_call()}</h2>
        <p className={classes.quiet}>{m.applications_none_call_text()}</p>
        <CallForm fairId={fair.id} call={null} />
      </div>
    );
  }
  const day = formatDay(call.lastDay, language);
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className={classes.card}>
      <p className={call.isOpen ? classes.open : classes.closed}>
        {fair.state === 'draft'
          ? m.applications_of_draft()
          : call.isOpen
            ? m.applications_open_until({ day })
            : m.applications_closed_since({ day })}
        {draftCount > 0 && (
          <span className={classes.quiet}> · {m.applications_drafts({ n: draftCount })}</span>
        )}
      </p>
      <div className={classes.link}>
        <input
          className={fields.control}
          readOnly
          value={link}
          aria-label={m.applications_link()}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" className={buttons.button} onClick={() => void copy()}>
          <Copy size={18} aria-hidden />
          {isCopied ? m.applications_link_copied() : m.applications_link_copy()}
        </button>
      </div>
      <details className={classes.fold}>
        <summary>{m.applications_call_change()}</summary>
        <CallForm fairId={fair.id} call={call} />
      </details>
    </div>
  );
}

function CallForm({ fairId, call }: { fairId: string; call: Call | null }) {
  const [lastDay, setLastDay] = useState(call?.lastDay ?? '');
  const [showsPlace, setShowsPlace] = useState(call?.showsPlace ?? true);
  const setting = useMutation({
    mutationFn: () => setCall(fairId, { lastDay, showsPlace }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['applications', fairId] }),
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    setting.mutate();
  };
  return (
    <form className={classes.callForm} onSubmit={save}>
      <label className={fields.field}>
        <span className={fields.label}>{m.applications_last_day()}</span>
        <input
          type="date"
          className={fields.control}
          required
          value={lastDay}
          onChange={(event) => setLastDay(event.currentTarget.value)}
        />
      </label>
      <label className={classes.tick}>
        <input
          type="checkbox"
          checked={showsPlace}
          onChange={(event) => setShowsPlace(event.currentTarget.checked)}
        />
        {m.applications_shows_place()}
      </label>
      {setting.error && <ProblemLine problem={setting.error} />}
      <button
        type="submit"
        className={call === null ? buttons.main : buttons.button}
        disabled={setting.isPending || lastDay === ''}
      >
        {call === null ? m.applications_call_open() : m.applications_call_save()}
      </button>
    </form>
  );
}

interface ListProps {
  fairId: string;
  applications: Applications['applications'];
  timeZone: string;
  words: PeopleWords;
  onOpen: (id: string) => void;
}

type Shown = (typeof LISTED_STATES)[number] | 'all';

function List({ fairId, applications, timeZone, words, onOpen }: ListProps) {
  const { language } = useLanguage();
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<Shown>('all');
  const [place, setPlace] = useState('');
  const [classCode, setClassCode] = useState('');
  const productClasses = useQuery(productClassesQuery);
  const ordering = useMutation({
    mutationFn: (ids: string[]) => orderWaitingList(fairId, ids),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['applications', fairId] }),
  });
  if (applications.length === 0) {
    return <Empty title={m.applications_none()} text={m.applications_none_text()} />;
  }
  const placeOf = (each: Summary) => (language === 'vi' ? each.placeNameVi : each.placeNameEn);
  const places = [...new Set(applications.map(placeOf))].sort((one, other) =>
    one.localeCompare(other, language),
  );
  const used = new Set(applications.flatMap(({ classCodes }) => classCodes));
  const fits = (each: Summary) =>
    (place === '' || placeOf(each) === place) &&
    (classCode === '' || each.classCodes.includes(classCode)) &&
    (words.holds(each.name, typed) ||
      words.holds(placeOf(each), typed) ||
      String(each.number) === typed.trim());
  const fitting = applications.filter(fits);
  const count = (each: Shown) =>
    each === 'all' ? fitting.length : fitting.filter((one) => one.state === each).length;
  const shown = fitting.filter((each) => state === 'all' || each.state === state);
  const line = applications
    .filter((each) => each.state === 'waiting')
    .toSorted((one, other) => (one.placeInLine ?? 0) - (other.placeInLine ?? 0))
    .map(({ id }) => id);
  if (state === 'waiting') {
    shown.sort((one, other) => (one.placeInLine ?? 0) - (other.placeInLine ?? 0));
  }
  const move = (id: string, by: -1 | 1) => {
    const from = line.indexOf(id);
    const moved = line.filter((each) => each !== id);
    moved.splice(from + by, 0, id);
    ordering.mutate(moved);
  };
  return (
    <>
      <div className={classes.filters}>
        <SearchField label={m.applications_search()} typed={typed} onType={setTyped} />
        <select
          className={fields.control}
          aria-label={m.applications_place()}
          value={place}
          onChange={(event) => setPlace(event.currentTarget.value)}
        >
          <option value="">
            {m.applications_place()}: {m.applications_any()}
          </option>
          {places.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
        <select
          className={fields.control}
          aria-label={m.applications_class()}
          value={classCode}
          onChange={(event) => setClassCode(event.currentTarget.value)}
        >
          <option value="">
            {m.applications_class()}: {m.applications_any()}
          </option>
          {(productClasses.data ?? [])
            .filter(({ code }) => used.has(code))
            .map(({ code, nameVi, nameEn }) => (
              <option key={code} value={code}>
                {language === 'vi' ? nameVi : nameEn}
              </option>
            ))}
        </select>
      </div>
      <div className={classes.states} role="group" aria-label={m.applications_states()}>
        {(['all', ...LISTED_STATES] as const)
          .filter((each) => each === 'all' || each === state || count(each) > 0)
          .map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={state === each}
              onClick={() => setState(each)}
            >
              {each === 'all' ? m.applications_all() : stateWords[each]()}: {count(each)}
            </button>
          ))}
      </div>
      {ordering.error && <ProblemLine problem={ordering.error} />}
      {shown.length === 0 ? (
        <p className={classes.quiet}>{m.applications_nothing()}</p>
      ) : (
        <ul className={classes.list} data-testid="applications">
          {shown.map((each) => (
            <li key={each.id}>
              <button type="button" className={classes.row} onClick={() => onOpen(each.id)}>
                <span className={classes.rowHead}>
                  <strong dir="auto">{each.name}</strong>
                  <span className={`${classes.chip} ${classes[stateTones[each.state]]}`}>
                    {stateWords[each.state]()}
                    {each.placeInLine !== null &&
                      `, ${m.applications_in_line({ place: each.placeInLine })}`}
                  </span>
                </span>
                <span className={classes.quiet}>
                  {[
                    m.applications_number({ number: each.number }),
                    words.ofKind(each.kind),
                    placeOf(each),
                    each.fileCount > 0 ? m.applications_files({ n: each.fileCount }) : null,
                    m.applications_sent_at({
                      time: formatDateTime(each.sentAt, timeZone, language),
                    }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </button>
              {state === 'waiting' && (
                <span className={classes.order}>
                  <button
                    type="button"
                    className={buttons.quiet}
                    aria-label={m.applications_up({ name: each.name })}
                    disabled={ordering.isPending || line[0] === each.id}
                    onClick={() => move(each.id, -1)}
                  >
                    <ArrowUp size={18} aria-hidden />
                  </button>
                  <button
                    type="button"
                    className={buttons.quiet}
                    aria-label={m.applications_down({ name: each.name })}
                    disabled={ordering.isPending || line.at(-1) === each.id}
                    onClick={() => move(each.id, 1)}
                  >
                    <ArrowDown size={18} aria-hidden />
                  </button>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
