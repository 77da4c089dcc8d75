import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { clockFrom, MovedClock } from '@phien/kernel';

/** What a start was asked to do, checked. */
export interface StartSettings {
  doesReset: boolean;
  doesPlay: boolean;
  /** What `PHIEN_DEMO` says to the seed: 1, 0, or null to let it decide. */
  demo: '1' | '0' | null;
  asksForHelp: boolean;
  host: string;
  port: number;
  /** As a browser on this machine reaches it, without a slash at the end. */
  address: string;
  dataFolder: string;
  /** Null: the embedded PostgreSQL. */
  databaseUrl: string | null;
  redisUrl: string | null;
  /** With its anchor, so that every process shares one fair time; null: real time. */
  clock: string | null;
}

/** A wish that cannot be fulfilled, in one sentence for the person who typed it. */
export class StartRefusal extends Error {}

export const help = `
Phiên: mở một hội chợ trên máy này · opens a trade fair on this machine

  npm start                  mở, hoặc mở lại với dữ liệu cũ · open, or open again with the data kept
  npm start -- --play        một ngày hội chợ tự chạy · a simulated fair day rings up sales meanwhile
  npm start -- --empty       không hội chợ mẫu: tạo người tổ chức đầu tiên · no demo: make the first organizer
  npm start -- --reset       xoá dữ liệu cũ rồi mở · delete the data of the embedded database first
  npm stop                   dừng, giữ dữ liệu · stop, data kept
  npm test                   mọi phép thử · every check
  npm run dev                để lập trình · for developers: builds and restarts on every change
  npm run simulate -- --help

  HOST           127.0.0.1   who may connect: 0.0.0.0 opens it to the network (without HTTPS)
  PORT           4300
  PHIEN_DATA     .phien      data, logs and demo passwords
  DATABASE_URL               a PostgreSQL 15 or newer of your own, instead of the embedded one
  PHIEN_DEMO                 0: no demo fair and accounts, 1: with them; with a DATABASE_URL 0
  REDIS_URL                  queue and messages through Redis instead of PostgreSQL
  PHIEN_CLOCK                a moved fair clock for demo and tests: <instant>@<speed>,
                             such as 2025-11-01T08:00:00+07:00@60
`;

type Environment = Record<string, string | undefined>;

/**
 * Reads the arguments and the environment of `npm start`. Throws a StartRefusal that says what to
 * change. `nowMs` is the real epoch millisecond at which a moved clock starts.
 */
export function readStartSettings(
  args: string[],
  environment: Environment,
  projectFolder: string,
  nowMs: number,
): StartSettings {
  const options = readOptions(args);
  const host = environment.HOST || '127.0.0.1';
  const port = readPort(environment.PORT);
  const databaseUrl = readUrl('DATABASE_URL', environment.DATABASE_URL, [
    'postgres:',
    'postgresql:',
  ]);
  return {
    doesReset: options.reset,
    doesPlay: options.play,
    demo: readDemo(environment.PHIEN_DEMO, {
      isEmpty: options.empty,
      isOurs: databaseUrl === null,
    }),
    asksForHelp: options.help,
    host,
    port,
    address: `http://${hostForBrowser(host)}:${port}`,
    dataFolder: resolve(projectFolder, environment.PHIEN_DATA || '.phien'),
    databaseUrl,
    redisUrl: readUrl('REDIS_URL', environment.REDIS_URL, ['redis:', 'rediss:']),
    clock: readClock(environment.PHIEN_CLOCK, nowMs),
  };
}

function readOptions(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        reset: { type: 'boolean', default: false },
        play: { type: 'boolean', default: false },
        empty: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return values;
  } catch (failure) {
    throw new StartRefusal(`${(failure as Error).message}\n${help}`);
  }
}

function readPort(given: string | undefined): number {
  const port = Number(given || 4300);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StartRefusal(`PORT phải là một số từ 1 đến 65535 · PORT must be 1 to 65535: ${given}`);
}

/* Into a database of someone's own nothing invented is put unasked. */
function readDemo(
  given: string | undefined,
  { isEmpty, isOurs }: { isEmpty: boolean; isOurs: boolean },
): '1' | '0' | null {
  if (isEmpty) return '0';
  if (given === '1' || given === '0') return given;
  if (!given) return isOurs ? null : '0';
  throw new StartRefusal(`PHIEN_DEMO phải là 0 hoặc 1 · PHIEN_DEMO must be 0 or 1: ${given}`);
}

function hostForBrowser(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

function readUrl(name: string, given: string | undefined, protocols: string[]): string | null {
  if (!given) return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url !== null && protocols.includes(url.protocol)) return given;
  throw new StartRefusal(`${name} phải bắt đầu bằng · must begin with ${protocols[0]}//`);
}

function readClock(given: string | undefined, nowMs: number): string | null {
  if (!given) return null;
  try {
    const setting = given.split('@').length === 2 ? `${given}@${nowMs}` : given;
    const clock = clockFrom(setting);
    return clock instanceof MovedClock ? setting : null;
  } catch (failure) {
    throw new StartRefusal((failure as Error).message);
  }
}
