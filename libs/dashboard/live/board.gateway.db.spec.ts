import { GrantRole, RoleGrant, Session, type Role } from '@phien/identity';
import { Fair } from '@phien/planning';
import { SetCapacity } from '@phien/visitors';
import { BoardVersion } from '../fold/board-version.entity';
import { FoldFacts } from '../fold/fold-facts';
import { SalesRollup } from '../fold/sales-rollup.entity';
import { BoardApp } from '../testing/board-app';
import { eventually } from '../testing/eventually';
import { NOON, openBoardDatabase, type BoardDatabase } from '../testing/fair-at-work';
import { LiveViewer } from '../testing/live-viewer';
import { Admission } from './admission';
import { LiveBoard } from './live-board';
import { LivePace } from './live-pace';
import { RecheckViewers } from './recheck-viewers';
import { Viewer } from './viewer';

describe('the live board', () => {
  let database: BoardDatabase;
  let app: BoardApp;
  const viewers: LiveViewer[] = [];

  beforeAll(async () => {
    database = await openBoardDatabase();
    app = await BoardApp.listen(database, { tickMs: 40, heartbeatMs: 100, recheckMs: 100 });
  });

  afterEach(() => {
    for (const viewer of viewers.splice(0)) viewer.close();
    database.clock.instant = NOON;
  });

  afterAll(async () => {
    await app.nest.close();
    await database.close();
  });

  function open(headers: { cookie?: string; origin?: string }, namespace?: string): LiveViewer {
    const viewer = new LiveViewer(app.url, headers, namespace);
    viewers.push(viewer);
    return viewer;
  }

  async function watching(cookie: string, fairId: string): Promise<LiveViewer> {
    const viewer = open({ cookie });
    await eventually('connected', () => viewer.socket.connected);
    expect(await viewer.watch(fairId)).toEqual({ ok: true });
    await eventually('first board', () => viewer.last);
    return viewer;
  }

  const fold = (fairId: string) => app.nest.get(FoldFacts).run(fairId);

  it('sends the board at once, and again whenever the fair moves', async () => {
    const work = await database.openFair({ booths: 2 });
    const { cookie } = await app.signIn([[work.fairId, 'official']]);
    const viewer = await watching(cookie, work.fairId);
    expect(viewer.last).toMatchObject({
      fairId: work.fairId,
      version: 0,
      revenue: { totalVnd: 0 },
    });

    await work.sell(0, 70_000);
    await work.count(5);
    await fold(work.fairId);
    const board = await eventually('the sale', () =>
      viewer.boards.find(({ version }) => version === 1),
    );
    expect(board).toMatchObject({ revenue: { totalVnd: 70_000 }, visits: { entries: 5 } });

    viewer.close();
    await work.sell(1, 30_000);
    await fold(work.fairId);
    const again = await watching(cookie, work.fairId);
    expect(again.last?.revenue.totalVnd).toBe(100_000);
  });

  it('tells a changed capacity at once, though nobody comes', async () => {
    const work = await database.openFair({ booths: 1 });
    await work.count(90);
    await fold(work.fairId);
    const { accountId, cookie } = await app.signIn([[work.fairId, 'organizer']]);
    const viewer = await watching(cookie, work.fairId);
    expect(viewer.last?.visits).toMatchObject({ capacity: null, level: null });
    const organizer = { accountId, login: '', name: '', mayOpenFairs: false, grants: [] };
    for (const [visitors, level] of [
      [100, 'near'],
      [80, 'full'],
      [null, null],
    ] as const) {
      await app.nest.get(SetCapacity).run(organizer, work.fairId, { visitors });
      expect(await fold(work.fairId)).toMatchObject({ taken: 1 });
      await eventually('the capacity', () => viewer.last?.visits.capacity === visitors);
      expect(viewer.last?.visits).toMatchObject({ entries: 90, level });
    }
  });

  it('tells that a phone fell silent, though nothing else happens', async () => {
    const work = await database.openFair({ booths: 1 });
    work.till(0).openShift();
    await work.deliver(work.till(0));
    await fold(work.fairId);
    database.clock.instant = new Date(NOON.getTime() + 16 * 60_000);
    const { cookie } = await app.signIn([[work.fairId, 'official']]);
    const viewer = await watching(cookie, work.fairId);
    expect(viewer.last?.tills).toEqual({ silentCount: 1, silentSince: NOON.toISOString() });
    database.clock.instant = NOON;
    const board = await eventually('the phone to be heard again', () =>
      viewer.boards.find(({ tills }) => tills.silentCount === 0),
    );
    expect(board.tills.silentSince).toBeNull();
  });

  describe('lets in', () => {
    it.each([
      ['nobody without a cookie', () => ({}), 'not_signed_in'],
      [
        'nobody with a made-up cookie',
        () => ({ cookie: `phien=${'A'.repeat(43)}` }),
        'not_signed_in',
      ],
      [
        'no page of another site',
        (cookie: string) => ({ cookie, origin: 'https://elsewhere.example' }),
        'foreign_origin',
      ],
      [
        'no page of another port',
        (cookie: string) => ({ cookie, origin: 'http://127.0.0.1:1' }),
        'foreign_origin',
      ],
      [
        'no page without an origin of its own',
        (cookie: string) => ({ cookie, origin: 'null' }),
        'foreign_origin',
      ],
    ])('%s', async (_name, headers, code) => {
      const work = await database.openFair({ booths: 1 });
      const { cookie } = await app.signIn([[work.fairId, 'official']]);
      const viewer = open(headers(cookie));
      expect(await eventually('refused', () => viewer.refusal)).toBe(code);
      expect(viewer.socket.connected).toBe(false);
    });

    it('its own page', async () => {
      const work = await database.openFair({ booths: 1 });
      const { cookie } = await app.signIn([[work.fairId, 'official']]);
      const viewer = open({ cookie, origin: app.url });
      await eventually('connected', () => viewer.socket.connected);
    });

    it('nobody into another namespace', async () => {
      const work = await database.openFair({ booths: 1 });
      const { cookie } = await app.signIn([[work.fairId, 'official']]);
      const viewer = open({ cookie }, '/');
      expect(await eventually('refused', () => viewer.refusal)).toBe('no_such_namespace');
    });
  });

  it('shows a fair to nobody who has no role in it, whatever they ask', async () => {
    const work = await database.openFair({ booths: 1 });
    const other = await database.openFair({ booths: 1 });
    const official = await app.signIn([[work.fairId, 'official']]);
    const stranger = await app.signIn([[other.fairId, 'official']]);
    const counter = await app.signIn([[work.fairId, 'gate']]);

    const snooper = await watching(stranger.cookie, other.fairId);
    const gate = open({ cookie: counter.cookie });
    await eventually('connected', () => gate.socket.connected);
    const asked: unknown[] = [work.fairId, `${work.fairId}:money`, '', null, 7, { $ne: 1 }];
    for (const fairId of asked) {
      expect(await snooper.watch(fairId)).toEqual({ ok: false, code: 'fair_not_found' });
    }
    expect(await gate.watch(work.fairId)).toEqual({ ok: false, code: 'role_missing' });
    for (const event of ['join', 'subscribe', 'board']) {
      snooper.socket.emit(event, `${work.fairId}:money`);
      snooper.socket.emit(event, { room: `${work.fairId}:ranks` });
    }

    const viewer = await watching(official.cookie, work.fairId);
    await work.sell(0, 10_000);
    await fold(work.fairId);
    await eventually('the sale', () => viewer.last?.version === 1);
    await eventually('a heartbeat', () => viewer.heartbeats.at(-1)?.version === 1);
    expect(new Set(snooper.boards.map(({ fairId }) => fairId))).toEqual(new Set([other.fairId]));
    expect(new Set(snooper.heartbeats.map(({ fairId }) => fairId))).toEqual(
      new Set([other.fairId]),
    );
    expect([gate.boards, gate.heartbeats, snooper.others]).toEqual([[], [], []]);
  });

  it('shows one fair at a time', async () => {
    const first = await database.openFair({ booths: 1 });
    const second = await database.openFair({ booths: 1 });
    const { cookie } = await app.signIn([
      [first.fairId, 'official'],
      [second.fairId, 'organizer'],
    ]);
    const viewer = await watching(cookie, first.fairId);
    expect(await viewer.watch(second.fairId)).toEqual({ ok: true });
    await eventually('the second fair', () => viewer.last?.fairId === second.fairId);
    viewer.boards.length = 0;
    await first.sell(0, 10_000);
    await fold(first.fairId);
    await second.sell(0, 10_000);
    await fold(second.fairId);
    await eventually('the sale', () => viewer.last?.version === 1);
    expect(new Set(viewer.boards.map(({ fairId }) => fairId))).toEqual(new Set([second.fairId]));
  });

  it('shows the money of a booth by the policy of the fair, and follows when it changes', async () => {
    const work = await database.openFair({ booths: 1 });
    await work.sell(0, 10_000);
    await fold(work.fairId);
    const { cookie: organizer } = await app.signIn([[work.fairId, 'organizer']]);
    const { cookie: official } = await app.signIn([[work.fairId, 'official']]);
    const [all, ranks] = [
      await watching(organizer, work.fairId),
      await watching(official, work.fairId),
    ];
    expect(all.last?.ranking[0]?.revenueVnd).toBe(10_000);
    expect(ranks.last?.ranking[0]?.revenueVnd).toBeNull();

    const fairs = database.dataSource.getRepository(Fair);
    await fairs.update({ id: work.fairId }, { boothMoneyVisibleTo: 'officials' });
    await eventually('money shown', () => ranks.last?.ranking[0]?.revenueVnd === 10_000);
    await fairs.update({ id: work.fairId }, { boothMoneyVisibleTo: 'organizers' });
    await eventually('money hidden', () => ranks.last?.ranking[0]?.revenueVnd === null);
    const heard = ranks.boards.length;
    await work.sell(0, 10_000);
    await fold(work.fairId);
    await eventually('the sale', () => ranks.last?.version === 2);
    expect(ranks.boards.slice(heard).map((board) => board.ranking[0]?.revenueVnd)).toEqual([null]);
  });

  it('cuts off who lost the role or the session, and nobody else', async () => {
    const work = await database.openFair({ booths: 1 });
    const [stays, loses, leaves] = [
      await app.signIn([[work.fairId, 'official']]),
      await app.signIn([[work.fairId, 'official']]),
      await app.signIn([[work.fairId, 'official']]),
    ];
    const staying = await watching(stays.cookie, work.fairId);
    const losing = await watching(loses.cookie, work.fairId);
    const leaving = await watching(leaves.cookie, work.fairId);
    const { dataSource } = database;
    await dataSource.getRepository(RoleGrant).delete({ accountId: loses.accountId });
    await dataSource
      .getRepository(Session)
      .update({ accountId: leaves.accountId }, { endedAt: new Date() });
    await eventually('both cut off', () => !losing.socket.connected && !leaving.socket.connected);
    await work.sell(0, 10_000);
    await fold(work.fairId);
    await eventually('the sale', () => staying.last?.version === 1);
    expect([losing.last?.version, leaving.last?.version]).toEqual([0, 0]);
    const back = open({ cookie: leaves.cookie });
    expect(await eventually('refused', () => back.refusal)).toBe('not_signed_in');
  });

  it('follows a role that changes: an organizer who is an official now sees no booth’s money, an exhibitor nothing', async () => {
    const work = await database.openFair({ booths: 1 });
    await work.sell(0, 10_000);
    await fold(work.fairId);
    const changing = await app.signIn([[work.fairId, 'organizer']]);
    const screen = await watching(changing.cookie, work.fairId);
    expect(screen.last?.ranking[0]?.revenueVnd).toBe(10_000);

    const em = database.dataSource.manager;
    const { accountId } = changing;
    const becomes = async (before: Role, grant: { role: Role; exhibitorId?: string }) => {
      await app.nest.get(GrantRole).run(em, { fairId: work.fairId, accountId, ...grant });
      await em.delete(RoleGrant, { fairId: work.fairId, accountId, role: before });
    };
    await becomes('organizer', { role: 'official' });
    await eventually('money hidden', () => screen.last?.ranking[0]?.revenueVnd === null);
    await becomes('official', {
      role: 'exhibitor',
      exhibitorId: work.fair.exhibitors[0]?.id,
    });
    await eventually('cut off', () => !screen.socket.connected);
    const heard = screen.boards.length;
    await work.sell(0, 10_000);
    await fold(work.fairId);
    const back = open({ cookie: changing.cookie });
    await eventually('connected', () => back.socket.connected);
    for (const topic of ['board', 'plan'] as const) {
      expect(await back.watch(work.fairId, topic)).toEqual({ ok: false, code: 'role_missing' });
    }
    expect([screen.boards.length, back.boards]).toEqual([heard, []]);
  });

  it('looks once at a session and at what it sees of a fair, for all the screens it opened', async () => {
    const work = await database.openFair({ booths: 1 });
    const { cookie } = await app.signIn([[work.fairId, 'official']]);
    const rechecks = jest.spyOn(app.nest.get(RecheckViewers), 'run');
    for (let n = 0; n < 3; n += 1) await watching(cookie, work.fairId);
    const [shared] = await eventually('a look at all of them', () =>
      rechecks.mock.calls.find(([open]) => open.length === 3),
    );
    rechecks.mockRestore();
    const admission = app.nest.get(Admission);
    const looks = { session: 0, fair: 0 };
    const counting = Object.assign(Object.create(admission) as Admission, {
      entrant: (viewer: Viewer) => {
        looks.session += 1;
        return admission.entrant(viewer);
      },
      toFair: (...asked: Parameters<Admission['toFair']>) => {
        looks.fair += 1;
        return admission.toFair(...asked);
      },
    });
    await new RecheckViewers(counting, app.nest.get(LiveBoard)).run(shared);
    expect(looks).toEqual({ session: 1, fair: 1 });
  });

  it('looks again within less than the five seconds in which a role must be gone', () => {
    const { recheckMs } = new LivePace();
    expect(recheckMs).toBeLessThan(5_000);
  });

  it('beats with version and as-of time, and catches up on news it did not hear', async () => {
    const work = await database.openFair({ booths: 1 });
    const { cookie } = await app.signIn([[work.fairId, 'official']]);
    const viewer = await watching(cookie, work.fairId);
    await work.sell(0, 10_000);
    await fold(work.fairId);
    await eventually('the sale', () => viewer.last?.version === 1);
    await database.dataSource
      .getRepository(BoardVersion)
      .update({ fairId: work.fairId }, { version: 9 });
    await eventually('the unheard version', () => viewer.last?.version === 9);
    database.clock.instant = new Date('2025-10-28T06:00:00Z');
    expect(
      await eventually('a later heartbeat', () =>
        viewer.heartbeats.find(({ asOf }) => asOf.startsWith('2025-10-28T06')),
      ),
    ).toEqual({ fairId: work.fairId, version: 9, asOf: '2025-10-28T06:00:00.000Z' });
    database.clock.instant = new Date('2025-10-28T17:00:00Z');
    await eventually('the next fair day', () => viewer.last?.day === '2025-10-29');
  });

  it('speaks at most once a tick, and ends with the newest', async () => {
    const work = await database.openFair({ booths: 1 });
    const { cookie } = await app.signIn([[work.fairId, 'official']]);
    const viewer = await watching(cookie, work.fairId);
    const heard = viewer.boards.length;
    const startedMs = Date.now();
    for (let sale = 0; sale < 15; sale++) {
      await work.sell(0, 1_000);
      await fold(work.fairId);
    }
    await eventually('the newest', () => viewer.last?.version === 15);
    const ticks = Math.ceil((Date.now() - startedMs) / 40) + 1;
    expect(viewer.boards.length - heard).toBeLessThanOrEqual(ticks);
    expect(viewer.last?.revenue.totalVnd).toBe(15_000);
    const versions = viewer.boards.map(({ version }) => version);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
  });

  describe('with a viewer that cannot keep up', () => {
    const NEWEST = 80;

    /** Versions a stalled viewer finds when it reads again; a quick one beside it has seen them all. */
    async function caughtUp(): Promise<number[]> {
      const { fairId } = await database.openFair({ booths: 1 });
      /* Longer than any day, to be more than what the buffers on the way hold. */
      await database.dataSource.getRepository(SalesRollup).insert(
        Array.from({ length: 6_000 }, (_, minute) => ({
          fairId,
          day: '2025-10-28',
          dimension: 'minute' as const,
          key: String(minute),
          salesCount: 1,
          salesVnd: 1_000_000_000,
          refundCount: 0,
          refundVnd: 0,
        })),
      );
      const versions = database.dataSource.getRepository(BoardVersion);
      await versions.insert({ fairId, version: 0, foldedAt: NOON });
      const { cookie } = await app.signIn([[fairId, 'official']]);
      const quick = await watching(cookie, fairId);
      const slow = await watching(cookie, fairId);

      const goOn = slow.stall();
      for (let version = 1; version <= NEWEST; version++) {
        await versions.update({ fairId }, { version });
        await database.bus.publish('board', { fairId, version });
        await eventually(`version ${version}`, () => quick.last?.version === version);
      }
      const before = slow.boards.length;
      goOn();
      await eventually('the newest for the slow one', () => slow.last?.version === NEWEST);
      expect(new Set(quick.boards.map(({ version }) => version)).size).toBe(NEWEST + 1);
      return slow.boards.slice(before).map(({ version }) => version);
    }

    it('keeps only the newest board for it, and the others undisturbed', async () => {
      const versions = await caughtUp();
      expect(versions.length).toBeLessThan(NEWEST - 10);
      expect(versions).toEqual([...versions].sort((a, b) => a - b));
    });

    it('would pile all of them up if it did not look whether the socket is drained', async () => {
      const drained = jest.spyOn(Viewer.prototype, 'isDrained', 'get').mockReturnValue(true);
      try {
        expect(await caughtUp()).toHaveLength(NEWEST);
      } finally {
        drained.mockRestore();
      }
    });
  });
});
