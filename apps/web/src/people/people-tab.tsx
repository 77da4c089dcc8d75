import { useState } from 'react';
import { Menu, Modal, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { KeyRound, LockOpen, Search, ShieldMinus, Smartphone, UserX } from 'lucide-react';
import { queryClient } from '../api/queries';
import { RefusalNote } from '../home/entrance';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { ErrorState, Skeleton } from '../ui/states';
import { useToast } from '../ui/toast';
import { Deeds } from './deeds';
import { LinkCard } from './link-card';
import classes from './people.module.css';
import { holds } from './people.rules';
import {
  closeAccount,
  giveRole,
  issueResetLink,
  readPeople,
  reopenAccount,
  resetSecondFactor,
  withdrawRole,
} from './people.requests';
import type { Person } from './people.requests';
import { roleWords, scopeWords } from './role-words';

type PersonRole = Person['roles'][number];

/** A list that is longer than a screen is searched. */
const SEARCHED_FROM = 8;

/** Everyone with a role, and what an organizer may do about it. */
export function PeopleTab({ fairId }: { fairId: string }) {
  /* Invitations are taken elsewhere: whoever opens the list sees who came meanwhile. */
  const people = useQuery({
    queryKey: ['people', fairId],
    queryFn: () => readPeople(fairId),
    staleTime: 0,
  });
  const { language } = useLanguage();
  const say = useToast();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<Error | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['people', fairId] });
  const doing = useMutation({
    mutationFn: (deed: () => Promise<unknown>) => deed(),
    onMutate: () => setError(null),
    onError: setError,
    onSettled: refresh,
  });
  const resetting = useMutation({
    mutationFn: (accountId: string) => issueResetLink(fairId, accountId),
    onMutate: () => setError(null),
    onError: setError,
  });

  const withdraw = (
    { accountId, name }: Person,
    { role, exhibitorId, delegationId, zoneIds }: PersonRole,
  ) =>
    doing.mutate(async () => {
      await withdrawRole(fairId, accountId, role);
      say({
        text: m.people_withdrawn({ name, role: roleWords[role].name() }),
        undo: () =>
          doing.mutate(() =>
            giveRole(fairId, accountId, {
              role,
              ...(exhibitorId !== null && { exhibitorId }),
              ...(delegationId !== null && { delegationId }),
              ...(zoneIds.length > 0 && { zoneIds }),
            }),
          ),
      });
    });
  const close = ({ accountId, name }: Person) =>
    doing.mutate(async () => {
      await closeAccount(fairId, accountId);
      say({
        text: m.people_closed({ name }),
        undo: () => doing.mutate(() => reopenAccount(fairId, accountId)),
      });
    });
  const takePhone = ({ accountId, name }: Person) =>
    doing.mutate(async () => {
      await resetSecondFactor(fairId, accountId);
      say({ text: m.people_phone_taken({ name }) });
    });
  const reopen = ({ accountId }: Person) => doing.mutate(() => reopenAccount(fairId, accountId));
  const found = (people.data ?? []).filter(({ name, login, roles }) =>
    [name, login, ...roles.map((each) => scopeWords(each, language) ?? '')].some((text) =>
      holds(text, typed),
    ),
  );

  return (
    <section aria-label={m.people_tab_people()}>
      <RefusalNote error={error} />
      {people.isError ? (
        <ErrorState problem={people.error} onRetry={() => void people.refetch()} />
      ) : people.isPending ? (
        <Skeleton shapes={[72, 72, 72]} />
      ) : (
        <>
          {people.data.length >= SEARCHED_FROM && (
            <div className={classes.tools}>
              <TextInput
                className={classes.search}
                aria-label={m.people_search_people()}
                placeholder={m.people_search_people()}
                leftSection={<Search size={18} aria-hidden />}
                size="md"
                type="search"
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
            </div>
          )}
          <p className={classes.count} role="status">
            {m.people_found({ count: formatCount(found.length, language) })}
          </p>
          <div className={`${classes.heads} ${classes.person}`} aria-hidden>
            <span>{m.people_col_person()}</span>
            <span>{m.people_col_role()}</span>
            <span>{m.people_col_last_in()}</span>
          </div>
          <ul className={classes.rows} data-testid="people">
            {found.map((person) => (
              <PersonRow
                key={person.accountId}
                person={person}
                onWithdraw={(role) => withdraw(person, role)}
                onClose={() => close(person)}
                onReopen={() => reopen(person)}
                onReset={() => resetting.mutate(person.accountId)}
                onLostPhone={() => takePhone(person)}
              />
            ))}
          </ul>
        </>
      )}
      {resetting.data && (
        <Modal
          opened
          onClose={() => resetting.reset()}
          title={m.people_reset_title()}
          closeButtonProps={{ 'aria-label': m.toast_close() }}
          centered
        >
          <LinkCard
            path={`/reset#token=${resetting.data.token}`}
            text={m.people_reset_made({ name: resetting.data.name, login: resetting.data.login })}
          />
        </Modal>
      )}
    </section>
  );
}

interface PersonRowProps {
  person: Person;
  onWithdraw: (role: PersonRole) => void;
  onClose: () => void;
  onReopen: () => void;
  onReset: () => void;
  onLostPhone: () => void;
}

function PersonRow(props: PersonRowProps) {
  const { person, onWithdraw, onClose, onReopen, onReset, onLostPhone } = props;
  const { language } = useLanguage();
  const { name, login, isYou, isClosed, isInYourHands, lastSignInAt, roles } = person;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const lastIn = lastSignInAt === null ? null : formatDateTime(lastSignInAt, zone, language);
  const takeable = roles.filter(({ role }) => !(isYou && role === 'organizer'));
  return (
    <li className={classes.person}>
      <p className={classes.name}>
        <strong>{name}</strong>
        {isYou && <span className={classes.chip}>{m.people_you()}</span>}
        {isClosed && <span className={classes.closedChip}>{m.people_is_closed()}</span>}
      </p>
      <div className={classes.facts}>
        <ul className={classes.held}>
          {roles.map((each) => {
            const scope = scopeWords(each, language);
            return (
              <li key={each.role}>
                <span>{roleWords[each.role].name()}</span>
                {scope && <span className={classes.quiet}>{scope}</span>}
              </li>
            );
          })}
        </ul>
        <p className={classes.under}>{login}</p>
      </div>
      <p className={lastIn === null ? classes.term : classes.lastIn}>
        {lastIn ?? m.people_never_in()}
      </p>
      {(takeable.length > 0 || isInYourHands) && (
        <Deeds of={name}>
          {lastIn !== null && (
            <Menu.Label role="presentation">{m.people_last_in({ time: lastIn })}</Menu.Label>
          )}
          {isInYourHands && !isClosed && (
            <Menu.Item leftSection={<KeyRound size={18} aria-hidden />} onClick={onReset}>
              {m.people_reset()}
            </Menu.Item>
          )}
          {isInYourHands && person.hasSecondFactor && (
            <Menu.Item leftSection={<Smartphone size={18} aria-hidden />} onClick={onLostPhone}>
              {m.people_lost_phone()}
            </Menu.Item>
          )}
          {takeable.map((each) => (
            <Menu.Item
              key={each.role}
              leftSection={<ShieldMinus size={18} aria-hidden />}
              onClick={() => onWithdraw(each)}
            >
              {m.people_withdraw_role({ role: roleWords[each.role].name() })}
            </Menu.Item>
          ))}
          {isInYourHands && (
            <Menu.Item
              leftSection={
                isClosed ? <LockOpen size={18} aria-hidden /> : <UserX size={18} aria-hidden />
              }
              onClick={isClosed ? onReopen : onClose}
            >
              {isClosed ? m.people_reopen() : m.people_close()}
            </Menu.Item>
          )}
        </Deeds>
      )}
    </li>
  );
}
