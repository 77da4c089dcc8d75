import { keptPassword, mayMakeDemo, randomPassword } from './demo-accounts.rules';

it('makes no demo in production unless it is asked for by name', () => {
  expect(mayMakeDemo({})).toBe(true);
  expect(mayMakeDemo({ NODE_ENV: 'production' })).toBe(false);
  expect(mayMakeDemo({ NODE_ENV: 'production', PHIEN_DEMO: 'yes' })).toBe(false);
  expect(mayMakeDemo({ NODE_ENV: 'production', PHIEN_DEMO: '1' })).toBe(true);
});

it('makes passwords that can be read aloud and are never the same', () => {
  const made = Array.from({ length: 200 }, randomPassword);
  expect(
    made.every((password) => /^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/.test(password)),
  ).toBe(true);
  expect(new Set(made).size).toBe(200);
});

it('takes no password for an account of another database', () => {
  const kept = [{ role: 'gate', login: 'gate@demo', password: 'p', accountId: 'here' }];
  expect(keptPassword(kept, 'gate@demo', 'here')).toBe('p');
  expect(keptPassword(kept, 'gate@demo', 'there')).toBeNull();
  expect(keptPassword(kept, 'gate@demo', undefined)).toBeNull();
  expect(keptPassword(kept, 'official@demo', 'here')).toBeNull();
});
