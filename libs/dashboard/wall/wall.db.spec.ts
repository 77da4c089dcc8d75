import { AuditEntry, type Caller } from '@phien/identity';
import { newId } from '@phien/kernel';
import { Fair } from '@phien/planning';
import request from 'supertest';
import { FoldFacts } from '../fold/fold-facts';
import { BoardApp } from '../testing/board-app';
import { eventually } from '../testing/eventually';
import { NOON, openBoardDatabase, type BoardDatabase } from '../testing/fair-at-work';
import { LiveViewer } from '../testing/live-viewer';
import { FindWallLink } from './find-wall-link';
import { IssueWallLink } from './issue-wall-link';
import { ReadWall } from './read-wall';
import { ReadWallBoard } from './read-wall-board';
import { ReadWallBooths } from './read-wall-booths';
import { ReadWallPlan } from './read-wall-plan';
import { RevokeWallLink } from './revoke-wall-link';
import { WallLink, type WallAudience } from './wall-link.entity';
import type { NewWallLinkDto, WallLinkDto } from './wall.dto';

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: Error & { code?: string }) => error.code ?? error.message,
  );

/** Of one booth's sales and declaration, in every form that travels. */
const MONEY_OF_ONE = /7654321|\b54321\b|7600000/;
const NAME = /Đơn vị kiểm thử/;

describe('a wall', () => {
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

  /** A fair with four booths at work in one zone, and its organizer. */
  async function open() {
    const work = await database.openFair({ booths: 4 });
    const { cookie, accountId } = await app.signIn([[work.fairId, 'organizer']]);
    const at = `/fairs/${work.fairId}/wall-links`;
    const issue = async (audience: WallAudience, name = 'Sảnh chính') => {
      const answer = await request(app.url)
        .post(at)
        .set('Cookie', cookie)
        .send({ name, audience, language: 'vi' });
      expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
      return answer.body as NewWallLinkDto;
    };
    const list = async () =>
      (await request(app.url).get(at).set('Cookie', cookie).expect(200)).body as WallLinkDto[];
    const revoke = (id: string) =>
      request(app.url).delete(`${at}/${id}`).set('Cookie', cookie).expect(204);
    const caller: Caller = { accountId, login: '', name: '', mayOpenFairs: false, grants: [] };
    return { work, cookie, accountId, caller, issue, list, revoke };
  }

  const read = (token: string, what = '') =>
    request(app.url).get(`/wall${what}`).set('Authorization', `Bearer ${token}`);

  function knock(wall: unknown, headers: { cookie?: string; origin?: string } = {}): LiveViewer {
    const viewer = new LiveViewer(app.url, headers, undefined, { wall });
    viewers.push(viewer);
    return viewer;
  }

  async function watching(token: string, fairId: string): Promise<LiveViewer> {
    const viewer = knock(token);
    await eventually('connected', () => viewer.socket.connected);
    expect(await viewer.watch(fairId)).toEqual({ ok: true });
    await eventually('first board', () => viewer.last);
    return viewer;
  }

  /** Every booth sells, the first the most; the first declares as well. */
  async function sellAll({ work }: Awaited<ReturnType<typeof open>>) {
    await work.sell(0, 7_600_000);
    await work.declare(0, 54_321);
    for (const booth of [1, 2, 3]) await work.sell(booth, 10_000 * booth);
    await app.nest.get(FoldFacts).run(work.fairId);
  }

  it('has a link that is told once, kept as a hash, listed, and ended for good', async () => {
    const wall = await open();
    const { token, ...made } = await wall.issue('officials', '  Sảnh chính ');
    expect(made).toMatchObject({ name: 'Sảnh chính', audience: 'officials', seenAt: null });
    expect(await wall.list()).toEqual([made]);

    expect((await read(token).expect(200)).body).toEqual({
      fairId: wall.work.fairId,
      name: 'Sảnh chính',
      audience: 'officials',
      language: 'vi',
      now: NOON.toISOString(),
    });
    expect((await wall.list())[0]?.seenAt).toBe(NOON.toISOString());
    const links = database.dataSource.getRepository(WallLink);
    const [row] = await links.findBy({ fairId: wall.work.fairId });
    expect(JSON.stringify(row)).not.toContain(token);

    await wall.revoke(made.id);
    const ended = await links.findOneByOrFail({ fairId: wall.work.fairId });
    await wall.revoke(made.id);
    expect(await links.findOneByOrFail({ fairId: wall.work.fairId })).toEqual(ended);
    expect(ended).toMatchObject({ revokedBy: wall.accountId, revokedAt: NOON });
    expect(await wall.list()).toEqual([]);
    for (const verb of [ReadWall, ReadWallBoard, ReadWallBooths, ReadWallPlan]) {
      const reading = app.nest.get<ReadWall>(verb).run(token, 'spec');
      expect(await codeOf(reading)).toBe('wall_link_unknown');
    }
    const deeds = await database.dataSource
      .getRepository(AuditEntry)
      .findBy({ fairId: wall.work.fairId, subjectId: made.id });
    expect(deeds.map(({ action }) => action).sort()).toEqual([
      'wall_link_issued',
      'wall_link_revoked',
    ]);
    expect(JSON.stringify(deeds)).not.toContain(token);
  });

  it('is ended by its own fair alone', async () => {
    const [wall, elsewhere] = [await open(), await open()];
    const { id } = await wall.issue('public');
    const ending = (fairId: string, link: string) =>
      codeOf(app.nest.get(RevokeWallLink).run(elsewhere.caller, fairId, link));
    expect(await ending(elsewhere.work.fairId, id)).toBe('wall_link_unknown');
    expect(await ending(wall.work.fairId, 'x')).toBe('wall_link_unknown');
    expect([await elsewhere.list(), await wall.list()]).toMatchObject([[], [{ id }]]);
  });

  it('stops at twenty links of a fair, also when asked at once', async () => {
    const wall = await open();
    const issue = () =>
      codeOf(
        app.nest
          .get(IssueWallLink)
          .run(wall.caller, wall.work.fairId, { name: 'Sảnh', audience: 'public', language: 'vi' }),
      );
    const answers = await Promise.all(Array.from({ length: 23 }, issue));
    expect(answers.filter((code) => code === 'too_many_wall_links')).toHaveLength(3);
    const [first] = await wall.list();
    await wall.revoke(first!.id);
    expect(await issue()).toBe('done');
  });

  it('for officials shows what they may see now, over HTTP and on the line', async () => {
    const wall = await open();
    await sellAll(wall);
    const { token } = await wall.issue('officials');
    const viewer = await watching(token, wall.work.fairId);
    const first = async () => [
      (await read(token, '/board').expect(200)).body.ranking[0].revenueVnd as unknown,
      (await read(token, '/booths').expect(200)).body.booths[0].revenue.amount as unknown,
    ];
    expect(await first()).toEqual([null, null]);
    expect(viewer.last?.ranking[0]).toMatchObject({ revenueVnd: null });
    expect(viewer.last?.ranking[0]?.exhibitorNames).toHaveLength(1);

    await database.dataSource
      .getRepository(Fair)
      .update({ id: wall.work.fairId }, { boothMoneyVisibleTo: 'officials' });
    await eventually('money', () => viewer.last?.ranking[0]?.revenueVnd === 7_654_321);
    expect(await first()).toEqual([7_654_321, 7_654_321]);
  });

  it('for passers-by never holds a name or the money of one booth, over HTTP or on the line', async () => {
    const wall = await open();
    const { token } = await wall.issue('public');
    const viewer = await watching(token, wall.work.fairId);
    await wall.work.sell(0, 7_600_000);
    await app.nest.get(FoldFacts).run(wall.work.fairId);
    await eventually('the first sale', () => viewer.last?.version === 1);
    expect(viewer.last).toMatchObject({ revenue: { totalVnd: 7_600_000 }, ranking: [] });
    expect((await read(token, '/booths')).text).not.toContain('"rank"');

    /* Whatever the fair lets everyone see. */
    await database.dataSource
      .getRepository(Fair)
      .update({ id: wall.work.fairId }, { boothMoneyVisibleTo: 'everyone' });
    await wall.work.declare(0, 54_321);
    for (const booth of [1, 2, 3]) await wall.work.sell(booth, 10_000 * booth);
    await app.nest.get(FoldFacts).run(wall.work.fairId);
    await eventually('all of them', () => viewer.last?.ranking.length === 4);
    await eventually(
      'a heartbeat',
      () => viewer.heartbeats.at(-1)?.version === viewer.last?.version,
    );

    const told = [
      ...viewer.boards.slice(-1).map((board) => JSON.stringify(board)),
      (await read(token, '/board').expect(200)).text,
      (await read(token, '/booths').expect(200)).text,
      (await read(token, '/plan').expect(200)).text,
    ];
    for (const text of told) {
      expect(text).not.toMatch(MONEY_OF_ONE);
      expect(text).not.toMatch(NAME);
    }
    expect(viewer.boards.flatMap(({ ranking }) => ranking)).not.toContainEqual(
      expect.objectContaining({ revenueVnd: expect.any(Number) }),
    );
    expect(viewer.last?.revenue.totalVnd).toBe(7_660_000);
  });

  it('goes dark at once when its link is ended, and no other wall with it', async () => {
    const wall = await open();
    const [ended, stays] = [await wall.issue('officials'), await wall.issue('officials')];
    const losing = await watching(ended.token, wall.work.fairId);
    const staying = await watching(stays.token, wall.work.fairId);
    await wall.revoke(ended.id);
    await eventually('cut off', () => !losing.socket.connected);
    await sellAll(wall);
    await eventually('the sale', () => (staying.last?.version ?? 0) > 0);
    expect(losing.last?.version).toBe(0);
    const back = knock(ended.token);
    expect(await eventually('refused', () => back.refusal)).toBe('wall_link_unknown');
  });

  it('opens one fair, and nothing besides its board', async () => {
    const wall = await open();
    const { token } = await wall.issue('officials');
    const elsewhere = await open();
    const viewer = await watching(token, wall.work.fairId);
    expect(await viewer.watch(elsewhere.work.fairId)).toEqual({
      ok: false,
      code: 'fair_not_found',
    });
    expect(await viewer.watch(wall.work.fairId, 'plan')).toEqual({
      ok: false,
      code: 'role_missing',
    });
  });

  it.each([
    ['a made-up secret', () => 'A'.repeat(64), 'wall_link_unknown'],
    ['no secret', () => '', 'wall_link_unknown'],
    ['something that is no text', () => ({ $ne: 1 }), 'wall_link_unknown'],
  ])('lets in nobody with %s, signed in or not', async (_, secret, code) => {
    const wall = await open();
    const viewer = knock(secret(), { cookie: wall.cookie });
    expect(await eventually('refused', () => viewer.refusal)).toBe(code);
  });

  it('opens for no page of another site', async () => {
    const wall = await open();
    const { token } = await wall.issue('public');
    const viewer = knock(token, { origin: 'https://elsewhere.example' });
    expect(await eventually('refused', () => viewer.refusal)).toBe('foreign_origin');
  });

  it('is told to stop after sixty wrong secrets in a minute; the right one still opens', async () => {
    const wall = await open();
    const { token } = await wall.issue('public');
    const find = app.nest.get(FindWallLink);
    const trying = () => codeOf(find.run('A'.repeat(64), '192.0.2.7'));
    for (let at = 0; at < 60; at += 1) expect(await trying()).toBe('wall_link_unknown');
    expect(await trying()).toBe('too_many_wrong_links');
    expect(await codeOf(find.run(token, '192.0.2.7'))).toBe('done');
  });

  it('has its rules in the database as well', async () => {
    const wall = await open();
    const { id } = await wall.issue('public');
    const row = (more: object) =>
      database.dataSource.query(
        `INSERT INTO wall_link SELECT (jsonb_populate_record(w, $2::jsonb)).* FROM wall_link w WHERE id = $1`,
        [id, JSON.stringify({ id: newId(), token_hash: `\\x${'00'.repeat(32)}`, ...more })],
      );
    const { tokenHash } = await database.dataSource.getRepository(WallLink).findOneByOrFail({ id });
    const wrong: [object, string][] = [
      [{ id }, 'wall_link_pkey'],
      [{ fair_id: newId() }, 'wall_link_fair_id_fkey'],
      [{ issued_by: newId() }, 'wall_link_issued_by_fkey'],
      [{ revoked_by: newId(), revoked_at: NOON }, 'wall_link_revoked_by_fkey'],
      [{ token_hash: `\\x${tokenHash.toString('hex')}` }, 'wall_link_secret'],
      [{ token_hash: '\\x00' }, 'wall_link_token_hashed'],
      [{ name: '' }, 'wall_link_named'],
      [{ name: 'x'.repeat(61) }, 'wall_link_named'],
      [{ audience: 'everyone' }, 'wall_link_audience_known'],
      [{ language: 'fr' }, 'wall_link_language_known'],
      [{ revoked_at: NOON }, 'wall_link_revoked_by_one'],
      [{ revoked_by: wall.accountId }, 'wall_link_revoked_by_one'],
    ];
    for (const [more, constraint] of wrong) await expect(row(more)).rejects.toThrow(constraint);
    await row({});
  });
});
