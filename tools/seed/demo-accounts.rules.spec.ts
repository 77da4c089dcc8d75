import { keptPassword, mayMakeDemo, randomPassword } from './demo-accounts.rules';

it.each([
  ['a trial', {}, false, true],
  ['production', { NODE_ENV: 'production' }, false, false],
  [
    'production that asks in other words',
    { NODE_ENV: 'production', PHIEN_DEMO: 'yes' },
    false,
    false,
  ],
  ['production that asks by name', { NODE_ENV: 'production', PHIEN_DEMO: '1' }, false, true],
  ['an empty start', { PHIEN_DEMO: '0' }, false, false],
  ['an install of somebody real', {}, true, false],
  ['an install of somebody real who asks', { PHIEN_DEMO: '1' }, true, true],
])('%s: demo or not', (_, environment, isSomebodys, expected) => {
  expect(mayMakeDemo(environment, { isSomebodys })).toBe(expected);
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
