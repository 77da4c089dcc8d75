import { settingsFrom } from './settings';

it('listens for this machine alone unless told otherwise', () => {
  expect(settingsFrom({})).toEqual({ host: '127.0.0.1', port: 4300, trustsProxy: false });
  expect(settingsFrom({ HOST: '0.0.0.0', PORT: '80', PHIEN_TRUST_PROXY: '1' })).toEqual({
    host: '0.0.0.0',
    port: 80,
    trustsProxy: true,
  });
});

it.each(['http', '-1', '65536', '80.5'])('takes no port %s', (PORT) => {
  expect(() => settingsFrom({ PORT })).toThrow('PORT must be a whole number');
});

it('moves no clock in production', () => {
  const PHIEN_CLOCK = '2025-11-01T19:00:00+07:00@60';
  expect(settingsFrom({ PHIEN_CLOCK })).toMatchObject({ port: 4300 });
  expect(() => settingsFrom({ PHIEN_CLOCK, NODE_ENV: 'production' })).toThrow('not for production');
});
