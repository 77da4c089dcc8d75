import { Suspense, lazy } from 'react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { sessionQuery } from '../api/queries';
import { AppShell } from '../ui/app-shell';
import { ErrorState, Skeleton } from '../ui/states';
import { FairChoice } from './fair-choice';
import { SignIn } from './sign-in';

const route = getRouteApi('/');

const FairItself = lazy(() =>
  import('../fairs/fair-itself-screen').then((module) => ({ default: module.FairItselfScreen })),
);

/** One goes there from the list of fairs, so its script is named here and not in every page's start. */
export function FairItselfScreen() {
  return (
    <Suspense>
      <FairItself />
    </Suspense>
  );
}

/** `/`: sign in, then choose a fair and a role to enter it by. */
export function HomeScreen() {
  const { next } = route.useSearch();
  const session = useQuery(sessionQuery);
  if (session.isPending) {
    return (
      <AppShell name="Phiên">
        <Skeleton shapes={[40, 160, 160]} />
      </AppShell>
    );
  }
  if (session.isError) {
    return (
      <AppShell name="Phiên">
        <ErrorState problem={session.error} onRetry={() => void session.refetch()} />
      </AppShell>
    );
  }
  if (session.data === null) return <SignIn next={next} />;
  return <FairChoice caller={session.data} />;
}
