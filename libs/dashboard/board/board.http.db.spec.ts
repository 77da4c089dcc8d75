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
});
