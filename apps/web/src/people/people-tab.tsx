import { useState } from 'react';
import { Modal } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { KeyRound, LockOpen, UserX, X } from 'lucide-react';
import { queryClient } from '../api/queries';
import { RefusalNote } from '../home/entrance';
import { useLanguage } from '../i18n/language';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { ErrorState, Skeleton } from '../ui/states';
import { useToast } from '../ui/toast';
import { LinkCard } from './link-card';
import classes from './people.module.css';
import {
  closeAccount,
  giveRole,
  issueResetLink,
  readPeople,
  reopenAccount,
  withdrawRole,
} from './people.requests';
import type { Person } from './people.requests';
import { roleWords } from './role-words';

type PersonRole = Person['roles'][number];

/** Everyone with a role, and what an organizer may do about it. */
export function PeopleTab({ fairId }: { fairId: string }) {
  /* Invitations are taken elsewhere: whoever opens the list sees who came meanwhile. */
  const people = useQuery({
    queryKey: ['people', fairId],
    queryFn: () => readPeople(fairId),
    staleTime: 0,
  });
  const say = useToast();
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

  const withdraw = ({ accountId, name }: Person, { role, exhibitorId }: PersonRole) =>
    doing.mutate(async () => {
      await withdrawRole(fairId, accountId, role);
      say({
        text: m.people_withdrawn({ name, role: roleWords[role].name() }),
        undo: () =>
          doing.mutate(() =>
            giveRole(fairId, accountId, { role, ...(exhibitorId !== null && { exhibitorId }) }),
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
  const reopen = ({ accountId }: Person) => doing.mutate(() => reopenAccount(fairId, accountId));

  return (
    <section aria-label={m.people_tab_people()}>
      <RefusalNote error={error} />
      {people.isError ? (
        <ErrorState problem={people.error} onRetry={() => void people.refetch()} />
      ) : people.isPending ? (
        <Skeleton shapes={[72, 72, 72]} />
      ) : (
        <ul className={classes.rows} data-testid="people">
          {people.data.map((person) => (
            <PersonRow
              key={person.accountId}
              person={person}
              onWithdraw={(role) => withdraw(person, role)}
              onClose={() => close(person)}
              onReopen={() => reopen(person)}
              onReset={() => resetting.mutate(person.accountId)}
            />
          ))}
        </ul>
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
}

function PersonRow({ person, onWithdraw, onClose, onReopen, onReset }: PersonRowProps) {
  const { language } = useLanguage();
  const { name, login, isYou, isClosed, isInYourHands, lastSignInAt, roles } = person;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <li className={classes.person}>
      <div className={classes.who}>
        <strong>{name}</strong>
        <span className={classes.quiet}>{login}</span>
        {isYou && <span className={classes.chip}>{m.people_you()}</span>}
        {isClosed && <span className={classes.closedChip}>{m.people_is_closed()}</span>}
      </div>
      <ul className={classes.chips}>
        {roles.map((each) => {
          const role = roleWords[each.role].name();
          return (
            <li key={each.role} className={classes.roleChip}>
              <span>{each.exhibitorName ? `${role} · ${each.exhibitorName}` : role}</span>
              {!(isYou && each.role === 'organizer') && (
                <button
                  type="button"
                  aria-label={m.people_withdraw_role({ role, name })}
                  title={m.people_withdraw_role({ role, name })}
                  onClick={() => onWithdraw(each)}
                >
                  <X size={16} aria-hidden />
                </button>
              )}
            </li>
          );
        })}
      </ul>
      <p className={classes.quiet}>
        {lastSignInAt === null
          ? m.people_never_in()
          : m.people_last_in({ time: formatDateTime(lastSignInAt, zone, language) })}
      </p>
      <div className={classes.deeds}>
        {isInYourHands && !isClosed && (
          <>
            <button
              type="button"
              className={buttons.quiet}
              aria-label={m.people_reset_of({ name })}
              onClick={onReset}
            >
              <KeyRound size={16} aria-hidden />
              {m.people_reset()}
            </button>
            <button
              type="button"
              className={buttons.quiet}
              aria-label={m.people_close_of({ name })}
              onClick={onClose}
            >
              <UserX size={16} aria-hidden />
              {m.people_close()}
            </button>
          </>
        )}
        {isInYourHands && isClosed && (
          <button
            type="button"
            className={buttons.quiet}
            aria-label={m.people_reopen_of({ name })}
            onClick={onReopen}
          >
            <LockOpen size={16} aria-hidden />
            {m.people_reopen()}
          </button>
        )}
      </div>
    </li>
  );
}
