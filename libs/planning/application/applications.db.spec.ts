import type { Caller } from '@phien/identity';
import { Clock, newId, Refusal } from '@phien/kernel';
import { brokenConstraint, type TestDatabase } from '@phien/store';
import { PlanBell } from '../allocation/plan-bell';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { FairDay } from '../fair/fair-day.entity';
import { Fair } from '../fair/fair.entity';
import { Product } from '../product/product.entity';
import { ListPlaceChoices } from '../exhibitor/list-place-choices';
import { ListProductClasses } from '../product/list-product-classes';
import { makeFair, type SmallFair, type SmallFairWish } from '../testing/make-fair';
import { jpegOf } from '../testing/photos';
import { KeptWords, makeCaller, openPlanningDatabase } from '../testing/planning-database';
import { sentContent } from '../testing/sent-content';
import { AcceptApplication } from './accept-application';
import { newApplicationCode } from './application-code.rules';
import type { ApplicationContent } from './application-content.rules';
import { AskApplicantBack } from './ask-applicant-back';
import { AttachApplicationFile } from './attach-application-file';
import { ListApplications } from './list-applications';
import { ListWishes } from './list-wishes';
import { OrderWaitingList } from './order-waiting-list';
import { OwnApplications } from './own-applications';
import { PutOnWaitingList } from './put-on-waiting-list';
import { ReadApplication } from './read-application';
import { ReadApplicationFile } from './read-application-file';
import { ReadApplicationForm } from './read-application-form';
import { ReadOwnApplication } from './read-own-application';
import { RefuseApplication } from './refuse-application';
import { RemoveApplicationFile } from './remove-application-file';
import { RenewApplicationCode } from './renew-application-code';
import { SaveApplication } from './save-application';
import { SendApplication } from './send-application';
import { SetApplicationCall } from './set-application-call';
import { StartApplication } from './start-application';
import { WithdrawApplication } from './withdraw-application';

let database: TestDatabase;
let organizer: Caller;
let another: Caller;
let now = new Date('2025-09-01T03:00:00Z');
let verbs: ReturnType<typeof applicationDesk>;
/* What whoever has the plan open hears. */
const words: object[] = [];
const bell = new PlanBell(new KeptWords(words));

const clock: Clock = { speed: 1, isMoved: true, now: () => now };

function applicationDesk() {
  const { dataSource } = database;
  const own = new OwnApplications();
  return {
    setCall: new SetApplicationCall(dataSource, clock),
    form: new ReadApplicationForm(
      dataSource,
      clock,
      new ListPlaceChoices(dataSource, clock),
      new ListProductClasses(dataSource),
    ),
    start: new StartApplication(dataSource, clock),
    readOwn: new ReadOwnApplication(dataSource, own),
    save: new SaveApplication(dataSource, clock, own),
    send: new SendApplication(dataSource, clock, own),
    withdraw: new WithdrawApplication(dataSource, clock, own),
    attach: new AttachApplicationFile(dataSource, clock, own),
    remove: new RemoveApplicationFile(dataSource, own),
    list: new ListApplications(dataSource, clock),
    read: new ReadApplication(dataSource),
    file: new ReadApplicationFile(dataSource),
    accept: new AcceptApplication(dataSource, clock, bell),
    ask: new AskApplicantBack(dataSource, clock),
    refuse: new RefuseApplication(dataSource, clock),
    wait: new PutOnWaitingList(dataSource, clock),
    order: new OrderWaitingList(dataSource),
    renew: new RenewApplicationCode(dataSource),
    wishes: new ListWishes(dataSource),
  };
}

beforeAll(async () => {
  database = await openPlanningDatabase();
  organizer = await makeCaller(database.dataSource);
  another = await makeCaller(database.dataSource);
});
beforeEach(() => {
  now = new Date('2025-09-01T03:00:00Z');
  verbs = applicationDesk();
});
afterAll(() => database.close());

const em = () => database.dataSource.manager;

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : brokenConstraint(error)),
  );

/** A fair that takes applications until the end of 30 September 2025. */
async function callingFair(wish: SmallFairWish = {}): Promise<SmallFair> {
  const fair = await makeFair(em(), wish);
  await verbs.setCall.run(organizer, fair.fairId, { lastDay: '2025-09-30', showsPlace: true });
  return fair;
}

const keyOf = (fair: SmallFair) => ({
  fairCode: fair.code,
  code: newApplicationCode(),
  from: '::1',
});
type Key = ReturnType<typeof keyOf>;

const begin = (key: Key, content: ApplicationContent = sentContent()) =>
  verbs.start.run(key.fairCode, { code: key.code, language: 'vi', content }, key.from);

/** One that was sent, as organizers read it. */
async function sentApplication(fair: SmallFair, part: ApplicationContent = {}) {
  const key = keyOf(fair);
  await begin(key, sentContent(part));
  const { number } = await verbs.send.run(key, { version: 1 });
  const { applications } = await verbs.list.run(fair.fairId);
  const id = applications.find((each) => each.number === number)?.id ?? '';
  return { key, at: { fairId: fair.fairId, applicationId: id }, version: 2 };
}

const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n', 'latin1');

it('keeps what is typed under a code, lets its writer come back, and tells nobody else', async () => {
  const fair = await callingFair();
  const key = keyOf(fair);
  expect(await codeOf(verbs.readOwn.run(key))).toBe('application_code_unknown');
  const begun = await begin(key, { name: ' HTX Chè ' });
  expect(begun).toMatchObject({ state: 'draft', version: 1, isOpenToWrite: true, number: null });
  expect(await begin(key, { name: 'khác' })).toEqual(begun);

  const typed = { version: 1, language: 'vi' as const, content: { name: 'HTX Chè Hải Hà' } };
  const saved = await verbs.save.run(key, typed);
  expect(saved.version).toBe(2);
  expect(await verbs.save.run(key, typed)).toEqual(saved);
  expect(await codeOf(verbs.save.run(key, { ...typed, content: { name: 'máy khác' } }))).toBe(
    'application_changed',
  );
  const { code } = key;
  const spoken = code.toLowerCase().replaceAll('-', ' ');
  expect(await verbs.readOwn.run({ ...key, code: spoken })).toEqual(saved);

  const elsewhere = await callingFair();
  expect(await codeOf(verbs.readOwn.run({ ...key, fairCode: elsewhere.code }))).toBe(
    'application_code_unknown',
  );
  expect(await verbs.list.run(fair.fairId)).toMatchObject({ draftCount: 1, applications: [] });
  const [row] = await em().query<{ row: string }[]>(
    'SELECT application::text AS row FROM application WHERE fair_id = $1',
    [fair.fairId],
  );
  expect(row?.row).not.toContain(code);
});

it('is sent once, asked back, answered, and becomes an exhibitor with products and wishes', async () => {
  const fair = await callingFair();
  const key = keyOf(fair);
  await begin(key, { name: 'HTX' });
  const refused = await verbs.send.run(key, { version: 1 }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'field_missing', details: { field: 'kind' } });
  expect((refused as Refusal).details?.errors).toHaveLength(5);

  await verbs.save.run(key, { version: 1, language: 'vi', content: sentContent() });
  const sent = await verbs.send.run(key, { version: 2 });
  expect(sent).toMatchObject({ state: 'sent', number: 1, isOpenToWrite: false, version: 3 });
  expect(await verbs.send.run(key, { version: 2 })).toEqual(sent);
  const { fairId } = fair;
  const [{ id: applicationId } = { id: '' }] = (await verbs.list.run(fairId)).applications;
  const at = { fairId, applicationId };
  const read = await verbs.read.run(fairId, applicationId);
  expect(read).toMatchObject({ placeNameVi: 'Phường Hồng Gai', classCodes: ['I.3.d'] });
  expect(read.actions).toEqual(['accept', 'ask_back', 'wait', 'refuse']);

  const question = { version: 3, message: 'Xin gửi thêm\ngiấy chứng nhận.' };
  const asked = await verbs.ask.run(organizer, at, question);
  expect(await verbs.ask.run(organizer, at, question)).toEqual(asked);
  expect(await codeOf(verbs.accept.run(organizer, at, { version: 4 }))).toBe(
    'application_stands_else',
  );
  expect(await verbs.readOwn.run(key)).toMatchObject({
    state: 'asked_back',
    message: question.message,
    isOpenToWrite: true,
  });
  /* The organizers asked, so an answer is taken after the deadline too. */
  now = new Date('2025-10-05T03:00:00Z');
  await verbs.attach.run(key, { name: 'OCOP.pdf', bytes: pdf });
  const content = sentContent({ representative: 'Trần Văn Nam' });
  await verbs.save.run(key, { version: 4, language: 'vi', content });
  expect((await verbs.read.run(fairId, applicationId)).content.representative).toBe('Trần Thị Lan');
  await verbs.send.run(key, { version: 5 });
  const again = await verbs.read.run(fairId, applicationId);
  expect(again.steps.map(({ action, changed }) => [action, ...changed])).toEqual([
    ['send'],
    ['ask_back'],
    ['send', 'representative', 'files'],
  ]);

  const accepted = await verbs.accept.run(organizer, at, { version: 6 });
  expect(await verbs.accept.run(organizer, at, { version: 6 })).toEqual(accepted);
  expect(words).toEqual([expect.objectContaining({ fairId })]);
  const id = accepted.exhibitorId ?? '';
  expect(await em().findOneBy(Exhibitor, { fairId, id })).toMatchObject({
    name: 'Hợp tác xã Chè hoa vàng Ba Chẽ',
    origin: 'inProvince',
    representative: 'Trần Văn Nam',
    contactPhone: '0912 345 678',
    paysVat: false,
  });
  expect(await em().findBy(Product, { fairId, exhibitorId: id })).toMatchObject([
    { name: 'Trà hoa vàng', star: 4, priceVnd: 250_000, vatRatePercent: null },
  ]);
  expect(await verbs.wishes.run(fairId)).toMatchObject([
    {
      exhibitorId: id,
      number: 1,
      wishes: { size: 1, power: true, water: false, choices: ['A01'] },
    },
  ]);
  const log = await em().query<{ action: string; who: string | null }[]>(
    `SELECT action, account_id AS who FROM audit_entry WHERE fair_id = $1 ORDER BY id`,
    [fairId],
  );
  expect(log.map(({ action }) => action)).toEqual([
    'application_call_set',
    'application_sent',
    'application_asked_back',
    'application_sent',
    'exhibitor_added',
    'product_added',
    'application_accepted',
  ]);
  expect(log.map(({ who }) => who === null)).toEqual([
    false,
    true,
    false,
    true,
    false,
    false,
    false,
  ]);
});

it('is accepted once when several organizers decide at the same time', async () => {
  const fair = await callingFair();
  const { at, version } = await sentApplication(fair);
  const callers = [organizer, another, organizer, another];
  const answers = await Promise.all(
    callers.map((caller, n) =>
      codeOf(
        n < 2
          ? verbs.accept.run(caller, at, { version })
          : verbs.refuse.run(caller, at, { version, message: 'Hết gian' }),
      ),
    ),
  );
  expect(answers.filter((code) => code === 'done')).toHaveLength(1);
  expect(answers.filter((code) => code === 'application_stands_else')).toHaveLength(3);
  const made = await em().countBy(Exhibitor, { fairId: fair.fairId });
  expect(made - fair.exhibitors.length).toBe(answers.indexOf('done') < 2 ? 1 : 0);
});

it('takes an exhibitor that the fair has, found by its tax code or name, and adds what it lacks', async () => {
  const fair = await callingFair();
  const { fairId } = fair;
  const [known, other] = fair.exhibitors;
  await em().update(Exhibitor, { fairId, id: known!.id }, { taxCode: '5700100256', paysVat: true });
  const name = 'ĐƠN VỊ kiểm thử A02';
  const { at, version } = await sentApplication(fair, {
    name,
    paysVat: true,
    products: [
      { name: 'sản phẩm kiểm thử 1.1', priceVnd: 1_000, unit: 'gói', vatRatePercent: 5 },
      { name: 'Trà hoa vàng', priceVnd: 250_000, unit: 'hộp', vatRatePercent: 8 },
    ],
  });
  const { likeExhibitors } = await verbs.read.run(fairId, at.applicationId);
  expect(likeExhibitors.map(({ id, because }) => [id, because])).toEqual([
    [known!.id, 'tax_code'],
    [other!.id, 'name'],
  ]);
  const accept = (exhibitorId: string) => verbs.accept.run(organizer, at, { version, exhibitorId });
  expect(await codeOf(accept(newId()))).toBe('exhibitor_not_found');
  await em().update(Exhibitor, { fairId, id: known!.id }, { paysVat: false });
  expect(await codeOf(accept(known!.id))).toBe('application_vat_differs');
  await em().update(Exhibitor, { fairId, id: known!.id }, { paysVat: true });
  expect((await accept(known!.id)).exhibitorId).toBe(known!.id);
  expect(await em().findOneBy(Exhibitor, { fairId, id: known!.id })).toMatchObject({
    name: known!.name,
    representative: 'Trần Thị Lan',
  });
  const products = await em().findBy(Product, { fairId, exhibitorId: known!.id });
  expect(products.map((product) => product.name).sort()).toEqual([
    'Sản phẩm kiểm thử 1.1',
    'Sản phẩm kiểm thử 1.2',
    'Trà hoa vàng',
  ]);
  const second = await sentApplication(fair, { paysVat: true, products: products.slice(0, 1) });
  expect(
    await codeOf(verbs.accept.run(organizer, second.at, { version: 2, exhibitorId: known!.id })),
  ).toBe('exhibitor_has_application');
});

it('waits in an order that organizers set, and tells who waits their place when they allow it', async () => {
  const fair = await callingFair();
  const { fairId } = fair;
  const all = [
    await sentApplication(fair),
    await sentApplication(fair),
    await sentApplication(fair),
  ];
  for (const { at } of all) await verbs.wait.run(organizer, at, { version: 2 });
  const ids = all.map(({ at }) => at.applicationId);
  const places = async () =>
    Promise.all(all.map(async ({ key }) => (await verbs.readOwn.run(key)).placeInLine));
  expect(await places()).toEqual([1, 2, 3]);
  const [first, second, third] = ids as [string, string, string];
  await verbs.order.run(organizer, fairId, { applicationIds: [third, first, second] });
  expect(await places()).toEqual([2, 3, 1]);
  expect(await codeOf(verbs.order.run(organizer, fairId, { applicationIds: [third] }))).toBe(
    'waiting_list_changed',
  );
  await verbs.withdraw.run(all[2]!.key, { version: 3 });
  expect(await places()).toEqual([1, 2, null]);
  await verbs.setCall.run(organizer, fairId, { lastDay: '2025-09-30', showsPlace: false });
  expect(await places()).toEqual([null, null, null]);
  await verbs.refuse.run(organizer, all[0]!.at, { version: 3, message: 'Hết gian' });
  const back = await verbs.wait.run(organizer, all[0]!.at, { version: 4 });
  expect(back).toMatchObject({ state: 'waiting', placeInLine: 2 });
});

it('closes at the end of its last day, keeps what was typed, and opens again by another day', async () => {
  const fair = await callingFair();
  const key = keyOf(fair);
  await begin(key);
  await em().insert(FairDay, {
    ...{ fairId: fair.fairId, day: '2025-10-27', opensAt: '19:00', closesAt: '22:00' },
    ...{ isOpen: false, isOpening: true, noteVi: 'Khai mạc', noteEn: 'Opening' },
  });
  now = new Date('2025-09-30T16:59:59Z');
  expect(await verbs.form.run(fair.code)).toMatchObject({
    isOpen: true,
    firstDay: '2025-10-28',
    fairLastDay: '2025-10-30',
  });
  now = new Date('2025-09-30T17:00:00Z');
  expect((await verbs.form.run(fair.code)).isOpen).toBe(false);
  expect(await codeOf(verbs.send.run(key, { version: 1 }))).toBe('applications_closed');
  const content = sentContent({ note: 'viết sau hạn' });
  expect((await verbs.save.run(key, { version: 1, language: 'vi', content })).version).toBe(2);
  await verbs.setCall.run(organizer, fair.fairId, { lastDay: '2025-10-02', showsPlace: true });
  expect((await verbs.send.run(key, { version: 2 })).state).toBe('sent');
});

it('tells nobody of a fair that is still a draft, nor of what was written to it before', async () => {
  const fair = await callingFair();
  const key = keyOf(fair);
  await begin(key);
  await em().update(Fair, { id: fair.fairId }, { state: 'draft' });
  const attempts = [
    verbs.form.run(fair.code),
    verbs.readOwn.run(key),
    verbs.send.run(key, { version: 1 }),
    begin(keyOf(fair)),
  ];
  expect(await Promise.all(attempts.map(codeOf))).toEqual(
    attempts.map(() => 'applications_not_open'),
  );
  const call = { lastDay: '2025-09-29', showsPlace: true };
  expect(await codeOf(verbs.setCall.run(organizer, fair.fairId, call))).toBe('fair_is_draft');
  expect((await verbs.list.run(fair.fairId)).call?.isOpen).toBe(false);
  await em().update(Fair, { id: fair.fairId }, { state: 'published' });
  expect((await verbs.send.run(key, { version: 1 })).state).toBe('sent');
});

it('makes nobody an exhibitor of a fair that is over', async () => {
  const fair = await callingFair();
  const { at, version } = await sentApplication(fair);
  await em().update(Fair, { id: fair.fairId }, { state: 'closed' });
  expect(await codeOf(verbs.accept.run(organizer, at, { version }))).toBe('fair_is_over');
  const refusal = { version, message: 'Hội chợ đã kết thúc' };
  expect((await verbs.refuse.run(organizer, at, refusal)).state).toBe('refused');
});

it('takes files by what they are, ten at most, only while it is written, and the same one once', async () => {
  const fair = await callingFair();
  const key = keyOf(fair);
  await begin(key);
  const page = Buffer.from('<html><script>alert(1)</script></html>');
  expect(await codeOf(verbs.attach.run(key, { name: 'a.pdf', bytes: page }))).toBe(
    'file_kind_unknown',
  );
  const attach = (n: number) => verbs.attach.run(key, { name: 'ảnh.exe', bytes: jpegOf(n, 10) });
  await attach(1);
  expect((await attach(1)).files).toMatchObject([{ name: 'ảnh.jpg', mediaType: 'image/jpeg' }]);
  for (let n = 2; n <= 10; n += 1) await attach(n);
  expect(await codeOf(attach(11))).toBe('too_many_files');
  const { files } = await verbs.readOwn.run(key);
  const fileId = files[0]?.id ?? '';
  expect((await verbs.remove.run(key, fileId)).files).toHaveLength(9);
  expect((await verbs.remove.run(key, fileId)).files).toHaveLength(9);
  await verbs.send.run(key, { version: 1 });
  expect(await codeOf(attach(12))).toBe('application_stands_else');
  const [{ id } = { id: '' }] = (await verbs.list.run(fair.fairId)).applications;
  const other = await callingFair();
  const kept = files[1]?.id ?? '';
  expect((await verbs.file.run(fair.fairId, id, kept)).bytes).toEqual(jpegOf(2, 10));
  expect(await codeOf(verbs.file.run(other.fairId, id, kept))).toBe('application_file_not_found');
});

it('lets organizers give a new code to who lost theirs', async () => {
  const fair = await callingFair();
  const { key, at } = await sentApplication(fair);
  const { code } = await verbs.renew.run(organizer, at.fairId, at.applicationId);
  expect(await codeOf(verbs.readOwn.run(key))).toBe('application_code_unknown');
  expect((await verbs.readOwn.run({ ...key, code })).state).toBe('sent');
});

it('tells whoever tries many codes, or begins many applications, to stop', async () => {
  const fair = await callingFair();
  const tries: (string | undefined)[] = [];
  for (let n = 0; n < 61; n += 1) tries.push(await codeOf(verbs.readOwn.run(keyOf(fair))));
  expect(tries.filter((code) => code === 'application_code_unknown')).toHaveLength(60);
  expect(tries[60]).toBe('too_many_application_codes');
  const begun: (string | undefined)[] = [];
  for (let n = 0; n < 21; n += 1) begun.push(await codeOf(begin(keyOf(fair))));
  expect(begun.filter((code) => code === 'done')).toHaveLength(20);
  expect(begun[20]).toBe('too_many_applications');
  expect(await codeOf(verbs.form.run(`${fair.code}-x`))).toBe('applications_not_open');
});

it.each<[string, string]>([
  [`UPDATE application SET state = 'lost'`, 'application_state_known'],
  [`UPDATE application SET language = 'fr'`, 'application_language_known'],
  [`UPDATE application SET version = 0`, 'application_version_counted'],
  [`UPDATE application SET code_hash = '\\x00'`, 'application_code_hashed'],
  [`UPDATE application SET sent = NULL`, 'application_sent_whole'],
  [`UPDATE application SET state = 'waiting'`, 'application_waits_in_order'],
  [`UPDATE application SET state = 'accepted'`, 'application_accepted_as'],
  [
    `UPDATE application SET content = jsonb_build_object('note', repeat('a', 70000))`,
    'application_content_bounded',
  ],
  [`UPDATE application_file SET name = ''`, 'application_file_named'],
  [`UPDATE application_file SET media_type = 'text/html'`, 'application_file_type_known'],
  [`UPDATE application_file SET byte_count = 1`, 'application_file_bounded'],
  [`UPDATE application_file SET sha256 = '\\x00'`, 'application_file_hash_of_bytes'],
  [
    `INSERT INTO application_file SELECT fair_id, application_id, gen_random_uuid(), name, media_type,
            byte_count, bytes, sha256, added_at FROM application_file`,
    'application_file_fair_id_application_id_sha256_key',
  ],
  [stepWith(`0, 'send', 'sent', NULL, '{}', NULL`), 'application_step_numbered'],
  [stepWith(`9, 'burn', 'sent', NULL, '{}', account_id`), 'application_step_action_known'],
  [stepWith(`9, 'send', 'sent', '', '{}', NULL`), 'application_step_message_length'],
  [stepWith(`9, 'refuse', 'refused', NULL, '{}', account_id`), 'application_step_says_why'],
  [stepWith(`9, 'accept', 'accepted', NULL, '{}', NULL`), 'application_step_by_whom'],
])('the database refuses %s', async (change, constraint) => {
  const fair = await callingFair();
  const key = keyOf(fair);
  await begin(key);
  await verbs.attach.run(key, { name: 'a.pdf', bytes: pdf });
  await verbs.send.run(key, { version: 1 });
  const [{ id } = { id: '' }] = (await verbs.list.run(fair.fairId)).applications;
  await verbs.ask.run(
    organizer,
    { fairId: fair.fairId, applicationId: id },
    { version: 2, message: 'Xin bổ sung' },
  );
  const refused = codeOf(em().query(`${change} WHERE fair_id = $1`, [fair.fairId]));
  expect(await refused).toBe(constraint);
});

function stepWith(values: string): string {
  return `INSERT INTO application_step SELECT fair_id, application_id, ${values}, at
            FROM (SELECT * FROM application_step WHERE number = 2) AS step`;
}

it('never changes a step that was taken', async () => {
  const fair = await callingFair();
  await sentApplication(fair);
  const change = em().query(`UPDATE application_step SET message = 'x' WHERE fair_id = $1`, [
    fair.fairId,
  ]);
  await expect(change).rejects.toThrow(/append-only|append only/i);
});
