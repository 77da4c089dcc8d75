import { useEffect, useRef, useState } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { UserPlus } from 'lucide-react';
import type { Fair } from '../api/client';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { AppShell } from '../ui/app-shell';
import buttons from '../ui/buttons.module.css';
import { DoorLink } from '../ui/door-link';
import { FairScreen } from '../ui/fair-screen';
import { Kit } from '../ui/kit';
import '../ui/kit-dialogs';
import { DemoMark } from '../ui/marks';
import { useLatePart } from '../ui/late-part';
import { Skeleton } from '../ui/states';
import strip from '../ui/tabs.module.css';
import { ToastPlace } from '../ui/toast';
import { ExhibitorsTab } from './exhibitors-tab';
import { InvitationsTab } from './invitations-tab';
import { InviteDialog } from './invite-dialog';
import { kindWords } from './kind-words';
import classes from './people.module.css';
import type { Exhibitor } from './people.requests';
import { holds } from './people.rules';
import { PeopleTab } from './people-tab';
import { WallsTab } from './walls-tab';

const route = getRouteApi('/people');

const loadApplications = () => import('../applications/applications-part');
const lentWords = { ofKind: (kind: Exhibitor['kind']) => kindWords[kind](), holds };

/** `/people?fair=`: who works in a fair as what, whom it waits for, and who takes part. */
export function PeopleScreen() {
  const { fair: code } = route.useSearch();
  return (
    <FairScreen screen="people" title={m.door_people()} code={code} shapes={[44, 64, 64, 64]}>
      {({ fair }) => (
        <ToastPlace>
          <PeopleOf key={fair.id} fair={fair} />
        </ToastPlace>
      )}
    </FairScreen>
  );
}

function PeopleOf({ fair }: { fair: Fair }) {
  const { language } = useLanguage();
  const asked = route.useSearch().tab;
  const tabs = [
    { tab: 'people', word: m.people_tab_people() },
    { tab: 'invitations', word: m.people_tab_invitations() },
    { tab: 'exhibitors', word: m.people_tab_exhibitors() },
    { tab: 'applications', word: m.applications_tab() },
    { tab: 'walls', word: m.wall_title() },
  ] as const;
  const tab = tabs.find((each) => each.tab === asked)?.tab ?? 'people';
  const [isInviting, setInviting] = useState(false);
  const applications = useLatePart(loadApplications, tab === 'applications' ? 0 : null);
  /* On a phone the strip is wider than the screen. */
  const tabStrip = useRef<HTMLElement>(null);
  useEffect(() => {
    const chosen = tabStrip.current?.querySelector('[aria-current]');
    chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [tab]);
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
            {(tab === 'people' || tab === 'invitations') && (
              <button type="button" className={buttons.main} onClick={() => setInviting(true)}>
                <UserPlus size={18} aria-hidden />
                {m.people_invite()}
              </button>
            )}
          </div>
          <nav ref={tabStrip} className={strip.tabs} aria-label={m.door_people()}>
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
          {tab === 'applications' &&
            (applications ? (
              <applications.ApplicationsPart fair={fair} words={lentWords} />
            ) : (
              <Skeleton shapes={[88, 56, 72]} />
            ))}
          {tab === 'walls' && <WallsTab fairId={fair.id} />}
        </div>
        {isInviting && <InviteDialog fairId={fair.id} onClose={() => setInviting(false)} />}
      </Kit>
    </AppShell>
  );
}
