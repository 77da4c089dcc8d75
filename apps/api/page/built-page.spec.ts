import express from 'express';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { builtPage } from './built-page';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'phien-page-'));
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, 'till'));
  writeFileSync(join(folder, 'index.html'), '<p>main</p>');
  writeFileSync(join(folder, 'till/index.html'), '<p>till</p>');
  writeFileSync(join(folder, 'assets/main-4f3a.js'), 'main()');
  writeFileSync(join(folder, 'assets/large-9c1e.js'), 'large();'.repeat(1_000));
  writeFileSync(join(folder, '.secret'), 'secret');
});
afterAll(() => rmSync(folder, { recursive: true }));

const get = (path: string) => {
  const app = express();
  app.use(builtPage(folder));
  app.use((_, response) => void response.status(404).send('not here'));
  return request(app).get(path);
};

it('keeps hashed files for ever and asks for the page each time', async () => {
  const [asset, page] = [await get('/assets/main-4f3a.js'), await get('/')];
  expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(page.headers['cache-control']).toBe('no-cache');
  expect(page.text).toBe('<p>main</p>');
});

it('answers a deep link with the nearest page, as a reload in the browser needs', async () => {
  expect((await get('/board')).text).toBe('<p>main</p>');
  expect((await get('/f/ocop-2025/plan')).text).toBe('<p>main</p>');
  expect((await get('/till/')).text).toBe('<p>till</p>');
  expect((await get('/till/cart/7')).text).toBe('<p>till</p>');
  expect((await get('/board')).headers['cache-control']).toBe('no-cache');
});

it('compresses what it serves for whoever takes it, and says that it does', async () => {
  const asked = (encoding: string) => get('/assets/large-9c1e.js').set('Accept-Encoding', encoding);
  const [packed, plain] = [await asked('gzip'), await asked('identity')];
  expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
  expect(packed.text).toBe(plain.text);
  expect(plain.headers['content-encoding']).toBeUndefined();
});

it('compresses a script once, and hands it out as it would hand out the file', async () => {
  const app = express().use(builtPage(folder));
  const path = '/assets/asked-often-7d2b.js';
  const asked = () => request(app).get(path).set('Accept-Encoding', 'gzip');
  writeFileSync(join(folder, path), 'often();');
  const first = await asked();
  rmSync(join(folder, path));
  const again = await asked();
  expect(again.text).toBe('often();');
  expect(again.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'gzip',
    'content-type': expect.stringContaining('javascript') as string,
    etag: first.headers.etag as string,
    vary: 'Accept-Encoding',
  });
  const known = await asked().set('If-None-Match', first.headers.etag as string);
  expect([known.status, known.text]).toEqual([304, '']);
});

it('sends /till to /till/, where its service worker rules', async () => {
  const answer = await get('/till');
  expect([answer.status, answer.headers.location]).toEqual([301, '/till/']);
});

it.each([
  '/assets/gone-1.js',
  '/favicon.ico',
  '/api',
  '/api/x',
  '/socket.io/',
  '/../package.json',
  '/..%2f..%2fetc%2fpasswd',
  '/.secret',
])('has nothing at %s', async (path) => {
  const answer = await get(path);
  expect([answer.status, answer.text]).toEqual([404, 'not here']);
});
