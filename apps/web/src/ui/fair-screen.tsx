import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import type { Caller, Fair } from '../api/client';
import { Problem } from '../api/problem';
import { fairsQuery, queryClient, sessionQuery } from '../api/queries';
import { rolesIn, screensOf } from '../home/role-doors.rules';
import type { Screen } from '../home/role-doors.rules';
import { m } from '../paraglide/messages.js';
import { AppShell } from './app-shell';
import buttons from './buttons.module.css';
import { ErrorState, Forbidden, Skeleton } from './states';

/** Who came, to which fair, and to which others the same screen would open. */
export interface Entered {
  caller: Caller;
  fair: Fair;
  fairs: Fair[];
}

interface FairScreenProps {
  screen: Screen;
  /** What stands in the frame until the fair is known. */
  title: string;
  /** The fair of the address; without one it is the running one, else the first. */
  code: string | undefined;
  /** Heights of the grey shapes, in px, while it is asked who came and to which fairs. */
  shapes: readonly number[];
  /** In place of the word that this is not for them, for those whom the screen does not open to. */
  stranger?: (login: string) => ReactNode;
  children: (entered: Entered) => ReactNode;
}

/** Before any screen of a fair: who, which fair, and whether their roles open it. */
export function FairScreen({ screen, title, code, shapes, stranger, children }: FairScreenProps) {
  const session = useQuery(sessionQuery);
  const asked = useQuery({ ...fairsQuery, enabled: Boolean(session.data) });
  const failed = [session, asked].find((query) => query.isError);
  const caller = session.data;
  const fairs =
    caller && asked.data?.filter((fair) => screensOf(rolesIn(caller, fair.id)).includes(screen));
  const fair =
    code === undefined
      ? (fairs?.find(({ state }) => state === 'running') ?? fairs?.[0])
      : fairs?.find((each) => each.code === code || each.id === code);
  if (caller && fairs && fair && !failed) return children({ caller, fair, fairs });
  return (
    <AppShell name={title}>
      {failed?.error ? (
        <ErrorState problem={failed.error} onRetry={() => void failed.refetch()} />
      ) : !caller || !fairs ? (
        <Skeleton shapes={shapes} />
      ) : (
        (stranger?.(caller.login) ?? <Forbidden login={caller.login} action={<HomeLink />} />)
      )}
    </AppShell>
  );
}

export const HomeLink = () => (
  <Link to="/" className={buttons.button}>
    {m.to_home()}
  </Link>
);

interface FairProblemProps {
  problem: Error;
  login: string;
  onRetry: () => void;
}

/**
 * What a screen of a fair could not get. The fair was in this caller's own list, so not found means
 * that a role was withdrawn meanwhile; a session that has ended is forgotten here, too.
 */
export function FairProblem({ problem, login, onRetry }: FairProblemProps) {
  const status = problem instanceof Problem ? problem.status : 0;
  const hasLeft = status === 401;
  const router = useRouter();
  useEffect(() => {
    if (!hasLeft) return;
    queryClient.setQueryData(sessionQuery.queryKey, null);
    void router.invalidate();
  }, [hasLeft, router]);
  if ([401, 403, 404].includes(status)) return <Forbidden login={login} action={<HomeLink />} />;
  return <ErrorState problem={problem} onRetry={onRetry} />;
}
