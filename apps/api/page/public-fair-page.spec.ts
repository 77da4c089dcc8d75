import { Refusal } from '@phien/kernel';
import type { PublicPlanDto } from '@phien/planning';
import type { PublicFiguresDto } from '@phien/reports';
import express from 'express';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { publicFairPage } from './public-fair-page';

const folder = mkdtempSync(join(tmpdir(), 'public-fair-'));
const template = join(folder, 'index.html');
writeFileSync(
  template,
  '<head><meta name="description" content="Hội chợ"><title>Hội chợ</title></head><body><div id="root"></div><noscript>cần JavaScript</noscript></body>',
);
afterAll(() => rmSync(folder, { recursive: true }));

const HOSTILE = 'Hội chợ </script><script>alert(1)</script> $& "OCOP"';

const published: PublicFiguresDto = {
  code: 'ocop-2025',
  nameVi: HOSTILE,
  nameEn: 'OCOP fair',
  venueVi: 'Hạ Long',
  venueEn: 'Hạ Long',
  isDemo: false,
  timeZone: 'Asia/Ho_Chi_Minh',
  asOf: '2025-10-28T05:15:00.000Z',
  showsVisits: true,
  showsRevenue: true,
  showsBooths: false,
  visitsStep: 100,
  revenueStepVnd: 10_000_000,
  delayMinutes: 15,
  days: [
    {
      day: '2025-10-28',
      opensAt: '08:00',
      closesAt: '22:00',
      state: 'running',
      revision: null,
      closedAt: null,
      isComplete: null,
      visits: 0,
      revenueVnd: 90_000_000,
      isRevenueWithheld: false,
      declared: 'later',
      boothsSelling: null,
    },
  ],
  total: { visits: 0, revenueVnd: 90_000_000, revenueDays: 1 },
};

const at = { xCm: 0, yCm: 0, widthCm: 300, depthCm: 300 };
const plan: PublicPlanDto = {
  code: 'ocop-2025',
  nameVi: HOSTILE,
  nameEn: 'OCOP fair',
  venueVi: 'Hạ Long',
  venueEn: 'Hạ Long',
  isDemo: false,
  timeZone: 'Asia/Ho_Chi_Minh',
  today: '2025-10-28',
  version: 1,
  hallWidthCm: 600,
  hallDepthCm: 600,
  days: [
    {
      day: '2025-10-28',
      opensAt: '08:00',
      closesAt: '22:00',
      isOpen: true,
      noteVi: '',
      noteEn: '',
    },
  ],
  zones: [{ code: 'A', nameVi: 'Khu A', nameEn: 'Zone A', kind: 'selling', ...at }],
  features: [],
  booths: [
    { code: 'Đ 1/2', zoneCode: 'A', exhibitors: [0], ...at },
    { code: 'A2', zoneCode: 'A', exhibitors: [], ...at },
  ],
  exhibitors: [
    {
      name: 'HTX <img src=x onerror=alert(1)>',
      kind: 'cooperative',
      placeVi: 'Xã Ba Chẽ',
      placeEn: 'Ba Chẽ commune',
      formerDistrict: null,
      products: [
        {
          name: 'Chè hoa vàng',
          classCode: null,
          star: 4,
          starYear: 2024,
          certificateNumber: null,
          certificateExpiresOn: null,
          traceUrl: 'https://truy-xuat.vn/?a="x"',
          photo: null,
        },
      ],
    },
  ],
  classes: [],
};
const served = { plan, json: Buffer.from(''), gzipped: Buffer.from(''), etag: 'W/"1"' };

const of =
  <What>(what: What) =>
  (code: string) =>
    code === 'ocop-2025'
      ? Promise.resolve(what)
      : Promise.reject(new Refusal('none', 'not_found', { vi: 'Không có.', en: 'None.' }));

const ask = (path: string) => {
  const app = express();
  app.use(publicFairPage(template, { plan: of(served), figures: of(published) }));
  app.use((_, response) => void response.status(418).send('next'));
  return request(app).get(path);
};

it('writes booths, hours and totals into the page, as text whatever they are called', async () => {
  const { status, text, headers } = await ask('/f/ocop-2025');
  expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=15']);
  expect(text).toContain('<div id="root"><main class="plain"><h1>Hội chợ');
  expect(text).toContain('<a href="/f/ocop-2025/b/%C4%90%201%2F2">Gian Đ 1/2</a> · Khu A');
  expect(text).toContain(
    '<li><bdi>Chè hoa vàng</bdi> (OCOP 4 sao) <a href="https://truy-xuat.vn/?a=&#34;x&#34;"',
  );
  expect(text).toContain('<li>28/10/2025: 08:00–22:00</li>');
  expect(text).toContain('Doanh thu (revenue): ít nhất (at least) 90.000.000\u00a0₫');
  expect(text).toContain('Lượt khách (visits): dưới (below) 100');
  expect(text).toContain('12:15');
  expect(text).toContain('<link rel="canonical" href="/f/ocop-2025">');
  expect(text).toContain('content="Hạ Long · 28/10/2025 – 28/10/2025 · 1 gian hàng');
  expect(text).not.toMatch(/<script>|<img|JavaScript/);
  expect(text).toContain('$&#38; &#34;OCOP&#34;');
});

it('tells machines what event it is, in a block that no name can end', async () => {
  const { text } = await ask('/f/ocop-2025');
  const [, event] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(text) ?? [];
  expect(JSON.parse(event ?? '')).toMatchObject({
    '@type': 'Event',
    name: HOSTILE,
    startDate: '2025-10-28T08:00',
    endDate: '2025-10-28T22:00',
  });
});

it('writes one booth where one is asked for, in whatever letters its code is typed', async () => {
  for (const path of ['/f/ocop-2025/b/%C4%90%201%2F2', '/f/ocop-2025/b/d%201%2F2']) {
    const { status, text } = await ask(path);
    expect(status).toBe(200);
    expect(text).toContain('<title>Gian Đ 1/2: HTX &#60;img');
    expect(text).toContain('content="Chè hoa vàng"');
    expect(text).toContain('<link rel="canonical" href="/f/ocop-2025/b/%C4%90%201%2F2">');
    expect(text).not.toContain('Doanh thu');
  }
  const missing = await ask('/f/ocop-2025/b/Z99');
  expect([missing.status, missing.headers['cache-control']]).toEqual([404, 'no-store']);
  expect(missing.text).toContain('Gian Đ 1/2');
});

it('answers whoever has seen it already that it is the same', async () => {
  const { headers } = await ask('/f/ocop-2025');
  const again = await ask('/f/ocop-2025').set('If-None-Match', headers.etag ?? '');
  expect([again.status, again.text]).toEqual([304, '']);
});

it('is not there where nothing is published, and leaves other pages alone', async () => {
  const missing = await ask('/f/other');
  expect([missing.status, missing.headers['cache-control']]).toEqual([404, 'no-store']);
  expect(missing.text).toContain('<p>Không có.</p><p lang="en">None.</p>');
  expect((await ask('/f/ocop-2025/plan')).status).toBe(418);
  expect((await ask('/board')).status).toBe(418);
});
