import { OpenDoor } from './open-door';

let door: OpenDoor;

beforeAll(async () => {
  door = await OpenDoor.open();
});
afterAll(() => door.close());

it('shows the queues to whoever may open fairs, to look at only, under the policy of every page', async () => {
  const { fairId } = await door.makeFair();
  const { login, accountId } = await door.makeAccount({ fairId, role: 'organizer' });
  const cookie = await door.signIn(login);
  const ask = (path: string) => door.ask().get(path).set('Cookie', cookie);
  expect((await door.ask().get('/jobs')).status).toBe(401);
  expect((await ask('/jobs')).status).toBe(403);
  expect((await ask('/jobs/api/queues')).status).toBe(403);

  await door.source.query(`UPDATE account SET may_open_fairs = true WHERE id = $1`, [accountId]);
  const page = await ask('/jobs');
  expect([page.status, page.headers['cache-control']]).toEqual([200, 'private, no-store']);
  expect(page.headers['content-security-policy']).toContain(`script-src 'self';`);
  const script = /src="(static\/js\/main[^"]+)"/.exec(page.text)?.[1];
  expect((await ask(`/jobs/${script}`)).status).toBe(200);
  const { queues } = (await ask('/jobs/api/queues')).body as { queues: object[] };
  expect(queues).toMatchObject([
    { name: 'reports', readOnlyMode: true },
    { name: 'suggestions', readOnlyMode: true },
  ]);
  for (const verb of ['put', 'post', 'delete'] as const) {
    const answer = await door.ask()[verb]('/jobs/api/queues/reports/pause').set('Cookie', cookie);
    expect(answer.status).toBe(405);
  }
});
