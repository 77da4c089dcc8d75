import { readSimulateOptions, SimulateRefusal } from './simulate-options';

const read = (...args: string[]) => readSimulateOptions(args, () => 'drawn');

it('plays ten minutes of the demo fair with every register when nothing is asked for', () => {
  expect(read()).toEqual({
    url: 'http://127.0.0.1:4300',
    fair: null,
    opensFair: false,
    booths: null,
    sensors: 0,
    minutes: 10,
    speed: null,
    seed: 'drawn',
    profile: null,
    faults: false,
    closes: false,
    login: null,
    password: null,
    asksForHelp: false,
  });
});

it('plays what it is asked for', () => {
  const options = read(
    ...['--url', 'http://localhost:8080/', '--booths', '160', '--minutes', '2.5', '--speed', '60'],
    ...['--seed', '7', '--day', 'saturday', '--faults', '--close', '--fair', 'demo-ocop'],
  );
  expect(options).toMatchObject({
    url: 'http://localhost:8080',
    booths: 160,
    minutes: 2.5,
    speed: 60,
    seed: '7',
    profile: 'saturday',
    faults: true,
    closes: true,
    fair: 'demo-ocop',
  });
});

it.each([
  [['--url', 'nowhere'], '--url'],
  [['--booths', '1.5'], '--booths'],
  [['--booths', '0'], '--booths'],
  [['--minutes', 'ten'], '--minutes'],
  [['--speed', '-1'], '--speed'],
  [['--day', 'holiday'], '--day'],
  [['--login', 'btc'], '--login and --password'],
  [['--fair', 'x', '--new-fair'], '--new-fair'],
  [['--quiet'], '--quiet'],
  [['stray'], 'stray'],
])('says what is wrong with %j', (args, named) => {
  expect(() => read(...args)).toThrow(SimulateRefusal);
  expect(() => read(...args)).toThrow(named);
});
