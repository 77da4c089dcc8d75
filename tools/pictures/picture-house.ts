import { setTimeout as sleep } from 'node:timers/promises';
import type { BoardAnswer } from '../simulate/fair-answers';
import { readRegisters } from '../simulate/enter-fair';
import { DoorRefusal, FairDoor } from '../simulate/fair-door';
import { TestHouse } from '../test/test-house';
import { FairServer, type DemoAccount } from '../../test/fair-server';
import { ForgottenPhone } from '../../test/trade-day/forgotten-phone';
import { PastDays, type PastDay } from './past-days';

/* A Thursday; its board is compared with the Wednesday before. */
const WEDNESDAY = '2025-11-19';
const THURSDAY = '2025-11-20';
const HOUR = 60;
const BEFORE = `${WEDNESDAY}T07:30:00+07:00`;
/* In the afternoon: the morning's peak is past, the evening's to come. */
const NOW = `${THURSDAY}T15:24:00+07:00`;

const days: readonly PastDay[] = [
  {
    midnight: `${WEDNESDAY}T00:00:00+07:00`,
    fromMinute: 8 * HOUR,
    toMinute: 22 * HOUR,
    profile: 'weekday',
    busyness: 0.6,
    isOver: true,
  },
  {
    midnight: `${THURSDAY}T00:00:00+07:00`,
    fromMinute: 8 * HOUR,
    toMinute: 15 * HOUR + 24,
    profile: 'weekday',
    busyness: 0.75,
    isOver: false,
  },
];

const COUNTED_BY_HAND = ['10:00', '14:30', '19:00'].map((time) => `${WEDNESDAY}T${time}:00+07:00`);

const onWednesday = (time: string) => new Date(`${WEDNESDAY}T${time}:00+07:00`);
/* Of a phone that comes back a day late. */
const LATE_SALES = Array.from({ length: 10 }, (_, at) => `${9 + at}:35`.padStart(5, '0'));

const BOARD_WITHIN_MS = 240_000;

type Role = DemoAccount['role'];

/** The demo fair in the middle of its busy day, the day before closed, on a server of its own. */
export class PictureHouse {
  private house: TestHouse | null = null;
  private server: FairServer | null = null;
  private readonly sessions = new Map<Role, string>();
  fair = { id: '', code: '' };

  async open(): Promise<void> {
    if (!process.env.TEST_DATABASE_URL) {
      this.house = new TestHouse();
      process.env.TEST_DATABASE_URL = await this.house.openPostgres();
    }
    this.server = await FairServer.open({ opensAt: BEFORE });
    const { login, password } = this.server.account('organizer');
    const door = new FairDoor(this.url);
    await door.signIn(login, password);
    const fairs = await door.get<{ id: string; code: string; isDemo: boolean }[]>('/api/fairs');
    const fair = fairs.find(({ isDemo }) => isDemo);
    if (!fair) throw new Error('The seed made no demo fair.');
    this.fair = { id: fair.id, code: fair.code };

    const past = new PastDays(door, fair.id, 'pictures', await this.ownExhibitorId());
    await past.live(days);
    const phone = await this.forgottenPhone(door);
    await this.server.moveClock(NOW);
    await past.tell();
    await past.countByHand(COUNTED_BY_HAND);
    await this.untilBoardHolds(door, past.soldVnd);
    await phone.send(door);
    await this.closeDayBefore(door, 'hết giờ mở cửa');
    for (const [at, time] of LATE_SALES.entries()) {
      phone.sell(1 + (at % 3), at % 2 === 0 ? 'cash' : 'vietqr', onWednesday(time));
    }
    phone.closeShift(onWednesday('22:05'));
    await phone.send(door);
    await this.closeDayBefore(door, 'máy báo muộn');
  }

  get url(): string {
    return this.opened.url;
  }

  /** The cookie of a session, opened once for each: the door counts how often one signs in. */
  async session(role: Role): Promise<{ name: string; value: string }> {
    const cookie = this.sessions.get(role) ?? (await this.signIn(role));
    this.sessions.set(role, cookie);
    const [name = '', value = ''] = cookie.split('=');
    return { name, value };
  }

  password(role: Role): string {
    return this.opened.account(role).password;
  }

  async close(): Promise<void> {
    await this.server?.close();
    await this.house?.close();
  }

  private get opened(): FairServer {
    if (this.server === null) throw new Error('The house is not open.');
    return this.server;
  }

  /** Was heard of in the morning of the day before, and again only now. */
  private async forgottenPhone(door: FairDoor): Promise<ForgottenPhone> {
    const registers = await readRegisters(door, this.fair.id);
    const free = registers.find(({ epochs }) => epochs.length === 0);
    if (!free) throw new Error('The demo fair has no register left for a phone.');
    const phone = await ForgottenPhone.enrol(door, free, this.fair.id);
    phone.openShift(onWednesday('08:10'));
    return phone;
  }

  /* A day closes by itself once its hour is past, perhaps before every till has told its own. */
  private async closeDayBefore(door: FairDoor, reason: string): Promise<void> {
    try {
      await door.once('POST', `/api/fairs/${this.fair.id}/days/${WEDNESDAY}/closings`, {
        reason,
      });
    } catch (failure) {
      const isClosed = failure instanceof DoorRefusal && failure.code === 'nothing_new_to_close';
      if (!isClosed) throw failure;
    }
  }

  private async untilBoardHolds(door: FairDoor, soldVnd: number): Promise<void> {
    const deadline = Date.now() + BOARD_WITHIN_MS;
    for (;;) {
      const boards = await Promise.all(
        [WEDNESDAY, THURSDAY].map((day) =>
          door.get<BoardAnswer>(`/api/fairs/${this.fair.id}/board?day=${day}`),
        ),
      );
      const shownVnd = boards.reduce((sum, { revenue }) => sum + revenue.measuredVnd, 0);
      if (shownVnd === soldVnd) return;
      if (Date.now() > deadline) {
        throw new Error(`The board holds ${shownVnd} ₫ of ${soldVnd} ₫ that were sold.`);
      }
      await sleep(200);
    }
  }

  /** Whom the demo's exhibitor account stands for: its page is a picture too. */
  private async ownExhibitorId(): Promise<string | null> {
    const { login, password } = this.opened.account('exhibitor');
    const door = new FairDoor(this.url);
    await door.signIn(login, password);
    const { grants } = await door.get<{ grants: { exhibitorId: string | null }[] }>('/api/session');
    return grants.find(({ exhibitorId }) => exhibitorId !== null)?.exhibitorId ?? null;
  }

  private async signIn(role: Role): Promise<string> {
    const { login, password } = this.opened.account(role);
    const answer = await fetch(`${this.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password }),
    });
    if (!answer.ok) throw new Error(`${role} could not sign in: ${await answer.text()}`);
    return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  }
}
