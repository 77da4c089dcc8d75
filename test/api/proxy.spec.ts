import { newId } from '@phien/kernel';
import { OpenDoor, PASSWORD } from './open-door';

let door: OpenDoor;

beforeAll(async () => {
  door = await OpenDoor.open({ trustsProxy: true });
});
afterAll(() => door.close());

const signIn = (login: string, headers: Record<string, string>) =>
  door.ask().post('/api/session').set(headers).send({ login, password: PASSWORD });

describe('behind a proxy that ends https', () => {
  const https = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'fair.example' };

  it('gives a cookie that belongs to this very host, and takes no other', async () => {
    const { login } = await door.makeAccount();
    const opened = await signIn(login, https);
    const [cookie = ''] = opened.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(
      /^__Host-phien=[\w-]{43}; .*Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );

    const session = cookie.split(';')[0] ?? '';
    const look = (header: string) =>
      door.ask().get('/api/session').set(https).set('Cookie', header);
    expect((await look(session)).status).toBe(200);
    expect((await look(session.replace('__Host-', ''))).status).toBe(401);
  });

  it('knows its own pages by the name the proxy was called by', async () => {
    const { login } = await door.makeAccount();
    const from = (origin: string) => signIn(login, { ...https, Origin: origin });
    expect((await from('https://fair.example')).status).toBe(201);
    expect((await from('https://elsewhere.example')).status).toBe(403);
  });

  it('knows a till’s page by it too, at the door of its documents', async () => {
    const path = `/api/fairs/${newId()}/registers/${newId()}/documents`;
    const send = (origin: string) =>
      door
        .ask()
        .post(path)
        .set({ ...https, Origin: origin })
        .send({ documents: [] });
    const [own, foreign] = [
      await send('https://fair.example'),
      await send('https://elsewhere.example'),
    ];
    expect([own.status, (own.body as { code: string }).code]).toEqual([400, 'delivery_invalid']);
    expect(own.headers['content-security-policy']).toContain('wss://fair.example');
    expect(foreign.status).toBe(403);
  });

  it('opens sockets by the very same rules', async () => {
    const { login } = await door.makeAccount();
    const opened = await signIn(login, https);
    const [session = ''] = opened.headers['set-cookie'] as unknown as string[];
    const cookie = session.split(';')[0] ?? '';
    const knock = (origin: string, Cookie: string) =>
      door.knockAtBoard({ ...https, Origin: origin, Cookie });
    expect(await knock('https://fair.example', cookie)).toBe('open');
    expect(await knock('https://elsewhere.example', cookie)).toBe('closed');
    expect(await knock(`http://127.0.0.1:${door.port}`, cookie)).toBe('closed');
    expect(await knock('https://fair.example', cookie.replace('__Host-', ''))).toBe(
      'not_signed_in',
    );
  });

  it('lets the page open sockets where the page itself came from', async () => {
    const { headers } = await door.ask().get('/api/health').set(https);
    expect(headers['content-security-policy']).toContain('wss://fair.example');
  });
});
