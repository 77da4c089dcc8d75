import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Fair } from '../api/client';
import { m } from '../paraglide/messages.js';
import { AppShell } from '../ui/app-shell';
import { FairProblem, FairScreen } from '../ui/fair-screen';
import { useLanguage } from '../i18n/language';
import { DemoMark } from '../ui/marks';
import { Skeleton } from '../ui/states';
import { ToastPlace } from '../ui/toast';
import { DrawingDesk } from './drawing-desk';
import type { Draft } from './drawing.rules';
import { draftQuery } from './edit-requests';

const route = getRouteApi('/plan/edit');
const shapes = [44, 480];

/** `/plan/edit`: which fair; then the draft of its plan on the drawing desk. */
export function EditScreen() {
  const { fair: code } = route.useSearch();
  return (
    <FairScreen screen="plan" title={m.edit_title()} code={code} shapes={shapes}>
      {({ caller, fair }) => (
        <ToastPlace>
          <DraftOf key={fair.id} fair={fair} login={caller.login} />
        </ToastPlace>
      )}
    </FairScreen>
  );
}

function DraftOf({ fair, login }: { fair: Fair; login: string }) {
  const { language } = useLanguage();
  const asked = useQuery(draftQuery(fair.id));
  return (
    <AppShell
      name={language === 'vi' ? fair.nameVi : fair.nameEn}
      fairCode={fair.code}
      marks={fair.isDemo && <DemoMark />}
    >
      {asked.isError ? (
        <FairProblem problem={asked.error} login={login} onRetry={() => void asked.refetch()} />
      ) : asked.data ? (
        <Opened fair={fair} draft={asked.data} />
      ) : (
        <Skeleton shapes={shapes} />
      )}
    </AppShell>
  );
}

/* What was opened stays what is drawn on, whatever is asked for again later. */
function Opened({ fair, draft }: { fair: Fair; draft: Draft }) {
  const [opened] = useState(draft);
  return <DrawingDesk fair={fair} draft={opened} />;
}
