import { parseArgs } from 'node:util';
import { dayProfiles } from './load-profile';
import type { DayProfile } from './load-profile';

export interface SimulateOptions {
  /** Without a slash at the end. */
  url: string;
  /** Code or id; null lets the simulator choose. */
  fair: string | null;
  opensFair: boolean;
  /** Null: every booth that has a register. */
  booths: number | null;
  /** Gates that a people counter counts instead of somebody with a phone. */
  sensors: number;
  minutes: number;
  /** Null: the clock's own speed, and arrivals as the profile says. */
  speed: number | null;
  seed: string;
  profile: DayProfile | null;
  faults: boolean;
  closes: boolean;
  login: string | null;
  password: string | null;
  asksForHelp: boolean;
}

/** A wish that cannot be fulfilled, in one sentence for the person who typed it. */
export class SimulateRefusal extends Error {}

export const help = `
Chơi thử một ngày hội chợ qua các cửa công khai, như máy bán hàng và máy đếm cổng
Plays a fair's day through the public doors, as tills and gates do

  npm run simulate -- [options]

  --url http://127.0.0.1:4300   địa chỉ · where Phiên runs
  --fair <code|id>              hội chợ · default: the demo fair that is open today
  --new-fair                    lập hội chợ thử mới · make a new demo fair first
  --booths <n>                  số gian · booths that sell, with all their tills; default: every booth
  --sensors <n>                 số cổng có máy đếm khách, có người đếm tay đối chiếu · gates with a people
                                counter, compared by hand every 15 minutes; default: none
  --minutes 10                  số phút hội chợ · minutes of fair time
  --speed <n>                   real clock: multiplies arrivals; moved clock: must be its speed
  --seed <text>                 cùng hạt, cùng một ngày · the same seed plays the same day
  --day <profile>               ${dayProfiles.join(', ')}; default: by the date
  --faults                      mạng, máy, đồng hồ hỏng · cut and doubled requests, wrong clocks, reboots,
                                bad documents, a stolen phone
  --close                       chốt ngày và đối chiếu · close the day and compare it too
  --login, --password           ban tổ chức · an organizer; default: PHIEN_DATA/demo-accounts.json

  Dòng cuối nêu mọi chênh lệch; có chênh lệch thì thoát với mã 1.
  The last line names every difference; the exit code is 1 when one is not 0.
`;

/** Reads the arguments. Throws a SimulateRefusal that says what to change. */
export function readSimulateOptions(args: string[], chosenSeed: () => string): SimulateOptions {
  const given = parse(args);
  const url = given.url.replace(/\/+$/, '');
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    throw new SimulateRefusal(`--url must be an http address, and is: ${given.url}`);
  }
  const profile = given.day ?? null;
  if (profile !== null && !isProfile(profile)) {
    throw new SimulateRefusal(`--day must be one of ${dayProfiles.join(', ')}, and is: ${profile}`);
  }
  if ((given.login === undefined) !== (given.password === undefined)) {
    throw new SimulateRefusal('--login and --password go together');
  }
  if (given.fair !== undefined && given['new-fair']) {
    throw new SimulateRefusal('--fair and --new-fair exclude each other');
  }
  return {
    url,
    fair: given.fair ?? null,
    opensFair: given['new-fair'],
    booths: given.booths === undefined ? null : number('booths', given.booths, 1, 5_000, true),
    sensors: number('sensors', given.sensors, 0, 50, true),
    minutes: number('minutes', given.minutes, 0.1, 1_440, false),
    speed: given.speed === undefined ? null : number('speed', given.speed, 0.01, 100_000, false),
    seed: given.seed ?? chosenSeed(),
    profile,
    faults: given.faults,
    closes: given.close,
    login: given.login ?? null,
    password: given.password ?? null,
    asksForHelp: given.help,
  };
}

function isProfile(text: string): text is DayProfile {
  return (dayProfiles as readonly string[]).includes(text);
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        url: { type: 'string', default: 'http://127.0.0.1:4300' },
        fair: { type: 'string' },
        'new-fair': { type: 'boolean', default: false },
        booths: { type: 'string' },
        sensors: { type: 'string', default: '0' },
        minutes: { type: 'string', default: '10' },
        speed: { type: 'string' },
        seed: { type: 'string' },
        day: { type: 'string' },
        faults: { type: 'boolean', default: false },
        close: { type: 'boolean', default: false },
        login: { type: 'string' },
        password: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (failure) {
    throw new SimulateRefusal(`${(failure as Error).message}\n${help}`);
  }
}

function number(name: string, text: string, least: number, most: number, isWhole: boolean): number {
  const value = Number(text);
  if (value >= least && value <= most && (!isWhole || Number.isInteger(value))) return value;
  throw new SimulateRefusal(`--${name} must be a number from ${least} to ${most}, and is: ${text}`);
}
