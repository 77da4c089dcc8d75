import { Refusal } from '@phien/kernel';
import type { MailedClosing } from '@phien/reports';
import express from 'express';
import request from 'supertest';
import { mailedClosingPage } from './mailed-closing-page';

const mailed: MailedClosing = {
  language: 'vi',
  isDemo: false,
  fairName: 'Hội chợ <script>alert(1)</script>',
  day: 'Thứ Ba, 28/10/2025',
  revision: 1,
  asOf: '22:30 28/10/2025 (giờ Việt Nam)',
  isComplete: false,
  hash: 'ab'.repeat(32),
  endsAt: '22:31 11/11/2025 (giờ Việt Nam)',
  files: [
    {
      kind: 'end_of_day',
      language: 'vi',
      format: 'pdf',
      file: 'end_of_day.vi.pdf',
      sizeBytes: 30_000,
      sha256: 'cd'.repeat(32),
    },
  ],
  newer: { revision: 2, asOf: '23:00 28/10/2025 (giờ Việt Nam)' },
};
const refused = (code: string, kind: 'not_found' | 'too_many') =>
  Promise.reject(new Refusal(code, kind, { vi: 'Không <mở>.', en: 'Not open.' }));

const ask = (address: string) => {
  const app = express();
  app.use(
    mailedClosingPage(() => ({
      run: (key) =>
        key === 'good'
          ? Promise.resolve(mailed)
          : refused(
              key === 'old' ? 'mail_link_expired' : key === 'gone' ? 'mail_link_ended' : key,
              key === 'many' ? 'too_many' : 'not_found',
            ),
      file: (key, file) =>
        key === 'good' && file === 'end_of_day.vi.pdf'
          ? Promise.resolve({
              bytes: Buffer.from('%PDF-'),
              sha256: 'cd'.repeat(32),
              contentType: 'application/pdf',
              contentDisposition: 'attachment; filename="x.pdf"',
            })
          : refused('report_not_found', 'not_found'),
    })),
  );
  app.use((_, response) => void response.status(418).send('next'));
  return request(app).get(address);
};

it('shows the revision, its hash, its files and that a newer one is there, without a script', async () => {
  const { status, text, headers } = await ask('/mail?key=good');
  expect([status, headers['cache-control'], headers['referrer-policy']]).toEqual([
    200,
    'private, no-store',
    'no-referrer',
  ]);
  for (const part of [
    mailed.hash,
    'href="/mail/end_of_day.vi.pdf?key=good"',
    'Ngày này đã có bản 2',
    'tạm thời',
    mailed.endsAt,
  ]) {
    expect(text).toContain(part);
  }
  expect(text).not.toContain('<script');
});

it('gives the file under its name', async () => {
  const { status, headers } = await ask('/mail/end_of_day.vi.pdf?key=good');
  expect([status, headers['content-type'], headers['content-disposition']]).toEqual([
    200,
    'application/pdf',
    'attachment; filename="x.pdf"',
  ]);
});

it.each([
  ['/mail?key=old', 410],
  ['/mail?key=gone', 410],
  ['/mail?key=none', 404],
  ['/mail', 404],
  ['/mail?key=good&key=good', 404],
  ['/mail?key=many', 429],
  ['/mail/end_of_day.vi.xlsx?key=good', 404],
  ['/mailing', 418],
])('answers %s with %d, in words', async (address, status) => {
  const answer = await ask(address);
  expect(answer.status).toBe(status);
  if (status !== 418) expect(answer.text).toContain('Không &#60;mở&#62;.');
});
