import { Refusal } from '@phien/kernel';
import type { PublicFiguresDto } from '@phien/reports';
import express from 'express';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { publicFairPage } from './public-fair-page';

const folder = mkdtempSync(join(tmpdir(), 'public-fair-'));
const template = join(folder, 'index.html');
writeFileSync(template, '<title>Số liệu</title><body><noscript>cần JavaScript</noscript></body>');
afterAll(() => rmSync(folder, { recursive: true }));

const published: PublicFiguresDto = {
  code: 'ocop-2025',
  nameVi: 'Hội chợ <script>alert(1)</script> $& OCOP',
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

const ask = (path: string) => {
  const app = express();
  app.use(
    publicFairPage(template, (code) =>
      code === 'ocop-2025'
        ? Promise.resolve(published)
        : Promise.reject(new Refusal('none', 'not_found', { vi: 'Không có.', en: 'None.' })),
    ),
  );
  app.use((_, response) => void response.status(418).send('next'));
  return request(app).get(path);
};

it('writes the totals into the page, as text whatever the fair is called', async () => {
  const { status, text, headers } = await ask('/f/ocop-2025');
  expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=15']);
  expect(text).toContain('Doanh thu (revenue): ít nhất (at least) 90.000.000\u00a0₫');
  expect(text).toContain('Lượt khách (visits): dưới (below) 100');
  expect(text).toContain('12:15');
  expect(text).not.toContain('<script>');
  expect(text).toContain('$&#38; OCOP');
});

it('answers whoever has seen it already that it is the same', async () => {
  const { headers } = await ask('/f/ocop-2025');
  const again = await ask('/f/ocop-2025').set('If-None-Match', headers.etag ?? '');
  expect([again.status, again.text]).toEqual([304, '']);
});

it('is not there where nothing is published, and leaves other pages alone', async () => {
  const missing = await ask('/f/other');
  expect([missing.status, missing.headers['cache-control']]).toEqual([404, 'no-store']);
  expect(missing.text).toContain('<noscript><p>Không có.</p><p lang="en">None.</p></noscript>');
  expect((await ask('/f/ocop-2025/plan')).status).toBe(418);
  expect((await ask('/board')).status).toBe(418);
});
