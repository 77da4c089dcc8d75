import { useEffect, useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useLocation, useRouter } from '@tanstack/react-router';
import { Problem } from '../api/problem';
import { queryClient, sessionQuery } from '../api/queries';
import { RefusalNote } from '../home/entrance';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { LinkPage, LinkPending, LinkRefused } from './one-time-link';
import { tokenIn } from './people.rules';
import { acceptAsNewPerson, acceptInvitation, readInvited } from './people.requests';
import classes from './people.module.css';
import { PersonForm } from './person-form';
import { roleWords, scopeWords } from './role-words';

/** `/invite#token=…`: a role in a fair, for a new account or the one that is signed in. */
export function InviteScreen() {
  const { language } = useLanguage();
  const token = tokenIn(useLocation().hash);
  const router = useRouter();
  const [isNew, setNew] = useState(false);
  const session = useQuery(sessionQuery);
  const invited = useQuery({
    queryKey: ['invited', token],
    queryFn: () => readInvited(token ?? ''),
    enabled: token !== null,
    staleTime: Infinity,
    retry: (count, problem) => count < 2 && problem instanceof Problem && problem.status === 0,
  });
  const goIn = async () => {
    await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
    await queryClient.invalidateQueries({ queryKey: ['fairs'] });
    await router.navigate({ to: '/' });
  };
  const taking = useMutation({ mutationFn: acceptInvitation, onSuccess: goIn });
  const joining = useMutation({ mutationFn: acceptAsNewPerson, onSuccess: goIn });
  useEffect(() => {
    document.title = `${m.people_invited_title()} · Phiên`;
  });
  if (token === null) return <LinkRefused error={null} />;
  if (invited.isError) {
    return <LinkRefused error={invited.error} onRetry={() => void invited.refetch()} />;
  }
  if (invited.isPending || session.isPending) return <LinkPending />;

  const { fairNameVi, fairNameEn, role } = invited.data;
  const scope = scopeWords(invited.data, language);
  const caller = session.data;
  return (
    <LinkPage
      title={m.people_invited_title()}
      text={
        <>
          <p className={classes.invitedFair}>{language === 'vi' ? fairNameVi : fairNameEn}</p>
          <p>
            <strong>{roleWords[role].name()}</strong>
            {scope && ` · ${scope}`}
          </p>
          <p>{roleWords[role].purpose()}</p>
        </>
      }
    >
      {caller && !isNew ? (
        <>
          <RefusalNote error={taking.error} />
          <button
            type="button"
            className={buttons.main}
            disabled={taking.isPending}
            onClick={() => taking.mutate(token)}
          >
            {m.people_accept_as({ name: caller.name })}
          </button>
          <button type="button" className={buttons.button} onClick={() => setNew(true)}>
            {m.people_accept_as_other()}
          </button>
        </>
      ) : (
        <>
          <PersonForm
            button={m.people_accept_new()}
            isPending={joining.isPending}
            error={joining.error}
            onSubmit={(person) => joining.mutate({ ...person, token })}
          />
          {!caller && (
            <p className={classes.aside}>
              {m.people_has_account()}{' '}
              <Link to="/" search={{ next: '/invite' }} hash={`token=${token}`}>
                {m.people_has_account_link()}
              </Link>
            </p>
          )}
        </>
      )}
    </LinkPage>
  );
}
