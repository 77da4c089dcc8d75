import request from 'supertest';
import { FoldFacts } from '../fold/fold-facts';
import { BoardApp } from '../testing/board-app';
import { openBoardDatabase, type BoardDatabase } from '../testing/fair-at-work';
import type { BoardDto } from './board.dto';

describe('GET /fairs/:fairId/board', () => {
  let database: BoardDatabase;
  let app: BoardApp;

  beforeAll(async () => {
    database = await openBoardDatabase();
    app = await BoardApp.listen(database, { tickMs: 250, heartbeatMs: 5_000, recheckMs: 4_000 });
  });

  afterAll(async () => {
    await app.nest.close();
    await database.close();
  });

  const read = async (fairId: string, cookie: string, day = '') => {
    const { body } = await request(app.url)
      .get(`/fairs/${fairId}/board${day && `?day=${day}`}`)
      .set('Cookie', cookie)
      .expect(200);
    return body as BoardDto;
  };

  it('answers organizers with the money of booths and officials with ranks', async () => {
    const work = await database.openFair({ booths: 1 });
    await work.sell(0, 25_000);
    await app.nest.get(FoldFacts).run(work.fairId);
    const { cookie: organizer } = await app.signIn([[work.fairId, 'organizer']]);
    const { cookie: official } = await app.signIn([[work.fairId, 'official']]);
    const all = await read(work.fairId, organizer);
    const ranks = await read(work.fairId, official);
    expect(all.ranking[0]).toMatchObject({ rank: 1, revenueVnd: 25_000, salesCount: 1 });
    expect(ranks.ranking[0]).toMatchObject({ rank: 1, revenueVnd: null, salesCount: null });
    expect({ ...ranks, ranking: [] }).toEqual({ ...all, ranking: [] });
    expect((await read(work.fairId, official, '2025-10-29')).revenue.totalVnd).toBe(0);
  });

  it('asks booths and splits the same question, and tells officials no money of a booth', async () => {
    const work = await database.openFair({ booths: 2 });
    await work.sell(0, 25_000);
    await app.nest.get(FoldFacts).run(work.fairId);
    const { cookie: official } = await app.signIn([[work.fairId, 'official']]);
    const get = async (path: string) => {
      const { body } = await request(app.url)
        .get(`/fairs/${work.fairId}/board${path}`)
        .set('Cookie', official)
        .expect(200);
      return JSON.stringify(body);
    };
    expect(await get('?zone=A')).toContain('25000');
    for (const asked of [
      '',
      '?zone=A',
      '?zone=A&origin=inProvince',
      '?from=2025-10-28&to=2025-10-30',
    ]) {
      const booths = await get(`/booths${asked}`);
      expect(booths).toContain('"rank":1');
      expect(booths).not.toContain('25000');
    }
    expect(await get('/splits?zone=A')).not.toContain('25000');
  });
});
