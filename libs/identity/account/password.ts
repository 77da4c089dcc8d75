import { hash, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';

/**
 * Argon2id (the library's default kind) with 19 MiB and 2 passes, the first choice of OWASP's
 * password storage sheet; about 20 to 50 ms on one core.
 */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** PHC string of the password with a fresh salt. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, COST));
}

/* Each check fills a core: more at once would take the cores from the tills. */
const AT_ONCE = 2;
const WAITING_AT_MOST = 200;

let checking = 0;
const waiting: (() => void)[] = [];

/** Whether so many wait for a check that another would wait for seconds. */
export function passwordChecksAreFull(): boolean {
  return waiting.length >= WAITING_AT_MOST;
}

async function inTurn<T>(check: () => Promise<T>): Promise<T> {
  if (checking < AT_ONCE) checking += 1;
  else await new Promise<void>((letIn) => waiting.push(letIn));
  try {
    return await check();
  } finally {
    const letNextIn = waiting.shift();
    if (letNextIn === undefined) checking -= 1;
    else letNextIn();
  }
}

let nobodysHash: Promise<string> | undefined;

/**
 * Whether the password fits. Without a hash (no such account) the same work is done against a
 * hash nobody knows the password of, so that the time taken does not tell who has an account.
 */
export async function passwordFits(
  passwordHash: string | undefined,
  password: string,
): Promise<boolean> {
  nobodysHash ??= hashPassword(randomBytes(32).toString('hex'));
  const hashed = passwordHash ?? (await nobodysHash);
  const fits = await inTurn(() => verify(hashed, password));
  return fits && passwordHash !== undefined;
}

/** Readies the hash nobody knows; else the first unknown login would take twice as long. */
export async function warmPasswordCheck(): Promise<void> {
  await passwordFits(undefined, '');
}
