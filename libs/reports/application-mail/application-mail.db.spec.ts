import { newId } from '@phien/kernel';
import { brokenConstraint } from '@phien/store';
import { Post } from '../delivery/post';
import { FairToClose, openReportsDatabase, type ReportsDatabase } from '../testing/fair-to-close';
import { MailCatcher } from '../testing/mail-catcher';
import { ReadApplicationMail } from './read-application-mail';
import { SendApplicationMail } from './send-application-mail';

let database: ReportsDatabase;
let catcher: MailCatcher;
let work: FairToClose;

beforeAll(async () => {
  database = await openReportsDatabase();
  catcher = await MailCatcher.open();
});
afterAll(async () => {
  await catcher.down();
  await database.close();
});
beforeEach(async () => {
  work = await FairToClose.open(database, { booths: 2 });
  catcher.mails.length = 0;
  catcher.refused.clear();
});

const post = (smtpUrl: string | undefined = catcher.url) =>
  new Post({
    SMTP_URL: smtpUrl,
    PHIEN_MAIL_FROM: 'Hội chợ <hoicho@example.vn>',
    PHIEN_URL: 'https://hoicho.example.vn',
  });
const send = (by = post()) => new SendApplicationMail(database.dataSource, work.clock, by).run();
const read = (by = post()) => new ReadApplicationMail(database.dataSource, by).run(work.fairId);

/** An application that was sent and asked back. */
async function askedBack(mail: string | null): Promise<string> {
  const id = newId();
  const sent = JSON.stringify({
    name: 'HTX',
    representative: 'Trần Thị Lan',
    ...(mail && { mail }),
  });
  const { accountId } = work.organizer;
  await database.dataSource.query(
    `INSERT INTO application_call VALUES ($1, '2025-10-01', true, $2, now()) ON CONFLICT DO NOTHING`,
    [work.fairId, accountId],
  );
  await database.dataSource.query(
    `INSERT INTO application (fair_id, id, code_hash, state, version, language, content, sent, number,
            created_at, changed_at, sent_at)
     SELECT $1, $2, sha256($4), 'asked_back', 3, 'vi', $3, $3,
            (SELECT count(*) + 1 FROM application WHERE fair_id = $1), now(), now(), now()`,
    [work.fairId, id, sent, Buffer.from(id)],
  );
  await database.dataSource.query(
    `INSERT INTO application_step (fair_id, application_id, number, action, state, message, changed, account_id, at)
     VALUES ($1, $2, 1, 'send', 'sent', NULL, '{}', NULL, $4),
            ($1, $2, 2, 'ask_back', 'asked_back', 'Xin gửi ảnh gian.', '{}', $3, $4)`,
    [work.fairId, id, accountId, work.clock.time],
  );
  return id;
}

it('mails each step once, however often and by however many it is asked, to who left an address', async () => {
  const applicationId = await askedBack('lan@example.vn');
  await askedBack(null);
  const sent = await Promise.all([send(), send(), send()]);
  expect(sent.reduce((sum, each) => sum + each, 0)).toBe(2);
  expect(await send()).toBe(0);
  expect(catcher.mails.map(({ to }) => to)).toEqual([['lan@example.vn'], ['lan@example.vn']]);
  const asked = catcher.mails.find(({ text }) => text.includes('Xin gửi ảnh gian.'));
  expect(asked?.text).toContain('https://hoicho.example.vn/apply/');
  expect(asked?.headers.get('message-id')).toContain(
    `application.${work.fairId}.${applicationId}.2@`,
  );
  expect((await read()).mails.map(({ step, state }) => [step, state])).toEqual([
    [1, 'sent'],
    [2, 'sent'],
  ]);
});

it('lets mails wait without settings, says what is missing, and sends them later', async () => {
  await askedBack('lan@example.vn');
  const none = new Post({});
  expect(await send(none)).toBe(0);
  expect(await read(none)).toMatchObject({
    missingSettings: ['SMTP_URL', 'PHIEN_MAIL_FROM', 'PHIEN_URL'],
    mails: [{ state: 'waiting' }, { state: 'waiting' }],
  });
  expect(await send()).toBe(2);
});

it('gives up an address that the server refuses for good, and holds up nobody else', async () => {
  await askedBack('nobody@example.vn');
  await askedBack('lan@example.vn');
  catcher.refused.add('nobody@example.vn');
  expect(await send()).toBe(2);
  const { mails } = await read();
  expect(mails.filter(({ state }) => state === 'failed')).toHaveLength(2);
  expect(mails.find(({ state }) => state === 'failed')?.lastError).toContain('no such person');
});

it.each([
  [`state = 'lost', sent_at = NULL`, 'application_mail_state_known'],
  [`tries = -1`, 'application_mail_tries_counted'],
  [`next_try_at = now()`, 'application_mail_waits_until'],
  [`sent_at = NULL`, 'application_mail_sent_once'],
  [`state = 'failed', sent_at = NULL`, 'application_mail_says_why'],
])('the database refuses %s', async (change, constraint) => {
  await askedBack('lan@example.vn');
  await send();
  const refused = await database.dataSource
    .query(`UPDATE application_mail SET ${change} WHERE fair_id = $1`, [work.fairId])
    .catch(brokenConstraint);
  expect(refused).toBe(constraint);
});
