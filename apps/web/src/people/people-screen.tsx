import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { UserPlus } from 'lucide-react';
import type { Caller, Fair } from '../api/client';
import { fairsQuery, sessionQuery } from '../api/queries';
import { rolesIn, screensOf } from '../home/role-doors.rules';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { AppShell } from '../ui/app-shell';
import buttons from '../ui/buttons.module.css';
import { DoorLink } from '../ui/door-link';
import { Kit } from '../ui/kit';
import '../ui/kit-dialogs';
import { DemoMark } from '../ui/marks';
import { ErrorState, Forbidden, Skeleton } from '../ui/states';
import { ExhibitorsTab } from './exhibitors-tab';
import { InvitationsTab } from './invitations-tab';
import { InviteDialog } from './invite-dialog';
import classes from './people.module.css';
import { PeopleTab } from './people-tab';

const route = getRouteApi('/people');

/** `/people?fair=`: who works in a fair as what, whom it waits for, and who takes part. */
export function PeopleScreen() {
  const { fair: code } = route.useSearch();
  const session = useQuery(sessionQuery);
  const fairs = useQuery({ ...fairsQuery, enabled: Boolean(session.data) });
  const failed = [session, fairs].find((query) => query.isError);
  if (failed?.error) {
    return (
      <AppShell name={m.door_people()}>
        <ErrorState problem={failed.error} onRetry={() => void failed.refetch()} />
      </AppShell>
    );
  }
  if (!session.data || !fairs.data) {
    return (
      <AppShell name={m.door_people()}>
        <Skeleton shapes={[44, 64, 64, 64]} />
      </AppShell>
    );
  }
  const fair = fairToShow(fairs.data, session.data, code);
  if (!fair) {
    return (
      <AppShell name={m.door_people()}>
        <Forbidden
          login={session.data.login}
          action={
            <Link to="/" className={buttons.button}>
              {m.to_home()}
            </Link>
          }
        />
      </AppShell>
    );
  }
  return <PeopleOf key={fair.id} fair={fair} />;
}

function fairToShow(fairs: Fair[], caller: Caller, code: string | undefined): Fair | undefined {
  const mine = fairs.filter((fair) => screensOf(rolesIn(caller, fair.id)).includes('people'));
  return code === undefined ? mine[0] : mine.find((fair) => fair.code === code);
}

function PeopleOf({ fair }: { fair: Fair }) {
  const { language } = useLanguage();
  const { tab = 'people' } = route.useSearch();
  const [isInviting, setInviting] = useState(false);
  const tabs = [
    { tab: 'people', word: m.people_tab_people() },
    { tab: 'invitations', word: m.people_tab_invitations() },
    { tab: 'exhibitors', word: m.people_tab_exhibitors() },
  ] as const;
  return (
    <AppShell
      name={language === 'vi' ? fair.nameVi : fair.nameEn}
      fairCode={fair.code}
      marks={fair.isDemo && <DemoMark />}
    >
      <Kit>
        <div className={classes.page}>
          <div className={classes.head}>
            <h1 className={classes.title}>{m.door_people()}</h1>
            {tab !== 'exhibitors' && (
              <button type="button" className={buttons.main} onClick={() => setInviting(true)}>
                <UserPlus size={18} aria-hidden />
                {m.people_invite()}
              </button>
            )}
          </div>
          <nav className={classes.tabs} aria-label={m.door_people()}>
            {tabs.map((each) => (
              <DoorLink
                key={each.tab}
                href={`/people?fair=${fair.code}${each.tab === 'people' ? '' : `&tab=${each.tab}`}`}
                aria-current={each.tab === tab ? 'page' : undefined}
              >
                {each.word}
              </DoorLink>
            ))}
          </nav>
          {tab === 'people' && <PeopleTab fairId={fair.id} />}
          {tab === 'invitations' && (
            <InvitationsTab fairId={fair.id} onInvite={() => setInviting(true)} />
          )}
          {tab === 'exhibitors' && <ExhibitorsTab fairId={fair.id} />}
        </div>
        {isInviting && <InviteDialog fairId={fair.id} onClose={() => setInviting(false)} />}
      </Kit>
    </AppShell>
  );
}
