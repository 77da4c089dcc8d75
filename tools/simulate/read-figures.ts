import { fairDayPlus, fairMoment } from '@phien/kernel';
import type {
  BoardAnswer,
  BoothsToDeclareAnswer,
  FairAnswer,
  RegisterAnswer,
  VisitsAnswer,
} from './fair-answers';
import type { FairClock } from './fair-clock';
import type { FairDoor } from './fair-door';
import type { FairFigures, Kept } from './outcome.rules';
import type { SimulatedTill } from './simulated-till';

/** The fair days from `firstDay` to now: one, or two when a play runs over the day's cut. */
export function daysSince(firstDay: string, fair: FairAnswer, clock: FairClock): string[] {
  const now = fairMoment(new Date(clock.nowMs()), fair.timeZone, fair.dayCutMinutes).day;
  const days: string[] = [];
  for (let day = firstDay; day <= now; day = fairDayPlus(day, 1)) {
    if (fair.days.some((known) => known.day === day)) days.push(day);
  }
  return days;
}

/** What registers, gates and board say now. Days of which nothing was read before count as empty then. */
export async function readFigures(
  door: FairDoor,
  fairId: string,
  days: readonly string[],
): Promise<FairFigures> {
  const registers = await door.get<RegisterAnswer[]>(`/api/fairs/${fairId}/registers`);
  const figures: FairFigures = {
    ledgerVnd: 0,
    boardVnd: 0,
    gateEntries: 0,
    boardEntries: 0,
    declaredVnd: 0,
    boardDeclaredVnd: 0,
  };
  for (const { epochs } of registers) {
    for (const { bookedVnd } of epochs) figures.ledgerVnd += bookedVnd;
  }
  for (const day of days) {
    const visits = await door.get<VisitsAnswer>(`/api/fairs/${fairId}/visits?day=${day}`);
    const board = await door.get<BoardAnswer>(`/api/fairs/${fairId}/board?day=${day}`);
    figures.gateEntries += visits.entries;
    figures.boardEntries += board.visits.entries;
    figures.boardVnd += board.revenue.measuredVnd;
    figures.boardDeclaredVnd += board.revenue.declaredVnd ?? 0;
    const { booths } = await door.get<BoothsToDeclareAnswer>(
      `/api/fairs/${fairId}/declared?day=${day}`,
    );
    for (const { declared } of booths) figures.declaredVnd += declared?.amountVnd ?? 0;
  }
  return figures;
}

/** What the ledger holds of these tills' chains. */
export async function readKept(
  door: FairDoor,
  fairId: string,
  tills: readonly SimulatedTill[],
): Promise<Kept> {
  const registers = await door.get<RegisterAnswer[]>(`/api/fairs/${fairId}/registers`);
  const byId = new Map(registers.map((register) => [register.id, register]));
  const kept: Kept = {
    linked: 0,
    booked: 0,
    setAside: 0,
    bookedVnd: 0,
    linesVnd: 0,
    paymentsVnd: 0,
  };
  for (const { enrolment } of tills) {
    const epochs = byId.get(enrolment.registerId)?.epochs ?? [];
    const chain = epochs.find(({ epoch }) => epoch === enrolment.epoch);
    if (!chain) continue;
    kept.linked += chain.linkedCount;
    kept.booked += chain.bookedCount;
    kept.setAside += chain.setAsideCount;
    kept.bookedVnd += chain.bookedVnd;
    kept.linesVnd += chain.linesVnd;
    kept.paymentsVnd += chain.paymentsVnd;
  }
  return kept;
}
