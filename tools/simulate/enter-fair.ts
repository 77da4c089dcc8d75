import { fairMoment } from '@phien/kernel';
import { newTillKey, toBase64 } from '@phien/till';
import type { TillKey } from '@phien/till';
import type {
  EnrolmentAnswer,
  FairAnswer,
  FairSummaryAnswer,
  RegisterAnswer,
} from './fair-answers';
import type { FairClock } from './fair-clock';
import { DoorRefusal } from './fair-door';
import type { FairDoor } from './fair-door';
import { SimulateRefusal } from './simulate-options';
import type { SimulateOptions } from './simulate-options';

/** How the simulator's phones are named on the organizer's list, and known again. */
export const deviceName = 'Máy mô phỏng · simulated till';

const enrolAtOnce = 6;

/** The fair that was asked for; else the demo fair that is open today; else a new one. */
export async function chooseFair(
  door: FairDoor,
  clock: FairClock,
  options: SimulateOptions,
): Promise<FairAnswer> {
  if (options.opensFair) return openFair(door, clock);
  const fairs = await door.get<FairSummaryAnswer[]>('/api/fairs');
  if (options.fair !== null) {
    const wanted = fairs.find(({ id, code }) => id === options.fair || code === options.fair);
    if (!wanted) throw new SimulateRefusal(`This account sees no fair ${options.fair}.`);
    const fair = await door.get<FairAnswer>(`/api/fairs/${wanted.id}`);
    if (dayToday(fair, clock)) return fair;
    throw new SimulateRefusal(
      `Today is no day of the fair ${fair.code}, so its board would not show what is sold. ` +
        `Choose another --fair, or --new-fair.`,
    );
  }
  for (const { id } of fairs.filter(({ isDemo }) => isDemo)) {
    const fair = await door.get<FairAnswer>(`/api/fairs/${id}`);
    if (dayToday(fair, clock)) return fair;
  }
  return openFair(door, clock);
}

/** The fair day it is now, when the fair has such a day. */
export function dayToday(fair: FairAnswer, clock: FairClock) {
  const { day } = fairMoment(new Date(clock.nowMs()), fair.timeZone, fair.dayCutMinutes);
  return fair.days.find((each) => each.day === day);
}

function openFair(door: FairDoor, clock: FairClock): Promise<FairAnswer> {
  const { day } = fairMoment(new Date(clock.nowMs()), 'Asia/Ho_Chi_Minh', 0);
  const mark = Date.now().toString(36);
  return door.once<FairAnswer>('POST', '/api/fairs', {
    template: 'ocop-160',
    code: `mo-phong-${mark}`,
    nameVi: `Hội chợ mô phỏng ${mark}`,
    nameEn: `Simulated fair ${mark}`,
    startsOn: day,
    days: 3,
  });
}

/** The fair's registers, made first when it has none yet. */
export async function readRegisters(door: FairDoor, fairId: string): Promise<RegisterAnswer[]> {
  const path = `/api/fairs/${fairId}/registers`;
  const registers = await door.get<RegisterAnswer[]>(path);
  if (registers.length > 0) return registers;
  return door.post<RegisterAnswer[]>(path);
}

/** Registers no person's phone is using: enrolling would supersede it in the middle of a sale. */
export function freeRegisters(registers: readonly RegisterAnswer[]): RegisterAnswer[] {
  return registers.filter(({ epochs }) =>
    epochs.every(
      (epoch) =>
        epoch.supersededAt !== null || epoch.revokedAt !== null || epoch.deviceName === deviceName,
    ),
  );
}

export interface EnrolledRegister {
  enrolment: EnrolmentAnswer;
  key: TillKey;
}

/** Enrols each register with a key of its own, a few at once. */
export async function enrolRegisters(
  door: FairDoor,
  fairId: string,
  registers: readonly RegisterAnswer[],
  onEnrolled: (count: number) => void,
): Promise<EnrolledRegister[]> {
  const enrolled: EnrolledRegister[] = [];
  const queue = registers.entries();
  let count = 0;
  const work = async () => {
    for (const [at, register] of queue) {
      enrolled[at] = await enrol(door, fairId, register.id);
      count += 1;
      onEnrolled(count);
    }
  };
  await Promise.all(Array.from({ length: enrolAtOnce }, work));
  return enrolled;
}

/* A code works once; when the answer to using it is lost, a new code is the way on. */
async function enrol(
  door: FairDoor,
  fairId: string,
  registerId: string,
): Promise<EnrolledRegister> {
  const key = await newTillKey();
  for (let attempt = 1; ; attempt += 1) {
    const { code } = await door.post<{ code: string }>(
      `/api/fairs/${fairId}/registers/${registerId}/enrolment-codes`,
    );
    try {
      const enrolment = await door.once<EnrolmentAnswer>('POST', '/api/enrolments', {
        code,
        publicKey: toBase64(key.publicKeySpki),
        deviceName,
      });
      return { enrolment, key };
    } catch (failure) {
      const isFinal = failure instanceof DoorRefusal && !failure.isPassing;
      if (isFinal || attempt === 4) throw failure;
    }
  }
}
