import { newId, Refusal } from '@phien/kernel';
import { CloseDay } from '../closing/close-day';
import { readClosings } from '../closing/read-closings';
import { ReadReport } from '../report/read-report';
import type { ReportLanguage } from '../report/report.rules';
import {
  DAY,
  EVENING,
  FairToClose,
  NOON,
  openReportsDatabase,
  RememberedOrders,
  type ReportsDatabase,
} from '../testing/fair-to-close';
import { MailCatcher } from '../testing/mail-catcher';
import { AddRecipient } from './add-recipient';
import { MAILED_FORMATS } from './delivery.rules';
import { EndRecipient } from './end-recipient';
import { Post } from './post';
import { ReadClosingMail } from './read-closing-mail';
import { ReadMailedClosing } from './read-mailed-closing';
import { SendClosingMail } from './send-closing-mail';
import { TryAgain } from './try-again';

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
  work.till(0).openShift();
  work.till(0).sell(1_234_567);
  await work.deliver(0);
});

const post = () =>
  new Post({
    SMTP_URL: catcher.url,
    PHIEN_MAIL_FROM: 'Hội chợ <hoicho@example.vn>',
    PHIEN_URL: 'https://hoicho.example.vn',
  });
const sender = (by = post()) => new SendClosingMail(database.dataSource, work.clock, by);
const send = () => sender().run();
const add = (address: string, more: { name?: string; language?: ReportLanguage } = {}) =>
  new AddRecipient(database.dataSource, work.clock).run(work.organizer, work.fairId, {
    name: 'Sở Công Thương',
    language: 'vi',
    ...more,
    address,
  });
const read = (by = post()) => new ReadClosingMail(database.dataSource, by).run(work.fairId);
const states = async () =>
  (await read()).deliveries.map(({ revision, address, state }) => [revision, address, state]);
const end = async (address: string) => {
  const { recipients } = await read();
  const { id } = recipients.find((each) => each.address === address)!;
  await new EndRecipient(database.dataSource, work.clock).run(work.organizer, work.fairId, id);
};
const later = (minutes: number) =>
  work.setClock(new Date(work.clock.time.getTime() + minutes * 60_000));
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (fault: unknown) => (fault instanceof Refusal ? fault.code : String(fault)),
  );

/** Closes the day, and has its files made, of a byte each: what is in them is another's test. */
async function close(languages: ReportLanguage[] = ['vi'], reason?: string): Promise<string> {
  const { revision, hash } = await new CloseDay(
    database.dataSource,
    work.clock,
    new RememberedOrders(),
  ).run({ fairId: work.fairId, day: DAY, accountId: work.organizer.accountId, reason });
  for (const language of languages) {
    for (const format of MAILED_FORMATS) {
      await database.dataSource.query(
        `INSERT INTO report (fair_id, day, revision, kind, language, format, bytes, sha256, made_at)
         VALUES ($1, $2, $3, 'end_of_day', $4, $5, 'x', sha256('x'), $6)`,
        [work.fairId, DAY, revision, language, format, work.clock.time],
      );
    }
  }
  return hash;
}

const keyIn = (text: string) => /\/mail\?key=([\w-]+)/.exec(text)?.[1] ?? '';

it('mails a closing once, however often and by however many it is asked, with its hash and a link', async () => {
  await add('Lan@Example.VN');
  work.setClock(EVENING);
  const hash = await close();
  const sent = await Promise.all([send(), send(), send()]);
  expect(sent.reduce((sum, each) => sum + each, 0)).toBe(1);
  expect(await send()).toBe(0);
  const [mail] = catcher.mails;
  expect(catcher.mails).toHaveLength(1);
  expect(mail?.to).toEqual(['lan@example.vn']);
  expect(mail?.text.split('\n')).toContain(hash);
  expect(mail?.html).toContain(hash);
  expect(mail?.subject).toMatch(/ · Chốt ngày Thứ Ba, 28\/10\/2025, bản 1 \(tạm thời\) – Hội chợ/);
  expect(mail?.headers.get('message-id')).toContain(`closing.${work.fairId}.${DAY}.1.`);
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');

  const door = new ReadMailedClosing(
    database.dataSource,
    work.clock,
    new ReadReport(database.dataSource),
  );
  const key = keyIn(mail?.text ?? '');
  const opened = await door.run(key, '::1');
  expect(opened).toMatchObject({ revision: 1, hash, newer: null, isComplete: false });
  expect(opened.files.map(({ file }) => file)).toEqual(['end_of_day.vi.pdf', 'end_of_day.vi.xlsx']);
  expect((await door.file(key, 'end_of_day.vi.pdf', '::1')).bytes.toString()).toBe('x');
  const kept = await database.dataSource.query<{ link: object }[]>(
    `SELECT to_jsonb(l) AS link FROM mail_link l WHERE fair_id = $1`,
    [work.fairId],
  );
  expect(JSON.stringify(kept)).not.toContain(key);

  later(60);
  work.till(0).sell(10_000);
  await work.deliver(0);
  await close(['vi'], 'máy báo muộn');
  expect((await door.run(key, '::1')).newer).toMatchObject({ revision: 2 });
  expect(await send()).toBe(1);

  later(14 * 24 * 60);
  expect(await codeOf(door.run(key, '::1'))).toBe('mail_link_expired');
  expect(await codeOf(door.file(key, 'end_of_day.vi.pdf', '::1'))).toBe('mail_link_expired');
});

it('mails nobody what was closed before they were chosen, nor who was ended before it went', async () => {
  await add('first@example.vn');
  await add('gone@example.vn');
  work.setClock(EVENING);
  await close();
  later(1);
  await add('late@example.vn');
  await end('gone@example.vn');
  expect(await send()).toBe(1);
  expect(await states()).toEqual([[1, 'first@example.vn', 'sent']]);

  const key = keyIn(catcher.mails[0]?.text ?? '');
  const door = new ReadMailedClosing(
    database.dataSource,
    work.clock,
    new ReadReport(database.dataSource),
  );
  await end('first@example.vn');
  expect(await codeOf(door.run(key, '::1'))).toBe('mail_link_ended');
  expect(await codeOf(door.run('A'.repeat(64), '::2'))).toBe('mail_link_unknown');
  for (let n = 0; n < 59; n++) await codeOf(door.run('x', '::2'));
  expect(await codeOf(door.run('x', '::2'))).toBe('too_many_wrong_links');
  expect(await codeOf(door.run(key, '::2'))).toBe('mail_link_ended');
});

it('waits for the files of the language, asks for those that do not make themselves, and not for ever', async () => {
  await add('vi@example.vn');
  await add('en@example.vn', { language: 'en' });
  work.setClock(EVENING);
  await close([]);
  expect(await send()).toBe(0);
  const wanted = await database.dataSource.query<unknown[]>(
    `SELECT language, format FROM wanted_report WHERE fair_id = $1 ORDER BY format`,
    [work.fairId],
  );
  expect(wanted).toEqual([
    { language: 'en', format: 'pdf' },
    { language: 'en', format: 'xlsx' },
  ]);
  later(29);
  expect(await send()).toBe(0);
  later(1);
  expect(await send()).toBe(2);
  expect(catcher.mails.map(({ subject }) => subject.split(' · ')[0]).sort()).toEqual([
    'DEMO DATA',
    'DỮ LIỆU THỬ NGHIỆM',
  ]);
});

it('waits while the mail server is down, and goes once it is up, as the same mail', async () => {
  await add('one@example.vn');
  await add('two@example.vn');
  work.setClock(EVENING);
  await close();
  await catcher.down();
  expect(await send()).toBe(0);
  const { deliveries } = await read();
  expect(deliveries.map(({ state, tries }) => [state, tries]).sort()).toEqual([
    ['waiting', 0],
    ['waiting', 1],
  ]);
  expect(deliveries.find(({ tries }) => tries === 1)?.lastError).toContain('ECONNREFUSED');
  await catcher.up();
  expect(await send()).toBe(1);
  later(1);
  expect(await send()).toBe(1);
  expect(await states()).toEqual([
    [1, 'one@example.vn', 'sent'],
    [1, 'two@example.vn', 'sent'],
  ]);
});

it('is sent again under the same name when its sender was killed on the way, and each link opens', async () => {
  await add('one@example.vn');
  work.setClock(EVENING);
  await close();
  class Killed extends Post {
    override async send(mail: Parameters<Post['send']>[0]): Promise<void> {
      await super.send(mail);
      return new Promise(() => undefined);
    }
  }
  const killed = new Killed({
    SMTP_URL: catcher.url,
    PHIEN_MAIL_FROM: 'hoicho@example.vn',
    PHIEN_URL: 'https://hoicho.example.vn',
  });
  void sender(killed).run();
  while (catcher.mails.length === 0) await new Promise(setImmediate);
  expect(await send()).toBe(0);
  later(5);
  expect(await send()).toBe(1);
  const [first, second] = catcher.mails;
  expect(second?.headers.get('message-id')).toBe(first?.headers.get('message-id'));
  const door = new ReadMailedClosing(
    database.dataSource,
    work.clock,
    new ReadReport(database.dataSource),
  );
  for (const mail of [first, second]) {
    expect((await door.run(keyIn(mail?.text ?? ''), '::1')).revision).toBe(1);
  }
});

it('says which address was refused, mails the others, and tries again when asked', async () => {
  await add('wrong@example.vn');
  await add('right@example.vn');
  work.setClock(EVENING);
  await close();
  catcher.refused.add('wrong@example.vn');
  expect(await send()).toBe(1);
  const wrong = (await read()).deliveries.find(({ address }) => address === 'wrong@example.vn')!;
  expect([wrong.state, wrong.nextTryAt]).toEqual(['failed', null]);
  expect(wrong.lastError).toContain('550');
  later(24 * 60);
  expect(await send()).toBe(0);

  const again = (recipientId = wrong.recipientId) =>
    new TryAgain(database.dataSource, work.clock).run(work.fairId, {
      day: DAY,
      revision: 1,
      recipientId,
    });
  catcher.refused.clear();
  expect(await codeOf(again(newId()))).toBe('mail_delivery_not_failed');
  expect(await codeOf(again())).toBe('done');
  expect(await codeOf(again())).toBe('mail_delivery_not_failed');
  expect(await send()).toBe(1);
});

it('without settings says which are missing, and lets what is due wait for them', async () => {
  await add('one@example.vn');
  work.setClock(EVENING);
  await close();
  const none = new Post({});
  expect(await sender(none).run()).toBe(0);
  expect((await read(none)).missingSettings).toEqual(['SMTP_URL', 'PHIEN_MAIL_FROM', 'PHIEN_URL']);
  expect(await states()).toEqual([[1, 'one@example.vn', 'waiting']]);
  expect(await send()).toBe(1);
});

it('lets no line break in the name of a fair write into the head of a mail', async () => {
  await database.dataSource.query(`UPDATE fair SET name_vi = $2 WHERE id = $1`, [
    work.fairId,
    'Hội chợ\r\nBcc: thief@example.vn\r\n\r\nxin chào',
  ]);
  await add('one@example.vn', { name: 'Ông, "A" <b@c.vn>' });
  work.setClock(EVENING);
  await close();
  expect(await send()).toBe(1);
  const [mail] = catcher.mails;
  expect(mail?.to).toEqual(['one@example.vn']);
  expect(mail?.headers.has('bcc')).toBe(false);
  expect(mail?.subject).toContain('Bcc: thief@example.vn xin chào');
});

it('chooses an address once while it lives, up to fifty people, and writes down who did it', async () => {
  await add('one@example.vn');
  expect(await codeOf(add('ONE@example.vn'))).toBe('mail_address_chosen_already');
  await end('one@example.vn');
  await add('one@example.vn', { name: 'Bà B' });
  expect((await read()).recipients).toMatchObject([
    {
      name: 'Bà B',
      address: 'one@example.vn',
      language: 'vi',
      addedByName: 'Ban tổ chức thử',
      addedAt: NOON,
    },
  ]);
  for (let n = 1; n < 50; n++) await add(`more-${n}@example.vn`);
  expect(await codeOf(add('too-many@example.vn'))).toBe('too_many_mail_recipients');
  expect(
    await codeOf(
      new EndRecipient(database.dataSource, work.clock).run(work.organizer, work.fairId, newId()),
    ),
  ).toBe('mail_recipient_not_found');
  const deeds = await database.dataSource.query<{ action: string }[]>(
    `SELECT action FROM audit_entry WHERE fair_id = $1 AND action LIKE 'mail_%' ORDER BY id LIMIT 3`,
    [work.fairId],
  );
  expect(deeds.map(({ action }) => action)).toEqual([
    'mail_recipient_added',
    'mail_recipient_ended',
    'mail_recipient_added',
  ]);
});

it('has its rules in the database as well', async () => {
  await add('one@example.vn');
  work.setClock(EVENING);
  await close();
  await send();
  const copy = (table: string, more: object) =>
    database.dataSource.query(
      `INSERT INTO ${table} SELECT (jsonb_populate_record(t, $2::jsonb)).* FROM ${table} t WHERE fair_id = $1`,
      [work.fairId, JSON.stringify(more)],
    );
  const now = EVENING.toISOString();
  const otherId = newId();
  const other = { id: otherId, address: 'other@example.vn' };
  const hash = (byte: string) => `\\x${byte.repeat(32)}`;
  const waiting = { state: 'waiting', sent_at: null, next_try_at: now };
  await copy('mail_recipient', other);
  const of = { recipient_id: otherId };
  const wrong: [string, object, string][] = [
    ['mail_recipient', { address: 'x@y.vn' }, 'mail_recipient_pkey'],
    ['mail_recipient', { id: newId() }, 'mail_recipient_living'],
    ['mail_recipient', { ...other, fair_id: newId() }, 'mail_recipient_fair_id_fkey'],
    [
      'mail_recipient',
      { id: newId(), address: 'b@y.vn', added_by: newId() },
      'mail_recipient_added_by_fkey',
    ],
    [
      'mail_recipient',
      { id: newId(), ended_by: newId(), ended_at: now },
      'mail_recipient_ended_by_fkey',
    ],
    ['mail_recipient', { id: newId(), ended_at: now }, 'mail_recipient_ended_by_one'],
    ['mail_recipient', { id: newId(), name: 'a\nb' }, 'mail_recipient_named'],
    ['mail_recipient', { id: newId(), name: '' }, 'mail_recipient_named'],
    ['mail_recipient', { id: newId(), address: 'A@y.vn' }, 'mail_recipient_address_plain'],
    ['mail_recipient', { id: newId(), address: 'a@y.vn\r\nx' }, 'mail_recipient_address_plain'],
    ['mail_recipient', { id: newId(), language: 'fr' }, 'mail_recipient_language_known'],
    ['mail_delivery', {}, 'mail_delivery_pkey'],
    ['mail_delivery', { recipient_id: newId() }, 'mail_delivery_fair_id_recipient_id_fkey'],
    ['mail_delivery', { ...of, revision: 9 }, 'mail_delivery_fair_id_day_revision_fkey'],
    ['mail_delivery', { ...of, state: 'lost', sent_at: null }, 'mail_delivery_state_known'],
    ['mail_delivery', { ...of, tries: -1 }, 'mail_delivery_tries_counted'],
    ['mail_delivery', { ...of, next_try_at: now }, 'mail_delivery_waits_until'],
    ['mail_delivery', { ...of, ...waiting, next_try_at: null }, 'mail_delivery_waits_until'],
    ['mail_delivery', { ...of, sent_at: null }, 'mail_delivery_sent_once'],
    ['mail_delivery', { ...of, ...waiting, sent_at: now }, 'mail_delivery_sent_once'],
    ['mail_delivery', { ...of, state: 'failed', sent_at: null }, 'mail_delivery_says_why'],
    ['mail_link', {}, 'mail_link_pkey'],
    ['mail_link', { token_hash: '\\x00' }, 'mail_link_token_hashed'],
    ['mail_link', { token_hash: hash('01'), expires_at: now, issued_at: now }, 'mail_link_expires'],
    [
      'mail_link',
      { token_hash: hash('01'), revision: 9 },
      'mail_link_fair_id_day_revision_recipient_id_fkey',
    ],
  ];
  const copyOne = (table: string, more: object) =>
    table === 'mail_recipient'
      ? database.dataSource.query(
          `INSERT INTO mail_recipient SELECT (jsonb_populate_record(t, $2::jsonb)).* FROM mail_recipient t
            WHERE fair_id = $1 AND address = 'one@example.vn'`,
          [work.fairId, JSON.stringify(more)],
        )
      : copy(table, more);
  for (const [table, more, constraint] of wrong) {
    await expect(copyOne(table, more)).rejects.toThrow(constraint);
  }
  await copy('mail_delivery', { ...of, ...waiting });
  expect((await readClosings(database.dataSource.manager, { fairId: work.fairId })).length).toBe(1);
});
