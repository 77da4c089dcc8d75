import { serverSettings, ServeRefusal, whyNoSecret } from './server-settings.rules';

const good = 'b7e1c94d0a2f83566c1d9e47f0ab3582';
const production = { NODE_ENV: 'production', PHIEN_POSTGRES_PASSWORD: good };

const refusal = (environment: Record<string, string | undefined>): string => {
  try {
    serverSettings(environment);
  } catch (failure) {
    if (failure instanceof ServeRefusal) return failure.message;
    throw failure;
  }
  return 'taken';
};

it('reaches the Postgres beside it with the password that was made for this server', () => {
  expect(serverSettings(production)).toEqual({
    DATABASE_URL: `postgres://phien:${good}@postgres:5432/phien`,
  });
});

it('writes a password of any letters so that the database reads the same', () => {
  const PHIEN_POSTGRES_PASSWORD = 'tối/nay@đi?chợ#ăn:chả%mực';
  const { DATABASE_URL } = serverSettings({ ...production, PHIEN_POSTGRES_PASSWORD });
  const url = new URL(DATABASE_URL);
  expect([decodeURIComponent(url.password), url.host]).toEqual([
    PHIEN_POSTGRES_PASSWORD,
    'postgres:5432',
  ]);
});

it('knows the address that people type', () => {
  const PHIEN_HOST = 'hoicho.example.vn';
  expect(serverSettings({ ...production, PHIEN_HOST }).PHIEN_URL).toBe('https://hoicho.example.vn');
});

it('takes a Postgres of one’s own instead', () => {
  const DATABASE_URL = `postgresql://fair:${good}@db.example.vn:5433/fair?sslmode=require`;
  expect(serverSettings({ NODE_ENV: 'production', DATABASE_URL })).toEqual({ DATABASE_URL });
});

it.each([
  [undefined, 'is missing'],
  ['', 'is missing'],
  ['b7e1c94d0a2f83566c1', 'is shorter than 20 characters'],
  ['my-postgres-password-2026', 'holds a word that everybody tries first'],
  ['change-me-change-me-change-me', 'holds a word that everybody tries first'],
  ['abababababababababababab', 'repeats itself'],
  [good, null],
])('judges the secret %s', (secret, why) => {
  expect(whyNoSecret(secret)).toBe(why);
});

it.each([
  [{ ...production, NODE_ENV: 'development' }, /^NODE_ENV must be production/],
  [{ ...production, PHIEN_CLOCK: '2025-11-01T08:00:00+07:00@60' }, /^PHIEN_CLOCK is set/],
  [{ ...production, PHIEN_POSTGRES_PASSWORD: 'postgres' }, /^PHIEN_POSTGRES_PASSWORD is shorter/],
  [{ ...production, PHIEN_HOST: 'https://hoicho.vn' }, /^PHIEN_HOST must be the bare name/],
  [{ ...production, PHIEN_HOST: '203.0.113.7' }, /^PHIEN_HOST must be the bare name/],
  [{ ...production, PHIEN_HOST: 'hoicho.vn:443' }, /^PHIEN_HOST must be the bare name/],
  [{ ...production, PHIEN_HOST: 'hoicho.vn' }, /^taken$/],
  [{ ...production, DATABASE_URL: 'mysql://x' }, /^DATABASE_URL must begin/],
  [{ ...production, DATABASE_URL: 'postgres://fair@db/fair' }, /^The password in DATABASE_URL is/],
])('refuses with a sentence that says what to change: %j', (environment, sentence) => {
  expect(refusal(environment)).toMatch(sentence);
});
