import { readStartSettings, StartRefusal } from './start-settings';

const nowMs = Date.UTC(2025, 10, 1);
const read = (args: string[], environment: Record<string, string> = {}) =>
  readStartSettings(args, environment, '/fair', nowMs);

describe('npm start', () => {
  it('opens on this machine alone, with its data in the project', () => {
    expect(read([])).toEqual({
      doesReset: false,
      doesPlay: false,
      demo: null,
      asksForHelp: false,
      host: '127.0.0.1',
      port: 4300,
      address: 'http://127.0.0.1:4300',
      dataFolder: '/fair/.phien',
      databaseUrl: null,
      redisUrl: null,
      clock: null,
    });
  });

  it('tells the address that a browser on this machine can open', () => {
    expect(read([], { HOST: '0.0.0.0', PORT: '80' }).address).toBe('http://127.0.0.1:80');
    expect(read([], { HOST: '::', PORT: '80' }).address).toBe('http://[::1]:80');
    expect(read([], { HOST: 'fair.example', PORT: '80' }).address).toBe('http://fair.example:80');
  });

  it('anchors a moved clock once, so that every process shares one fair time', () => {
    const moved = '2025-11-01T08:00:00+07:00@60';
    expect(read([], { PHIEN_CLOCK: moved }).clock).toBe(`${moved}@${nowMs}`);
    expect(read([], { PHIEN_CLOCK: `${moved}@5` }).clock).toBe(`${moved}@5`);
  });

  it.each([
    ['a trial of ours lets the seed decide', [], {}, null],
    ['--empty', ['--empty'], {}, '0'],
    ['--empty, whatever was said before', ['--empty'], { PHIEN_DEMO: '1' }, '0'],
    ['a database of someone else', [], { DATABASE_URL: 'postgres://fair' }, '0'],
    [
      'a database of someone who asks',
      [],
      { DATABASE_URL: 'postgres://fair', PHIEN_DEMO: '1' },
      '1',
    ],
    ['none by name', [], { PHIEN_DEMO: '0' }, '0'],
  ])('asks for the demo or not: %s', (_what, args, environment, demo) => {
    expect(read(args, environment).demo).toBe(demo);
  });

  it.each([
    ['a demo that is neither yes nor no', [], { PHIEN_DEMO: 'maybe' }, 'PHIEN_DEMO'],
    ['a port that is no number', [], { PORT: 'fair' }, 'PORT'],
    ['a port out of range', [], { PORT: '70000' }, 'PORT'],
    ['a clock without speed', [], { PHIEN_CLOCK: '2025-11-01T08:00:00Z' }, 'PHIEN_CLOCK'],
    ['a clock without zone', [], { PHIEN_CLOCK: '2025-11-01T08:00:00@1' }, 'PHIEN_CLOCK'],
    ['another database', [], { DATABASE_URL: 'mysql://fair' }, 'DATABASE_URL'],
    ['a Redis without protocol', [], { REDIS_URL: 'localhost' }, 'REDIS_URL'],
    ['an unknown option', ['--rest'], {}, '--rest'],
  ])('refuses %s with one sentence', (_what, args, environment, named) => {
    const start = () => read(args, environment);
    expect(start).toThrow(StartRefusal);
    expect(start).toThrow(named);
  });
});
