/** What a container is asked to be. */
export const roles = [
  'check',
  'prepare',
  'api',
  'worker',
  'account',
  'backup',
  'restore',
  'health',
] as const;
export type Role = (typeof roles)[number];

/** A setting that cannot stand, in one sentence for the person who runs the server. */
export class ServeRefusal extends Error {}

type Environment = Record<string, string | undefined>;

const SHORTEST_SECRET = 20;
const FEWEST_LETTERS = 8;
/* Words of examples and demos; whoever finds the machine tries them first. */
const DEMO_WORDS =
  /pass.?word|postgres|phien|change.?me|secret|example|demo|admin|12345|qwerty|mat.?khau/i;

/** Why a secret is none, or null when it will do. */
export function whyNoSecret(secret: string | undefined): string | null {
  if (!secret) return 'is missing';
  if (secret.length < SHORTEST_SECRET) return `is shorter than ${SHORTEST_SECRET} characters`;
  if (DEMO_WORDS.test(secret)) return 'holds a word that everybody tries first';
  if (new Set(secret).size < FEWEST_LETTERS) return 'repeats itself';
  return null;
}

export interface ServerSettings {
  DATABASE_URL: string;
  /** The address people type, for links that a person is sent. */
  PHIEN_URL?: string;
}

/**
 * What the apps read, made from what `.env` says: `DATABASE_URL` as given, for a Postgres of one's
 * own, or else the one beside us with `PHIEN_POSTGRES_PASSWORD`. Throws a ServeRefusal.
 */
export function serverSettings(environment: Environment): ServerSettings {
  const { NODE_ENV, PHIEN_CLOCK, PHIEN_HOST, DATABASE_URL } = environment;
  if (NODE_ENV !== 'production') {
    throw new ServeRefusal('NODE_ENV must be production: npm start opens a fair for trying out.');
  }
  if (PHIEN_CLOCK) {
    throw new ServeRefusal(
      'PHIEN_CLOCK is set: a moved clock is for demo and tests, not for here.',
    );
  }
  checkHost(PHIEN_HOST);
  return {
    DATABASE_URL: DATABASE_URL ? ownPostgres(DATABASE_URL) : besideUs(environment),
    ...(PHIEN_HOST && { PHIEN_URL: `https://${PHIEN_HOST}` }),
  };
}

function checkHost(host: string | undefined): void {
  if (!host) return;
  const isName = /^(?=.{1,253}$)[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/i.test(
    host,
  );
  if (isName && !/^[\d.]+$/.test(host)) return;
  throw new ServeRefusal(
    `PHIEN_HOST must be the bare name people type, such as hoicho.example.vn, and is: ${host}`,
  );
}

function besideUs({ PHIEN_POSTGRES_PASSWORD: password }: Environment): string {
  const why = whyNoSecret(password);
  if (why !== null || password === undefined) {
    throw new ServeRefusal(
      `PHIEN_POSTGRES_PASSWORD ${why}: openssl rand -hex 24 makes a good one.`,
    );
  }
  return `postgres://phien:${encodeURIComponent(password)}@postgres:5432/phien`;
}

function ownPostgres(url: string): string {
  const given = URL.canParse(url) ? new URL(url) : null;
  if (given === null || !/^postgres(ql)?:$/.test(given.protocol)) {
    throw new ServeRefusal('DATABASE_URL must begin with postgres:// and name a PostgreSQL.');
  }
  const why = whyNoSecret(decodeURIComponent(given.password));
  if (why !== null) throw new ServeRefusal(`The password in DATABASE_URL ${why}.`);
  return url;
}
