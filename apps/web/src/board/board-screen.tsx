import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi, useRouter } from '@tanstack/react-router';
import type { Caller, Fair } from '../api/client';
import type { Problem } from '../api/problem';
import { fairsQuery, pastBoardQuery, queryClient, sessionQuery } from '../api/queries';
import { screensOf, rolesIn } from '../home/role-doors.rules';
import { useLanguage } from '../i18n/language';
import { formatHourMinute } from '../i18n/times';
import { useLiveBoard } from '../live/use-live-board';
import { m } from '../paraglide/messages.js';
import { AppShell } from '../ui/app-shell';
import { AsOfChip } from '../ui/as-of-chip';
import buttons from '../ui/buttons.module.css';
import { DemoMark, MovedClockMark } from '../ui/marks';
import { Bar, Empty, ErrorState, Forbidden, Skeleton, StaleBar } from '../ui/states';
import { BoardPictures } from './board-pictures';
import { BoardControls } from './board-controls';

const route = getRouteApi('/board');
const shapes = [44, 128, 320, 240];

/** `/board`: which fair, which day; then the board itself. */
export function BoardScreen() {
  const { fair: fairCode, day } = route.useSearch();
  const session = useQuery(sessionQuery);
  const fairs = useQuery({ ...fairsQuery, enabled: Boolean(session.data) });
  const failed = [session, fairs].find((query) => query.isError);
  if (failed?.error) {
    return (
      <AppShell name={m.board_title()}>
        <ErrorState problem={failed.error} onRetry={() => void failed.refetch()} />
      </AppShell>
    );
  }
  if (!session.data || !fairs.data) {
    return (
      <AppShell name={m.board_title()}>
        <Skeleton shapes={shapes} />
      </AppShell>
    );
  }
  const fair = fairToShow(fairs.data, session.data, fairCode);
  if (!fair) return <NotForYou login={session.data.login} />;
  const props = { fair, fairs: withBoard(fairs.data, session.data), login: session.data.login };
  return day === undefined ? (
    <TodayBoard key={fair.id} {...props} />
  ) : (
    <PastBoard key={`${fair.id} ${day}`} {...props} day={day} />
  );
}

/* The fair of the address; without one, the first that this caller may see a board of. */
function fairToShow(fairs: Fair[], caller: Caller, code: string | undefined): Fair | undefined {
  if (code !== undefined) return fairs.find((fair) => fair.code === code || fair.id === code);
  const mine = withBoard(fairs, caller);
  return mine.find((fair) => fair.state === 'running') ?? mine[0] ?? fairs[0];
}

const withBoard = (fairs: Fair[], caller: Caller) =>
  fairs.filter((fair) => screensOf(rolesIn(caller, fair.id)).includes('board'));

interface FairBoardProps {
  fair: Fair;
  fairs: Fair[];
  login: string;
}

function TodayBoard({ fair, fairs, login }: FairBoardProps) {
  const { language } = useLanguage();
  const { board, asOf, state, since, problem, retry } = useLiveBoard(fair.id);
  if (problem) return <BoardProblem fair={fair} problem={problem} login={login} onRetry={retry} />;
  const timeZone = board?.fair.timeZone ?? null;
  return (
    <AppShell
      name={nameOf(fair, language)}
      marks={<Marks fair={fair} clock={board?.clock} />}
      chip={<AsOfChip state={state} asOf={asOf} timeZone={timeZone} />}
      bars={
        <>
          {(state === 'stale' || state === 'offline') && (
            <StaleBar
              state={state}
              since={
                since === null || timeZone === null
                  ? null
                  : formatHourMinute(since, timeZone, language)
              }
            />
          )}
          {board && <ReconciliationBar board={board} />}
        </>
      }
    >
      {board ? (
        <>
          <BoardControls fair={fair} fairs={fairs} board={board} isChosen={false} />
          <BoardPictures board={board} />
        </>
      ) : (
        <Skeleton shapes={shapes} />
      )}
    </AppShell>
  );
}

function PastBoard({ fair, fairs, login, day }: FairBoardProps & { day: string }) {
  const { language } = useLanguage();
  const past = useQuery(pastBoardQuery(fair.id, day));
  const board = past.data;
  if (past.isError && !board) {
    return (
      <BoardProblem
        fair={fair}
        problem={past.error}
        login={login}
        onRetry={() => void past.refetch()}
      />
    );
  }
  return (
    <AppShell
      name={nameOf(fair, language)}
      marks={<Marks fair={fair} clock={board?.clock} />}
      chip={
        <AsOfChip state="past" asOf={board?.asOf ?? null} timeZone={board?.fair.timeZone ?? null} />
      }
      bars={board && <ReconciliationBar board={board} />}
    >
      {board ? (
        <>
          <BoardControls fair={fair} fairs={fairs} board={board} isChosen />
          <BoardPictures board={board} />
        </>
      ) : (
        <Skeleton shapes={shapes} />
      )}
    </AppShell>
  );
}

const nameOf = (fair: Fair, language: 'vi' | 'en') =>
  language === 'vi' ? fair.nameVi : fair.nameEn;

function Marks({ fair, clock }: { fair: Fair; clock?: { isMoved: boolean; speed: number } }) {
  return (
    <>
      {fair.isDemo && <DemoMark />}
      {clock?.isMoved && <MovedClockMark speed={clock.speed} />}
    </>
  );
}

function ReconciliationBar({
  board,
}: {
  board: {
    reconciliation: { checkedAt: string | null; differenceCount: number };
    fair: { timeZone: string };
  };
}) {
  const { language } = useLanguage();
  const { checkedAt, differenceCount } = board.reconciliation;
  if (differenceCount === 0 || checkedAt === null) return null;
  const time = formatHourMinute(checkedAt, board.fair.timeZone, language);
  return <Bar tone="danger">{m.reconciliation_bar({ time, count: differenceCount })}</Bar>;
}

const HomeLink = () => (
  <Link to="/" className={buttons.button}>
    {m.to_home()}
  </Link>
);

function NotForYou({ login }: { login: string }) {
  return (
    <AppShell name={m.board_title()}>
      <Forbidden login={login} action={<HomeLink />} />
    </AppShell>
  );
}

interface BoardProblemProps {
  fair: Fair;
  problem: Problem | Error;
  login: string;
  onRetry: () => void;
}

function BoardProblem({ fair, problem, login, onRetry }: BoardProblemProps) {
  const { language } = useLanguage();
  const status = 'status' in problem ? problem.status : 0;
  const hasLeft = status === 401;
  const router = useRouter();
  useEffect(() => {
    if (!hasLeft) return;
    queryClient.setQueryData(sessionQuery.queryKey, null);
    void router.invalidate();
  }, [hasLeft, router]);
  return (
    <AppShell name={nameOf(fair, language)} marks={<Marks fair={fair} />}>
      {hasLeft || status === 403 ? (
        <Forbidden login={login} action={<HomeLink />} />
      ) : status === 404 ? (
        <Empty title={m.not_found_title()} text={m.not_found_text()} action={<HomeLink />} />
      ) : (
        <ErrorState problem={problem} onRetry={onRetry} />
      )}
    </AppShell>
  );
}
