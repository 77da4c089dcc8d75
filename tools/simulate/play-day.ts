import { setTimeout as sleep } from 'node:timers/promises';
import { fairMoment, formatVnd } from '@phien/kernel';
import { happeningsOf, profileOf } from './arrivals.rules';
import type { Happening } from './arrivals.rules';
import { Chance } from './chance.rules';
import { chooseFair, dayToday, enrolRegisters, freeRegisters, readRegisters } from './enter-fair';
import type {
  CalibrationAnswer,
  ClosingAnswer,
  FairAnswer,
  GateAnswer,
  NewSensorAnswer,
  SensorAnswer,
} from './fair-answers';
import { FairClock } from './fair-clock';
import { DoorRefusal, FairDoor } from './fair-door';
import { Faults } from './faults';
import { clickerAt, sensorAt, sensorName } from './gate-counters';
import { HandCounter } from './hand-counter';
import { Mishaps } from './mishaps';
import { boardMatches, noFaults, outcomeLine, outcomeOf } from './outcome.rules';
import type { FairFigures, Played } from './outcome.rules';
import type { ProgressLine } from './progress-line';
import { daysSince, readFigures, readKept } from './read-figures';
import { SimulatedGate, type Counter } from './simulated-gate';
import { SimulatedTill } from './simulated-till';
import { SimulateRefusal } from './simulate-options';
import type { SimulateOptions } from './simulate-options';

export interface Credentials {
  login: string;
  password: string;
}

const minuteMs = 60_000;
const drainPatienceMs = 120_000;
const boardPatienceMs = 60_000;
const shownComplaints = 10;

/**
 * Plays a stretch of a fair's day through the public doors, then compares what was made with what
 * the ledger, the gates, the board and (when asked) the closing hold.
 */
export class PlayDay {
  readonly #door: FairDoor;
  readonly #gateDoor: FairDoor;
  /** By the gate's place; only where there are people counters. */
  readonly #handCounters = new Map<number, HandCounter>();
  #isStopping = false;

  constructor(
    private readonly options: SimulateOptions,
    private readonly organizer: Credentials,
    /** Null: the organizer counts. */
    private readonly gateKeeper: Credentials | null,
    private readonly progress: ProgressLine,
  ) {
    this.#door = new FairDoor(options.url);
    this.#gateDoor = new FairDoor(options.url);
  }

  /** Sells and counts no more; shifts are closed and everything is compared. */
  stop(): void {
    this.#isStopping = true;
  }

  /** Answers whether every difference is 0. */
  async run(): Promise<boolean> {
    const startedMs = performance.now();
    const { options, progress } = this;
    const clock = await FairClock.of(this.#door);
    const busyness = busynessOf(options, clock);
    await this.#door.signIn(this.organizer.login, this.organizer.password);
    const fair = await chooseFair(this.#door, clock, options);
    progress.say(
      `  ${fair.nameVi} (${fair.code}), seed ${options.seed}, ${options.minutes} fair minutes` +
        (clock.isMoved ? `, clock × ${clock.speed}` : `, arrivals × ${busyness}`),
    );

    const played: Played = {
      made: 0,
      acked: 0,
      madeVnd: 0,
      madeEntries: 0,
      countedEntries: 0,
      declaredGapVnd: 0,
      faults: noFaults(),
      toSetAside: 0,
      wrongAnswers: [],
    };
    const tills = await this.#openTills(fair, clock, played);
    const gates = await this.#openGates(fair, clock, played);
    const firstDay = fairMoment(new Date(clock.nowMs()), fair.timeZone, fair.dayCutMinutes).day;
    const before = await readFigures(this.#door, fair.id, [firstDay]);

    await this.#countEarlier(fair, clock, gates);
    await this.#play(fair, clock, busyness, tills, gates);
    if (options.faults) await this.#steal(tills, played);
    for (const till of tills) till.closeShift();
    await this.#drain(tills, gates);
    for (const [at, till] of tills.entries()) played.declaredGapVnd += await till.declare(at);
    for (const till of tills) {
      played.made += till.made;
      played.acked += till.acked;
      played.madeVnd += till.madeVnd;
      played.toSetAside += till.toSetAside;
    }
    for (const gate of gates) {
      played.madeEntries += gate.madeEntries;
      played.countedEntries += gate.countedEntries;
    }

    const after = await this.#settled(fair, clock, firstDay, before);
    const kept = await readKept(this.#door, fair.id, tills);
    const closingDifferenceVnd = options.closes ? await this.#close(fair, firstDay) : null;
    await this.#door.signOut();
    const outcome = outcomeOf(played, kept, before, after, closingDifferenceVnd);
    for (const sentence of played.wrongAnswers.slice(0, shownComplaints)) {
      progress.say(`  ! ${sentence}`);
    }
    if (played.wrongAnswers.length > shownComplaints) {
      progress.say(`  ! … and ${played.wrongAnswers.length - shownComplaints} more`);
    }
    progress.say(
      `  ${formatVnd(played.madeVnd, 'vi')} made, ${formatVnd(kept.bookedVnd, 'vi')} booked, ` +
        `${played.madeEntries} entries counted`,
    );
    const seconds = (performance.now() - startedMs) / 1_000;
    progress.say(outcomeLine(options.seed, played, kept, outcome, seconds));
    return outcome.isExact;
  }

  async #openTills(fair: FairAnswer, clock: FairClock, played: Played): Promise<SimulatedTill[]> {
    const { options, progress } = this;
    const all = await readRegisters(this.#door, fair.id);
    const free = freeRegisters(all).sort((a, b) => (a.boothCode < b.boothCode ? -1 : 1));
    const booths = [...new Set(free.map(({ boothCode }) => boothCode))];
    const wanted = options.booths ?? booths.length;
    const open = new Set(new Chance(options.seed, 'booths').shuffled(booths).slice(0, wanted));
    const chosen = free.filter(({ boothCode }) => open.has(boothCode));
    if (chosen.length === 0) throw new SimulateRefusal('The fair has no register that is free.');
    if (open.size < wanted) {
      progress.say(`  ${open.size} booths have a free register: they sell for ${wanted}`);
    }
    const enrolled = await enrolRegisters(this.#door, fair.id, chosen, (count) =>
      progress.show(`enrolling tills: ${count} of ${chosen.length}`),
    );
    return enrolled.map(
      ({ enrolment, key }, at) =>
        new SimulatedTill(enrolment, key, {
          door: new FairDoor(options.url),
          clock,
          chance: new Chance(options.seed, `till ${at}`),
          faults: this.#faultsOf(`till ${at}`, played),
          ...(options.faults && {
            mishaps: new Mishaps(new Chance(options.seed, `mishaps of till ${at}`), played.faults),
          }),
          complain: (sentence) => played.wrongAnswers.push(sentence),
        }),
    );
  }

  async #openGates(fair: FairAnswer, clock: FairClock, played: Played): Promise<SimulatedGate[]> {
    const path = `/api/fairs/${fair.id}/gates`;
    const known = await this.#door.get<GateAnswer[]>(path);
    const gates = known.length > 0 ? known : await this.#door.post<GateAnswer[]>(path);
    const door = await this.#doorForCounting(path);
    const counters = await this.#counters(fair, gates);
    const complain = (sentence: string) => void played.wrongAnswers.push(sentence);
    for (const at of this.#handCounted(gates)) {
      const gate = gates[at];
      if (!gate) continue;
      const method = at < this.options.sensors ? 'sensor' : 'clicker';
      const chance = new Chance(this.options.seed, `hand counts of gate ${gate.code}`);
      const counting = { fairId: fair.id, gate, method, door, clock, chance, complain } as const;
      this.#handCounters.set(at, new HandCounter(counting));
    }
    return counters.map(
      (counter) =>
        new SimulatedGate(counter, {
          door,
          clock,
          faults: this.#faultsOf(counter.name, played),
          complain,
        }),
    );
  }

  /* Two counters at one door would count everybody twice: a gate has one or the other. */
  async #counters(fair: FairAnswer, gates: readonly GateAnswer[]): Promise<Counter[]> {
    const path = `/api/fairs/${fair.id}`;
    if (this.options.sensors > 0) {
      const known = await this.#door.get<SensorAnswer[]>(`${path}/sensors`);
      for (const { id, name, revokedAt } of known) {
        if (name !== sensorName || revokedAt !== null) continue;
        await this.#door.remove(`${path}/sensors/${id}`);
      }
    }
    const counters: Counter[] = [];
    for (const [at, gate] of gates.entries()) {
      if (at >= this.options.sensors) counters.push(clickerAt(gate, fair.id));
      else {
        const added = await this.#door.once<NewSensorAnswer>(
          'POST',
          `${path}/gates/${gate.id}/sensors`,
          { name: sensorName },
        );
        const chance = new Chance(this.options.seed, `people counter ${at}`);
        counters.push(sensorAt(gate, fair.id, added, chance));
      }
    }
    return counters;
  }

  /* One gate of each method: a factor is of the method, and visits are calibrated once all have one. */
  #handCounted(gates: readonly GateAnswer[]): number[] {
    const { sensors } = this.options;
    if (sensors === 0) return [];
    return sensors < gates.length ? [0, sensors] : [0];
  }

  /*
   * Where somebody counts by hand, three quarters of the last hour come first: visits are calibrated
   * from the beginning, and nobody waits three quarters of an hour to see it.
   */
  async #countEarlier(
    fair: FairAnswer,
    clock: FairClock,
    gates: readonly SimulatedGate[],
  ): Promise<void> {
    const nowMs = clock.nowMs();
    const firstMs = Math.floor(nowMs / minuteMs) * minuteMs - 46 * minuteMs;
    const dayOf = (ms: number) => fairMoment(new Date(ms), fair.timeZone, fair.dayCutMinutes).day;
    if (dayOf(firstMs) !== dayOf(nowMs)) return;
    const { handCounts } = await this.#door.get<CalibrationAnswer>(
      `/api/fairs/${fair.id}/calibration`,
    );
    /* A play that is begun again counts no quarter twice. */
    const lately = firstMs - 15 * minuteMs;
    if (handCounts.some(({ startedAt }) => Date.parse(startedAt) > lately)) return;
    for (const [at, counter] of this.#handCounters) {
      const chance = new Chance(this.options.seed, `the hour before at gate ${at}`);
      for (const quarter of [0, 1, 2]) {
        const startedAtMs = firstMs + quarter * 15 * minuteMs;
        let entered = 0;
        for (const minute of [4, 9, 14]) {
          const entries = 8 + chance.below(9);
          entered += entries;
          const passed = Array.from({ length: entries }, () => 'entry' as const);
          await gates[at]?.sayEarlier(startedAtMs + minute * minuteMs, passed);
        }
        await counter.sayEarlier(startedAtMs, entered);
      }
    }
  }

  /* Gate staff have no role in a fair that was made just now; there the organizer counts. */
  async #doorForCounting(gatesPath: string): Promise<FairDoor> {
    if (!this.gateKeeper) return this.#door;
    await this.#gateDoor.signIn(this.gateKeeper.login, this.gateKeeper.password);
    try {
      await this.#gateDoor.get(gatesPath);
      return this.#gateDoor;
    } catch (failure) {
      if (failure instanceof DoorRefusal) return this.#door;
      throw failure;
    }
  }

  #faultsOf(stream: string, played: Played): Faults {
    const chance = new Chance(this.options.seed, `faults of ${stream}`);
    return new Faults(this.options.faults, chance, played.faults);
  }

  async #play(
    fair: FairAnswer,
    clock: FairClock,
    busyness: number,
    tills: readonly SimulatedTill[],
    gates: readonly SimulatedGate[],
  ): Promise<void> {
    const { options, progress } = this;
    const startMs = performance.now();
    const { minute } = fairMoment(new Date(clock.nowMs()), fair.timeZone, fair.dayCutMinutes);
    const today = dayToday(fair, clock);
    const happenings = happeningsOf({
      seed: options.seed,
      profile: options.profile ?? profileOf(today?.day ?? '', fair.firstDay),
      startMinute: minute,
      minutes: options.minutes,
      opensMinute: minuteOf(today?.opensAt ?? '00:00'),
      closesMinute: minuteOf(today?.closesAt ?? '24:00'),
      booths: options.booths ?? new Set(tills.map(({ enrolment }) => enrolment.boothId)).size,
      tillCount: tills.length,
      gateCount: gates.length,
      busyness,
    });
    for (const till of tills) till.openShift();
    let sales = 0;
    for (const happening of happenings) {
      await this.#until(startMs + clock.realMsOf(happening.atMinute));
      if (this.#isStopping) break;
      happen(happening, tills, gates);
      for (const counter of this.#handCounters.values()) void counter.look();
      if (happening.kind !== 'sale') this.#handCounters.get(happening.gate)?.see(happening.kind);
      if (happening.kind === 'sale') sales += 1;
      progress.show(
        `minute ${happening.atMinute.toFixed(1)} of ${options.minutes}: ${sales} sales, ` +
          `${sum(gates, 'madeEntries')} entries, ${sum(tills, 'waiting')} documents waiting`,
      );
    }
    await this.#until(startMs + clock.realMsOf(options.minutes));
    await Promise.all([...this.#handCounters.values()].map((counter) => counter.look()));
  }

  /* The last till, unless it is the only one. What it sold before is in the ledger, and stays. */
  async #steal(tills: readonly SimulatedTill[], played: Played): Promise<void> {
    const till = tills.at(-1);
    if (!till || tills.length === 1) return;
    await this.#drain([till], []);
    const { fairId, registerId, epoch } = till.enrolment;
    await this.#door.post(
      `/api/fairs/${fairId}/registers/${registerId}/epochs/${epoch}/revocation`,
    );
    played.faults.stolen += 1;
    till.beStolen();
  }

  /* In short naps, so that a stop is heard. */
  async #until(atMs: number): Promise<void> {
    for (;;) {
      const leftMs = atMs - performance.now();
      if (leftMs <= 0 || this.#isStopping) return;
      await sleep(Math.min(leftMs, 200));
    }
  }

  async #drain(tills: readonly SimulatedTill[], gates: readonly SimulatedGate[]): Promise<void> {
    const stations = [...tills, ...gates];
    const patience = setTimeout(() => {
      for (const station of stations) station.giveUp();
    }, drainPatienceMs);
    const watch = setInterval(() => {
      this.progress.show(`sending the rest: ${sum(tills, 'waiting')} documents waiting`);
    }, 250);
    await Promise.all(stations.map((station) => station.drained()));
    clearInterval(watch);
    clearTimeout(patience);
  }

  async #settled(
    fair: FairAnswer,
    clock: FairClock,
    firstDay: string,
    before: FairFigures,
  ): Promise<FairFigures> {
    const untilMs = performance.now() + boardPatienceMs;
    for (;;) {
      const days = daysSince(firstDay, fair, clock);
      const after = await readFigures(this.#door, fair.id, days);
      if (boardMatches(before, after) || performance.now() > untilMs) return after;
      this.progress.show('waiting for the board');
      await sleep(300);
    }
  }

  /* The board's totals of the day are what the closing must hold, to the đồng. */
  async #close(fair: FairAnswer, day: string): Promise<number> {
    const closing = await this.#closing(fair, day);
    const { boardVnd, boardDeclaredVnd } = await readFigures(this.#door, fair.id, [day]);
    this.progress.say(
      `  ${day} closed as revision ${closing.revision}: ${closing.documentCount} documents, ` +
        `${formatVnd(closing.measuredVnd, 'vi')} measured, ` +
        `${formatVnd(closing.declaredVnd ?? 0, 'vi')} declared, ${closing.entries} entries`,
    );
    return (
      Math.abs(closing.measuredVnd - boardVnd) +
      Math.abs((closing.declaredVnd ?? 0) - boardDeclaredVnd)
    );
  }

  async #closing(fair: FairAnswer, day: string): Promise<ClosingAnswer> {
    const path = `/api/fairs/${fair.id}/days/${day}/closings`;
    try {
      /* Asked for when the day was closed before. */
      const reason = `Chạy mô phỏng, hạt ${this.options.seed}`;
      return await this.#door.once<ClosingAnswer>('POST', path, { reason });
    } catch (failure) {
      const isClosed = failure instanceof DoorRefusal && failure.code === 'nothing_new_to_close';
      if (!isClosed) throw failure;
      const closings = await this.#door.get<ClosingAnswer[]>(path);
      return closings.reduce((a, b) => (b.revision > a.revision ? b : a));
    }
  }
}

function busynessOf(options: SimulateOptions, clock: FairClock): number {
  if (!clock.isMoved) return options.speed ?? 1;
  if (options.speed !== null && options.speed !== clock.speed) {
    throw new SimulateRefusal(
      `Phiên's clock is moved and runs at speed ${clock.speed}: leave --speed out, or give ${clock.speed}.`,
    );
  }
  return 1;
}

function happen(
  happening: Happening,
  tills: readonly SimulatedTill[],
  gates: readonly SimulatedGate[],
): void {
  if (happening.kind === 'sale') tills[happening.till]?.sell();
  else gates[happening.gate]?.tap(happening.kind);
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function sum<K extends string>(stations: readonly Record<K, number>[], field: K): number {
  return stations.reduce((total, station) => total + station[field], 0);
}
