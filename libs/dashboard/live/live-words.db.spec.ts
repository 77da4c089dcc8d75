import { RoleGrant, type Caller } from '@phien/identity';
import { newId } from '@phien/kernel';
import { AllocateBooth, StopSuggestion, type SmallFair } from '@phien/planning';
import { BoardApp } from '../testing/board-app';
import { eventually } from '../testing/eventually';
import { openBoardDatabase, type BoardDatabase } from '../testing/fair-at-work';
import { LiveViewer } from '../testing/live-viewer';
import { TellFiles } from './tell-files';

describe('the live word', () => {
  let database: BoardDatabase;
  let app: BoardApp;
  const viewers: LiveViewer[] = [];

  beforeAll(async () => {
    database = await openBoardDatabase();
    app = await BoardApp.listen(database, { tickMs: 40, heartbeatMs: 100, recheckMs: 100 });
  });

  afterEach(() => {
    for (const viewer of viewers.splice(0)) viewer.close();
  });

  afterAll(async () => {
    await app.nest.close();
    await database.close();
  });

  async function connected(cookie: string): Promise<LiveViewer> {
    const viewer = new LiveViewer(app.url, { cookie });
    viewers.push(viewer);
    await eventually('connected', () => viewer.socket.connected);
    return viewer;
  }

  async function watching(cookie: string, fairId: string): Promise<LiveViewer> {
    const viewer = await connected(cookie);
    expect(await viewer.watch(fairId, 'plan')).toEqual({ ok: true });
    return viewer;
  }

  const callerOf = (accountId: string): Caller => ({
    accountId,
    login: 'organizer',
    name: 'Organizer',
    mayOpenFairs: false,
    grants: [],
  });

  const give = (accountId: string, fair: SmallFair, booth: number) =>
    app.nest.get(AllocateBooth, { strict: false }).run(callerOf(accountId), fair.fairId, {
      id: newId(),
      boothId: fair.booths[booth]?.id ?? '',
      exhibitorId: fair.exhibitors[0]?.id ?? '',
      share: 'third',
    });

  it('tells every organizer who has it open that it has moved, and no one else', async () => {
    const { fair } = await database.openFair({ booths: 4, exhibitors: 1 });
    const elsewhere = await database.openFair({ booths: 1 });
    const organizer = await app.signIn([[fair.fairId, 'organizer']]);
    const colleague = await app.signIn([[fair.fairId, 'organizer']]);
    const gate = await app.signIn([[fair.fairId, 'gate']]);
    const stranger = await app.signIn([[elsewhere.fairId, 'organizer']]);

    const [here, there] = [
      await watching(organizer.cookie, fair.fairId),
      await watching(colleague.cookie, fair.fairId),
    ];
    const outside = await watching(stranger.cookie, elsewhere.fairId);
    const barred = await connected(gate.cookie);
    expect(await barred.watch(fair.fairId, 'plan')).toEqual({ ok: false, code: 'role_missing' });
    expect(await outside.watch(fair.fairId, 'plan')).toEqual({ ok: false, code: 'fair_not_found' });
    barred.socket.emit('join', `${fair.fairId}:plan`);

    await give(organizer.accountId, fair, 1);
    for (const viewer of [here, there]) {
      await eventually('the word', () => viewer.plans.some(({ version }) => version === 1));
      expect(viewer.plans.at(-1)).toEqual({ fairId: fair.fairId, version: 1 });
    }
    expect(barred.plans).toEqual([]);
    expect(new Set(outside.plans.map(({ fairId }) => fairId))).not.toContain(fair.fairId);
  });

  it('says again with every heartbeat how far it has come', async () => {
    const { fair } = await database.openFair({ booths: 3, exhibitors: 1 });
    const { accountId, cookie } = await app.signIn([[fair.fairId, 'organizer']]);
    await give(accountId, fair, 1);
    await give(accountId, fair, 2);
    const late = await watching(cookie, fair.fairId);
    await eventually('the version', () => late.plans.some(({ version }) => version === 2));
  });

  it('cuts off an organizer who is one no longer', async () => {
    const { fair } = await database.openFair({ booths: 2, exhibitors: 1 });
    const { accountId, cookie } = await app.signIn([[fair.fairId, 'organizer']]);
    const viewer = await watching(cookie, fair.fairId);
    await database.dataSource.getRepository(RoleGrant).delete({ accountId });
    await eventually('cut off', () => !viewer.socket.connected);
  });

  it('of files goes to organizers and officials, and to nobody else', async () => {
    const { fair } = await database.openFair({ booths: 1 });
    const elsewhere = await database.openFair({ booths: 1 });
    const organizer = await app.signIn([[fair.fairId, 'organizer']]);
    const official = await app.signIn([[fair.fairId, 'official']]);
    const gate = await app.signIn([[fair.fairId, 'gate']]);
    const stranger = await app.signIn([[elsewhere.fairId, 'official']]);
    const hearing = [];
    for (const { cookie } of [organizer, official]) {
      const viewer = await connected(cookie);
      expect(await viewer.watch(fair.fairId, 'files')).toEqual({ ok: true });
      hearing.push(viewer);
    }
    const outside = await connected(stranger.cookie);
    const barred = await connected(gate.cookie);
    expect(await barred.watch(fair.fairId, 'files')).toEqual({ ok: false, code: 'role_missing' });
    expect(await outside.watch(fair.fairId, 'files')).toEqual({
      ok: false,
      code: 'fair_not_found',
    });
    expect(await outside.watch(elsewhere.fairId, 'files')).toEqual({ ok: true });

    const tellFiles = app.nest.get(TellFiles, { strict: false });
    await tellFiles.run(fair.fairId, () => Promise.resolve());
    for (const viewer of hearing) {
      await eventually('the word', () => viewer.files.some(({ version }) => version === 1));
      expect(viewer.files.at(-1)).toEqual({ fairId: fair.fairId, version: 1 });
    }
    expect(barred.files).toEqual([]);
    expect(new Set(outside.files.map(({ fairId }) => fairId))).not.toContain(fair.fairId);

    /* What was not kept is no news, and what was said while nobody heard comes with a heartbeat. */
    const cut = tellFiles.run(fair.fairId, () => Promise.reject(new Error('cut off')));
    await expect(cut).rejects.toThrow('cut off');
    await tellFiles.run(fair.fairId, () => Promise.resolve());
    const late = await connected(official.cookie);
    expect(await late.watch(fair.fairId, 'files')).toEqual({ ok: true });
    await eventually('the version', () => late.files.at(-1)?.version === 2);

    await database.dataSource.getRepository(RoleGrant).delete({ accountId: official.accountId });
    await eventually('cut off', () => !late.socket.connected);
  });

  it('of suggestions goes to organizers, and to nobody else', async () => {
    const { fair } = await database.openFair({ booths: 1 });
    const organizer = await app.signIn([[fair.fairId, 'organizer']]);
    const official = await app.signIn([[fair.fairId, 'official']]);
    const viewer = await connected(organizer.cookie);
    expect(await viewer.watch(fair.fairId, 'suggestion')).toEqual({ ok: true });
    const barred = await connected(official.cookie);
    expect(await barred.watch(fair.fairId, 'suggestion')).toEqual({
      ok: false,
      code: 'role_missing',
    });
    const suggestionId = newId();
    await database.dataSource.query(
      `INSERT INTO suggestion (fair_id, id, asked_by, asked_at, choice, instance, instance_hash, claimants,
         exhibitor_count, booth_count, engine, state)
       VALUES ($1, $2, $3, now(), '{}', '{}', sha256('{}'), '[]', 1, 1, '1', 'waiting')`,
      [fair.fairId, suggestionId, organizer.accountId],
    );
    await app.nest
      .get(StopSuggestion, { strict: false })
      .run(callerOf(organizer.accountId), fair.fairId, suggestionId);
    await eventually('the word', () => viewer.suggestions.some(({ version }) => version === 2));
    expect(barred.suggestions).toEqual([]);
    const late = await connected(organizer.cookie);
    expect(await late.watch(fair.fairId, 'suggestion')).toEqual({ ok: true });
    await eventually('the version', () => late.suggestions.at(-1)?.version === 2);
  });

  it('can be watched beside the board on one line', async () => {
    const { fair } = await database.openFair({ booths: 3, exhibitors: 1 });
    const { accountId, cookie } = await app.signIn([[fair.fairId, 'organizer']]);
    const viewer = await watching(cookie, fair.fairId);
    expect(await viewer.watch(fair.fairId)).toEqual({ ok: true });
    await eventually('the board', () => viewer.last);
    await give(accountId, fair, 1);
    await eventually('the word', () => viewer.plans.some(({ version }) => version === 1));
    expect(viewer.others).toEqual([]);
  });
});
