import { lazy, Suspense } from 'react';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { Board, Fair } from '../api/client';
import { Problem } from '../api/problem';
import { rolesIn } from '../home/role-doors.rules';
import { useLanguage } from '../i18n/language';
import { formatHourMinute } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { AppShell } from '../ui/app-shell';
import { AsOfChip } from '../ui/as-of-chip';
import buttons from '../ui/buttons.module.css';
import { FairProblem, FairScreen } from '../ui/fair-screen';
import { DemoMark, MovedClockMark } from '../ui/marks';
import { Bar, Empty, Skeleton, StaleBar } from '../ui/states';
import { BoardPictures } from './board-pictures';
import { BoardControls } from './board-controls';
import { isToday, lacksSilent } from './day-line.rules';
import { searchOf, selectionOf } from './selection.rules';
import type { Selection } from './selection.rules';
import { useShownBoard } from './use-shown-board';

const VisitBars = lazy(() => import('./visit-bars'));
const SilenceBar = lazy(() => import('./silence-bar'));

const route = getRouteApi('/board');
const shapes = [44, 128, 320, 240];

/** `/board`: which fair, which day; then the board itself. */
export function BoardScreen() {
  const search = route.useSearch();
  return (
    <FairScreen screen="board" title={m.board_title()} code={search.fair} shapes={shapes}>
      {({ caller, fair, fairs }) => (
        <FairBoard
          key={fair.id}
          fair={fair}
          fairs={fairs}
          login={caller.login}
          isOrganizer={rolesIn(caller, fair.id).includes('organizer')}
          selection={selectionOf(search)}
        />
      )}
    </FairScreen>
  );
}

interface FairBoardProps {
  fair: Fair;
  fairs: Fair[];
  login: string;
  isOrganizer: boolean;
  selection: Selection;
}

function FairBoard({ fair, fairs, login, isOrganizer, selection }: FairBoardProps) {
  const { language } = useLanguage();
  const { board, frame, isBusy, asOf, state, since, problem, retry } = useShownBoard(
    fair.id,
    selection,
  );
  const timeZone = frame?.fair.timeZone ?? null;
  return (
    <AppShell
      name={nameOf(fair, language)}
      fairCode={fair.code}
      marks={<Marks fair={fair} clock={frame?.clock} />}
      chip={problem ? undefined : <AsOfChip state={state} asOf={asOf} timeZone={timeZone} />}
      bars={
        problem ? undefined : (
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
            {board && isToday(board) && isAlarming(board.visits) && (
              <Suspense>
                <VisitBars visits={board.visits} />
              </Suspense>
            )}
            {board && lacksSilent(board) && (
              <Suspense>
                <SilenceBar board={board} fairCode={isOrganizer ? fair.code : null} />
              </Suspense>
            )}
          </>
        )
      }
    >
      {frame && <BoardControls fair={fair} fairs={fairs} board={frame} selection={selection} />}
      {problem ? (
        <BoardProblem
          fair={fair}
          selection={selection}
          problem={problem}
          login={login}
          onRetry={retry}
        />
      ) : board ? (
        <BoardPictures board={board} selection={selection} isBusy={isBusy} />
      ) : (
        <Skeleton shapes={shapes} />
      )}
    </AppShell>
  );
}

const isAlarming = ({ difference, level }: Board['visits']) =>
  difference < 0 || level === 'near' || level === 'full';

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

interface BoardProblemProps {
  fair: Fair;
  selection: Selection;
  problem: Error;
  login: string;
  onRetry: () => void;
}

function BoardProblem({ fair, selection, problem, login, onRetry }: BoardProblemProps) {
  const { language } = useLanguage();
  const { status, code } = problem instanceof Problem ? problem : new Problem(0, problem.name);
  if (problem instanceof Problem && (status === 400 || code === 'too_few_booths')) {
    const isCrossing = code === 'too_few_booths';
    return (
      <Empty
        title={m.filter_refused_title()}
        text={problem.sentence(language) ?? m.error_code({ code })}
        action={
          <Link
            to="/board"
            search={
              isCrossing ? searchOf(fair.code, { ...selection, origins: [] }) : { fair: fair.code }
            }
            className={buttons.button}
          >
            {isCrossing ? m.filter_clear_origin() : m.filter_clear_all()}
          </Link>
        }
      />
    );
  }
  return <FairProblem problem={problem} login={login} onRetry={onRetry} />;
}
