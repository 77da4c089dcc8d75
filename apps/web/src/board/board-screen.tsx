import { getRouteApi } from '@tanstack/react-router';
import type { Board, Fair } from '../api/client';
import { Problem } from '../api/problem';
import { rolesIn } from '../home/role-doors.rules';
import { useLanguage } from '../i18n/language';
import { formatHourMinute } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { AppShell } from '../ui/app-shell';
import { AsOfChip } from '../ui/as-of-chip';
import { FairProblem, FairScreen } from '../ui/fair-screen';
import { useLatePart } from '../ui/late-part';
import { DemoMark, MovedClockMark } from '../ui/marks';
import { Skeleton, StaleBar } from '../ui/states';
import { BoardPictures } from './board-pictures';
import { BoardControls } from './board-controls';
import { isGateAlarm, isToday, lacksSilent } from './day-line.rules';
import { selectionOf } from './selection.rules';
import type { Selection } from './selection.rules';
import { useShownBoard } from './use-shown-board';

const loadBars = () => import('./alarm-bars');
const loadRefusal = () => import('./refused-choice');

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
  const alarms = useLatePart(loadBars, board && isAlarming(board) ? 0 : null);
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
            {board && alarms && (
              <alarms.default board={board} fairCode={isOrganizer ? fair.code : null} />
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

const isAlarming = (board: Board) =>
  board.reconciliation.differenceCount > 0 ||
  lacksSilent(board) ||
  (isToday(board) && isGateAlarm(board.visits));

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

interface BoardProblemProps {
  fair: Fair;
  selection: Selection;
  problem: Error;
  login: string;
  onRetry: () => void;
}

function BoardProblem({ fair, selection, problem, login, onRetry }: BoardProblemProps) {
  const isRefused =
    problem instanceof Problem && (problem.status === 400 || problem.code === 'too_few_booths');
  const refusal = useLatePart(loadRefusal, isRefused ? 0 : null);
  if (isRefused) {
    return refusal && <refusal.default fair={fair} selection={selection} problem={problem} />;
  }
  return <FairProblem problem={problem} login={login} onRetry={onRetry} />;
}
