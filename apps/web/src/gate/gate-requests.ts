import { answered, client, present } from '../api/client';
import type { components } from '../api/schema.generated';
import type { FairDay } from './fair-day.rules';
import type { GatePlace } from './tally-store';
import type { Tally, Word } from './tally.rules';

export type Gate = components['schemas']['GateDto'];
export type Visits = components['schemas']['VisitsDto'];

/* A fair's network swallows packets; a phone must not wait for an answer that never comes. */
const PATIENCE_MS = 10_000;
const inTime = () => ({ signal: AbortSignal.timeout(PATIENCE_MS) });

export async function readGates(fairId: string) {
  return present(
    await answered(
      client.GET('/api/fairs/{fairId}/gates', { params: { path: { fairId } }, ...inTime() }),
    ),
  );
}

/** Opens the gates that the plan shows. */
export async function openGates(fairId: string) {
  return present(
    await answered(
      client.POST('/api/fairs/{fairId}/gates', { params: { path: { fairId } }, ...inTime() }),
    ),
  );
}

/** Where the fair's days begin: what a gate needs of it, and all that it keeps. */
export async function readFairDay(fairId: string): Promise<FairDay> {
  const { timeZone, dayCutMinutes } = present(
    await answered(
      client.GET('/api/fairs/{fairId}', { params: { path: { fairId } }, ...inTime() }),
    ),
  );
  return { timeZone, dayCutMinutes };
}

/** Today's visits at every gate, and how full the fair is. */
export async function readVisits(fairId: string): Promise<Visits> {
  return present(
    await answered(
      client.GET('/api/fairs/{fairId}/visits', { params: { path: { fairId } }, ...inTime() }),
    ),
  );
}

export async function readCapacity(fairId: string) {
  return present(
    await answered(
      client.GET('/api/fairs/{fairId}/capacity', { params: { path: { fairId } }, ...inTime() }),
    ),
  );
}

export async function setCapacity(fairId: string, visitors: number | null) {
  return present(
    await answered(
      client.PUT('/api/fairs/{fairId}/capacity', {
        params: { path: { fairId } },
        body: { visitors },
        ...inTime(),
      }),
    ),
  );
}

/** Sends one word of a counter; the same again is the same. */
export async function sendWord(
  place: GatePlace,
  { deviceId, epoch }: Tally,
  { taps: _, isAttempted: __, ...word }: Word,
): Promise<Visits> {
  const { visits } = present(
    await answered(
      client.POST('/api/fairs/{fairId}/gates/{gateId}/counts', {
        params: { path: { fairId: place.fairId, gateId: place.gateId } },
        body: { deviceId, epoch, ...word },
        ...inTime(),
      }),
    ),
  );
  return visits;
}
