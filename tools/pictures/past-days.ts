import { newId } from '@phien/kernel';
import { happeningsOf, type DayAhead } from '../simulate/arrivals.rules';
import { Chance } from '../simulate/chance.rules';
import { enrolRegisters, readRegisters } from '../simulate/enter-fair';
import type { GateAnswer, RegisterAnswer } from '../simulate/fair-answers';
import { FairDoor } from '../simulate/fair-door';
import { Faults } from '../simulate/faults';
import { SimulatedTill } from '../simulate/simulated-till';

const BOOTHS = 84;
/* One gate after the other says what it counted. */
const COUNT_EVERY_MINUTES = 1.5;
const MINUTE = 60_000;

/** A stretch of one day, in the fair's zone. */
export interface PastDay {
  /** Local midnight, with its offset. */
  midnight: string;
  fromMinute: number;
  toMinute: number;
  profile: DayAhead['profile'];
  busyness: number;
  isOver: boolean;
}

interface GateWord {
  gate: GateAnswer;
  countedAt: string;
  entries: number;
  exits: number;
}

/** A door before which everything waits until it is opened. */
class HeldDoor extends FairDoor {
  private open: () => void = () => undefined;
  private readonly opened = new Promise<void>((resolve) => (this.open = resolve));

  release(): void {
    this.open();
  }

  override async once<T>(...request: Parameters<FairDoor['once']>): Promise<T> {
    await this.opened;
    return super.once<T>(...request);
  }
}

/**
 * Days that tills and gates lived through without a network: they sold and counted by their own
 * clocks, and tell it all at once. The same seed lives the same days, however busy the machine is.
 */
export class PastDays {
  private readonly tills: SimulatedTill[] = [];
  private readonly words: GateWord[] = [];
  private readonly clock = { ms: 0, nowMs: () => this.clock.ms };
  private readonly held: HeldDoor;

  /** `door` is signed in as the organizer; `ownExhibitorId` sells whatever the seed chooses. */
  constructor(
    private readonly door: FairDoor,
    private readonly fairId: string,
    private readonly seed: string,
    private readonly ownExhibitorId: string | null,
  ) {
    this.held = new HeldDoor(door.url);
  }

  async live(days: readonly PastDay[]): Promise<void> {
    const registers = await readRegisters(this.door, this.fairId);
    const isOwn = ({ exhibitorId }: RegisterAnswer) => exhibitorId === this.ownExhibitorId;
    const shuffled = new Chance(this.seed, 'booths').shuffled([...registers]);
    const chosen = [
      ...shuffled.filter(isOwn),
      ...shuffled.filter((register) => !isOwn(register)),
    ].slice(0, BOOTHS);
    const enrolled = await enrolRegisters(this.door, this.fairId, chosen, () => undefined);
    for (const [at, { enrolment, key }] of enrolled.entries()) {
      this.clock.ms = Date.parse(enrolment.serverTime);
      this.tills.push(
        new SimulatedTill(enrolment, key, {
          door: this.held,
          clock: this.clock,
          chance: new Chance(this.seed, `till ${at}`),
          faults: new Faults(false, new Chance(this.seed, 'no faults'), {
            resend: 0,
            cut: 0,
            parallel: 0,
          }),
          complain: (sentence) => {
            throw new Error(sentence);
          },
        }),
      );
    }
    const path = `/api/fairs/${this.fairId}/gates`;
    const known = await this.door.get<GateAnswer[]>(path);
    const gates = known.length > 0 ? known : await this.door.post<GateAnswer[]>(path);
    for (const day of days) this.liveOne(day, gates);
  }

  /** Everything is told; resolves when the ledger has it. The server's clock is past it by now. */
  async tell(): Promise<void> {
    this.held.release();
    await Promise.all(this.tills.map((till) => till.drained()));
    const devices = new Map<string, { id: string; sequence: number }>();
    for (const { gate, ...count } of this.words) {
      const device = devices.get(gate.id) ?? { id: newId(), sequence: 0 };
      device.sequence += 1;
      devices.set(gate.id, device);
      await this.door.post(`/api/fairs/${this.fairId}/gates/${gate.id}/counts`, {
        deviceId: device.id,
        epoch: 1,
        sequence: device.sequence,
        undoneEntries: 0,
        undoneExits: 0,
        ...count,
      });
    }
  }

  /** Somebody counted by hand beside the first gate's phone, from each of these moments on. */
  async countByHand(startedAt: readonly string[]): Promise<void> {
    const gate = this.words[0]?.gate;
    if (!gate) return;
    const until = (ms: number) =>
      this.words.findLast((word) => word.gate.id === gate.id && Date.parse(word.countedAt) < ms)
        ?.entries ?? 0;
    for (const [at, moment] of startedAt.entries()) {
      const ms = Date.parse(moment);
      const tapped = until(ms + 15 * MINUTE) - until(ms);
      await this.door.post(`/api/fairs/${this.fairId}/hand-counts`, {
        id: newId(),
        gateId: gate.id,
        method: 'clicker',
        startedAt: moment,
        /* Thumbs miss some of a crowd, and not the same share each time. */
        entries: Math.round(tapped * (1.02 + at / 100)),
      });
    }
  }

  get soldVnd(): number {
    return this.tills.reduce((sum, till) => sum + till.madeVnd, 0);
  }

  private liveOne(day: PastDay, gates: readonly GateAnswer[]): void {
    const { fromMinute, toMinute, profile, busyness } = day;
    const midnightMs = Date.parse(day.midnight);
    const happenings = happeningsOf({
      seed: `${this.seed} ${day.midnight}`,
      profile,
      startMinute: fromMinute,
      minutes: toMinute - fromMinute,
      opensMinute: fromMinute,
      closesMinute: toMinute,
      booths: BOOTHS,
      tillCount: this.tills.length,
      gateCount: gates.length,
      busyness,
    });
    const counters = gates.map((gate) => ({ gate, ...this.lastWordOf(gate) }));
    let toldAtMinute = 0;
    let turn = 0;
    this.clock.ms = midnightMs + fromMinute * MINUTE;
    for (const till of this.tills) till.openShift();
    for (const happening of happenings) {
      this.clock.ms = midnightMs + (fromMinute + happening.atMinute) * MINUTE;
      if (happening.kind === 'sale') this.tills[happening.till]?.sell();
      else {
        const counter = counters[happening.gate];
        if (counter && happening.kind === 'entry') counter.entries += 1;
        if (counter && happening.kind === 'exit') counter.exits += 1;
      }
      if (happening.atMinute - toldAtMinute >= COUNT_EVERY_MINUTES) {
        toldAtMinute = happening.atMinute;
        this.note(counters.slice(turn, turn + 1));
        turn = (turn + 1) % counters.length;
      }
    }
    this.clock.ms = midnightMs + toMinute * MINUTE;
    this.note(counters);
    if (day.isOver) for (const till of this.tills) till.closeShift();
  }

  private note(counters: readonly Omit<GateWord, 'countedAt'>[]): void {
    const countedAt = new Date(this.clock.ms).toISOString();
    for (const counter of counters) this.words.push({ ...counter, countedAt });
  }

  private lastWordOf(gate: GateAnswer): { entries: number; exits: number } {
    const last = this.words.findLast((word) => word.gate.id === gate.id);
    return { entries: last?.entries ?? 0, exits: last?.exits ?? 0 };
  }
}
