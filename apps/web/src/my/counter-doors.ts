import { Problem, problemOf } from '../api/problem';
import { present } from '../api/client';
import type { Standing } from './my-client';

/** One phone that a till was paired with. */
export interface RegisterEpoch {
  epoch: number;
  deviceName: string;
  enrolledAt: string;
  supersededAt: string | null;
  revokedAt: string | null;
  /** When the server last heard from it; left out by a server that does not say. */
  lastSeenAt?: string | null;
  linkedCount: number;
  setAsideCount: number;
}

/** A till of the exhibitor, paired or not. */
export interface Register {
  id: string;
  name: string;
  exhibitorId: string;
  boothCode: string;
  epochs: RegisterEpoch[];
}

export interface Cashier {
  id: string;
  exhibitorId: string;
  name: string;
  mayRefund: boolean;
}

export interface CashierWish {
  name: string;
  /** Left out when it stays as it is. */
  pin?: string;
  mayRefund: boolean;
}

/** A one-time code for a phone, and how long it lives by the server's own clock. */
export interface PairingCode {
  code: string;
  livesMs: number;
}

interface Answer<Body> {
  body: Body | undefined;
  /** The server's time of the answer; null without the header. */
  at: number | null;
}

/* The doors of tills and cashiers: one narrow way in, by the contract of libs/sales. */
async function ask<Body>(method: string, path: string, body?: object): Promise<Answer<Body>> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      ...(body && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
  } catch {
    throw new Problem(0, 'unreachable');
  }
  const text = await response.text();
  const read: unknown = text === '' ? undefined : JSON.parse(text);
  if (!response.ok) throw problemOf(response.status, read);
  const date = response.headers.get('Date');
  return { body: read as Body | undefined, at: date === null ? null : Date.parse(date) };
}

const ofFair = (fairId: string) => `/api/fairs/${fairId}`;

/** The exhibitor's tills by booth. */
export async function readRegisters({ fairId, exhibitorId }: Standing): Promise<Register[]> {
  const { body } = await ask<Register[]>('GET', `${ofFair(fairId)}/registers`);
  return present(body).filter((register) => register.exhibitorId === exhibitorId);
}

const TEN_MINUTES_MS = 600_000;

export async function issuePairingCode(fairId: string, registerId: string): Promise<PairingCode> {
  const { body, at } = await ask<{ code: string; expiresAt: string }>(
    'POST',
    `${ofFair(fairId)}/registers/${registerId}/enrolment-codes`,
  );
  const { code, expiresAt } = present(body);
  /* The header counts whole seconds only. */
  const livesMs = at === null ? TEN_MINUTES_MS : Date.parse(expiresAt) - at;
  return { code, livesMs: Math.min(livesMs, TEN_MINUTES_MS) };
}

export async function revokePhone(
  fairId: string,
  registerId: string,
  epoch: number,
): Promise<void> {
  await ask('POST', `${ofFair(fairId)}/registers/${registerId}/epochs/${epoch}/revocation`);
}

/** The exhibitor's cashiers by name. */
export async function readCashiers({ fairId, exhibitorId }: Standing): Promise<Cashier[]> {
  const { body } = await ask<Cashier[]>(
    'GET',
    `${ofFair(fairId)}/cashiers?exhibitorId=${exhibitorId}`,
  );
  return present(body);
}

export async function addCashier(
  { fairId, exhibitorId }: Standing,
  wish: CashierWish,
): Promise<void> {
  await ask('POST', `${ofFair(fairId)}/cashiers`, { exhibitorId, ...wish });
}

export async function changeCashier(fairId: string, id: string, wish: CashierWish): Promise<void> {
  await ask('PATCH', `${ofFair(fairId)}/cashiers/${id}`, wish);
}

export async function removeCashier(fairId: string, id: string): Promise<void> {
  await ask('DELETE', `${ofFair(fairId)}/cashiers/${id}`);
}
