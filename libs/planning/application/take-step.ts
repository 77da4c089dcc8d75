import { recordAudit } from '@phien/identity';
import { isId } from '@phien/kernel';
import type { EntityManager } from 'typeorm';
import { ApplicationStep } from './application-step.entity';
import { stateAfter, type ApplicationAction } from './application-steps.rules';
import { Application } from './application.entity';
import {
  applicationChanged,
  applicationMessageWrong,
  applicationNotFound,
  applicationStandsElse,
} from './application.refusals';
import { holdCall } from './find-call';
import { textFault } from './plain-line.rules';

export interface Step {
  action: ApplicationAction;
  /** Null: whoever applies. */
  accountId: string | null;
  message: string | null;
  at: Date;
  /** Fields that a later sending changed. */
  changed?: string[];
}

const DEEDS: Record<ApplicationAction, string> = {
  send: 'application_sent',
  withdraw: 'application_withdrawn',
  accept: 'application_accepted',
  ask_back: 'application_asked_back',
  refuse: 'application_refused',
  wait: 'application_on_waiting_list',
};

/** An application of a fair, held with the fair's call. Refuses `application_not_found`. */
export async function holdApplication(
  em: EntityManager,
  fairId: string,
  applicationId: string,
): Promise<Application> {
  if (!isId(fairId) || !isId(applicationId)) throw applicationNotFound();
  const application = await em.findOneBy(Application, { fairId, id: applicationId });
  if (!application || application.state === 'draft') throw applicationNotFound();
  await holdCall(em, fairId);
  return em.findOneOrFail(Application, {
    where: { fairId, id: applicationId },
    lock: { mode: 'pessimistic_write' },
  });
}

export const stepsOf = (em: EntityManager, { fairId, id }: Application) =>
  em.find(ApplicationStep, { where: { fairId, applicationId: id }, order: { number: 'ASC' } });

/** Whether the last step was this one, taken on this version: then asking again is asking once. */
export async function isRepeated(
  em: EntityManager,
  application: Application,
  { action, accountId, message, version }: Omit<Step, 'at'> & { version: number },
): Promise<boolean> {
  const last = (await stepsOf(em, application)).at(-1);
  return (
    application.version === version + 1 &&
    last?.action === action &&
    last.accountId === accountId &&
    last.message === message
  );
}

/**
 * Refuses a step that may not be taken on an application that stands where it does, or on one that the
 * caller has not read as it is: `application_stands_else`, `application_changed`.
 */
export async function checkStep(
  em: EntityManager,
  application: Application,
  { action, version }: { action: ApplicationAction; version: number },
): Promise<void> {
  if (stateAfter(application.state, action) === null) {
    throw applicationStandsElse(application.state, await lastByName(em, application));
  }
  if (application.version !== version) throw applicationChanged();
}

async function lastByName(em: EntityManager, { fairId, id }: Application): Promise<string | null> {
  const [last] = await em.query<{ name: string | null }[]>(
    `SELECT a.name FROM application_step s LEFT JOIN account a ON a.id = s.account_id
      WHERE s.fair_id = $1 AND s.application_id = $2 ORDER BY s.number DESC LIMIT 1`,
    [fairId, id],
  );
  return last?.name ?? null;
}

/**
 * Writes a step that was checked: the step itself, where the application stands after it, and a line in
 * the audit log, which names nobody and holds no words of the message: it goes into archives.
 */
export async function takeStep(
  em: EntityManager,
  application: Application,
  { action, accountId, message, at, changed = [] }: Step,
  detail: Record<string, unknown> = {},
): Promise<void> {
  const { fairId, id } = application;
  const state = stateAfter(application.state, action);
  if (state === null) throw new Error(`${action} leads nowhere from ${application.state}`);
  const number = ((await stepsOf(em, application)).at(-1)?.number ?? 0) + 1;
  application.state = state;
  application.version += 1;
  application.changedAt = at;
  if (state !== 'waiting') application.waitingOrder = null;
  await em.save(Application, application);
  await em.insert(ApplicationStep, {
    fairId,
    applicationId: id,
    number,
    action,
    state,
    message,
    changed,
    accountId,
    at,
  });
  await recordAudit(em, {
    fairId,
    accountId,
    action: DEEDS[action],
    subjectId: id,
    detail: { number: application.number, ...detail },
  });
}

/** A message to whoever applies, as it is kept. Refuses `application_message_wrong`. */
export function messageOf(typed: string): string {
  const message = typed.normalize('NFC').trim();
  if (textFault(message, 2_000) !== null) throw applicationMessageWrong();
  return message;
}
