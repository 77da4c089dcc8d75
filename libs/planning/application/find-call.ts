import { fairMoment } from '@phien/kernel';
import type { EntityManager } from 'typeorm';
import { FAIR_STATE_RULES } from '../fair/fair-state.rules';
import { Fair } from '../fair/fair.entity';
import { ApplicationCall } from './application-call.entity';
import { applicationsNotOpen } from './application.refusals';

export interface CalledFair {
  fair: Fair;
  call: ApplicationCall;
}

/** The fair of a public address, when it takes applications; nobody is told of a draft. Refuses `applications_not_open`. */
export async function findCall(em: EntityManager, fairCode: string): Promise<CalledFair> {
  const fair = await em.findOneBy(Fair, { code: fairCode.toLowerCase() });
  const call = fair && (await em.findOneBy(ApplicationCall, { fairId: fair.id }));
  const isTold = fair !== null && FAIR_STATE_RULES[fair.state].isPublic;
  if (!isTold || !call) throw applicationsNotOpen();
  return { fair, call };
}

/** Whether one can be sent now: the last day counts to its end; a draft and a fair that is over take none. */
export const isCallOpen = ({ fair, call }: CalledFair, now: Date): boolean =>
  fair.state !== 'draft' &&
  fair.state !== 'closed' &&
  fair.state !== 'sealed' &&
  fairMoment(now, fair.timeZone, 0).day <= call.lastDay;

/** Held to the end of the transaction, so that numbers, places in line and decisions take turns. */
export async function holdCall(em: EntityManager, fairId: string): Promise<ApplicationCall> {
  const call = await em.findOne(ApplicationCall, {
    where: { fairId },
    lock: { mode: 'for_no_key_update' },
  });
  if (!call) throw applicationsNotOpen();
  return call;
}

/** The next number, or the place at the end of the line. Holds only while the call is held. */
export async function nextOf(
  em: EntityManager,
  fairId: string,
  column: 'number' | 'waiting_order',
): Promise<number> {
  const [row] = await em.query<{ next: number }[]>(
    `SELECT coalesce(max(${column}), 0) + 1 AS next FROM application WHERE fair_id = $1`,
    [fairId],
  );
  return row?.next ?? 1;
}
