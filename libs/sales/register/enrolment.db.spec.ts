import { generateKeyPairSync } from 'node:crypto';
import { GrantRole, type Role } from '@phien/identity';
import { Clock, systemClock } from '@phien/kernel';
import { makeFair, type SmallFair } from '@phien/planning';
import type { TestDatabase } from '@phien/store';
import { genesisHash, newTillKey } from '@phien/till';
import { makeOrganizer, openSalesDatabase } from '../testing/sales-database';
import { EnrolRegister } from './enrol-register';
import { IssueEnrolmentCode } from './issue-enrolment-code';
import { IssueRegisters } from './issue-registers';
import { ListRegisters } from './list-registers';

let database: TestDatabase;
let fair: SmallFair;
let accountId: string;
let registerId: string;

beforeAll(async () => {
  database = await openSalesDatabase();
  accountId = await makeOrganizer(database.dataSource);
});

beforeEach(async () => {
  fair = await makeFair(database.dataSource.manager);
  const clock: Clock = systemClock;
  await new IssueRegisters(database.dataSource, clock).run({
    fairId: fair.fairId,
    exhibitorIds: null,
  });
  registerId = (await list())[0]!.id;
  await grant('organizer');
});

afterAll(() => database.close());

const list = () =>
  new ListRegisters(database.dataSource).run({ fairId: fair.fairId, exhibitorIds: null });
const issue = () =>
  new IssueEnrolmentCode(database.dataSource).run({
    fairId: fair.fairId,
    registerId,
    accountId,
    exhibitorIds: null,
  });
const enrol = async (
  code: string,
  publicKey?: string,
  verb = new EnrolRegister(database.dataSource, systemClock),
) =>
  verb.run(
    { code, publicKey: publicKey ?? (await phoneKey()), deviceName: 'Điện thoại của quầy' },
    '203.0.113.7',
  );
const phoneKey = async () => Buffer.from((await newTillKey()).publicKeySpki).toString('base64');
const grant = (role: Role, exhibitorId?: string) =>
  new GrantRole().run(database.dataSource.manager, {
    fairId: fair.fairId,
    accountId,
    role,
    exhibitorId,
  });
const dismiss = () =>
  database.dataSource.query(`DELETE FROM role_grant WHERE fair_id = $1 AND account_id = $2`, [
    fair.fairId,
    accountId,
  ]);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'enrolled',
    (error: unknown) => (error as { code?: string }).code,
  );

it('gives each exhibitor in a booth one register, however often it is asked', async () => {
  await new IssueRegisters(database.dataSource, systemClock).run({
    fairId: fair.fairId,
    exhibitorIds: null,
  });
  const registers = await list();
  expect(registers.map(({ exhibitorId }) => exhibitorId).sort()).toEqual(
    fair.exhibitors.map(({ id }) => id).sort(),
  );
});

it('turns a phone into a register that knows its booth, its goods and where its chain starts', async () => {
  const publicKey = await phoneKey();
  const { code } = await issue();
  const enrolment = await enrol(` ${code.toLowerCase().replace('-', ' ')} `, publicKey);
  const own = fair.exhibitors.find(({ id }) => id === enrolment.exhibitorId);
  expect(enrolment).toMatchObject({
    registerId,
    epoch: 1,
    boothId: own?.boothId,
    exhibitorName: own?.name,
    timeZone: 'Asia/Ho_Chi_Minh',
  });
  expect(enrolment.products).toHaveLength(2);
  const publicKeySpkiHex = Buffer.from(publicKey, 'base64').toString('hex');
  const genesis = genesisHash({ fairId: fair.fairId, registerId, epoch: 1, publicKeySpkiHex });
  expect(enrolment.genesis).toBe(Buffer.from(genesis).toString('hex'));
});

it('answers the same phone the same when the first answer was lost', async () => {
  const publicKey = await phoneKey();
  const { code } = await issue();
  const [first, again] = [await enrol(code, publicKey), await enrol(code, publicKey)];
  expect({ ...again, serverTime: 0 }).toEqual({ ...first, serverTime: 0 });
});

it('answers a phone that was revoked meanwhile no more', async () => {
  const publicKey = await phoneKey();
  const { code } = await issue();
  await enrol(code, publicKey);
  await database.dataSource.query(
    `UPDATE register_epoch SET revoked_at = now() WHERE fair_id = $1`,
    [fair.fairId],
  );
  expect(await codeOf(enrol(code, publicKey))).toBe('register_revoked');
});

it('starts a new epoch when a phone is enrolled again, and supersedes the one before', async () => {
  await enrol((await issue()).code);
  expect((await enrol((await issue()).code)).epoch).toBe(2);
  const epochs = (await list()).find(({ id }) => id === registerId)?.epochs;
  expect(epochs?.map(({ epoch, supersededAt }) => [epoch, supersededAt !== null])).toEqual([
    [1, true],
    [2, false],
  ]);
});

it('lets one of two phones have the code', async () => {
  const { code } = await issue();
  const ends = await Promise.all([codeOf(enrol(code)), codeOf(enrol(code))]);
  expect(ends.sort()).toEqual(['enrolled', 'enrolment_code_used']);
});

it('refuses what is no key of ours, a code nobody was given, and a code gone stale', async () => {
  const { code } = await issue();
  const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey;
  const strange = rsa.export({ format: 'der', type: 'spki' }).toString('base64');
  expect(await codeOf(enrol(code, strange))).toBe('public_key_invalid');
  expect(await codeOf(enrol('AAAAA-AAAAA'))).toBe('enrolment_code_unknown');
  await database.dataSource.query(
    `UPDATE enrolment_code SET expires_at = now() - interval '1 second' WHERE fair_id = $1`,
    [fair.fairId],
  );
  expect(await codeOf(enrol(code))).toBe('enrolment_code_expired');
});

describe('a code whose issuer was dismissed since', () => {
  const sellerOf = async () => (await list())[0]!.exhibitorId;
  const another = async () => (await list())[1]!.exhibitorId;

  it.each([
    ['an organizer who is one still', ['organizer'], null, 'enrolled'],
    ['an organizer who is nobody there now', [], null, 'enrolment_code_withdrawn'],
    ['an organizer who only looks now', ['official'], null, 'enrolment_code_withdrawn'],
    ['an organizer who stands for its exhibitor now', [], sellerOf, 'enrolled'],
    ['an organizer who stands for another exhibitor now', [], another, 'enrolment_code_withdrawn'],
  ] as const)('is worth what they may do now: %s', async (_, roles, exhibitor, expected) => {
    const { code } = await issue();
    await dismiss();
    for (const role of roles) await grant(role);
    if (exhibitor !== null) await grant('exhibitor', await exhibitor());
    expect(await codeOf(enrol(code))).toBe(expected);
  });

  it('is refused as well when only the account was closed', async () => {
    const { code } = await issue();
    const close = (at: Date | null) =>
      database.dataSource.query(`UPDATE account SET disabled_at = $2 WHERE id = $1`, [
        accountId,
        at,
      ]);
    await close(new Date());
    expect(await codeOf(enrol(code))).toBe('enrolment_code_withdrawn');
    await close(null);
    expect(await codeOf(enrol(code))).toBe('enrolled');
  });

  it('still answers the phone that it had enrolled before', async () => {
    const publicKey = await phoneKey();
    const { code } = await issue();
    const first = await enrol(code, publicKey);
    await dismiss();
    const again = await enrol(code, publicKey);
    expect({ ...again, serverTime: 0 }).toEqual({ ...first, serverTime: 0 });
  });
});

it('takes a plain P-256 key only: no point compressed, nothing behind it', async () => {
  const { code } = await issue();
  const spki = Buffer.from((await newTillKey()).publicKeySpki);
  const longer = Buffer.concat([spki, Buffer.from([0])]);
  const compressed = createPublicKeyOf(spki);
  for (const key of [longer, compressed]) {
    expect(await codeOf(enrol(code, key.toString('base64')))).toBe('public_key_invalid');
  }
});

/* SubjectPublicKeyInfo with the point as 02 or 03 and its x alone. */
function createPublicKeyOf(spki: Buffer): Buffer {
  const header = Buffer.from('3039301306072a8648ce3d020106082a8648ce3d030107032200', 'hex');
  const [x, lastOfY] = [spki.subarray(27, 59), spki.at(-1) ?? 0];
  return Buffer.concat([header, Buffer.from([lastOfY % 2 === 0 ? 2 : 3]), x]);
}

it('tells an address that guesses to stop, and takes the right code from it all the same', async () => {
  const verb = new EnrolRegister(database.dataSource, systemClock);
  const publicKey = await phoneKey();
  const codes: unknown[] = [];
  for (let n = 0; n < 61; n++) codes.push(await codeOf(enrol('AAAAA-AAAAA', publicKey, verb)));
  expect(codes.filter((code) => code === 'enrolment_code_unknown')).toHaveLength(60);
  expect(codes.at(-1)).toBe('too_many_wrong_codes');
  const { code } = await issue();
  expect(await codeOf(enrol(code, publicKey, verb))).toBe('enrolled');
});

it('does not answer a used code for ever', async () => {
  const publicKey = await phoneKey();
  const { code } = await issue();
  await enrol(code, publicKey);
  await database.dataSource.query(
    `UPDATE enrolment_code SET expires_at = now() - interval '1 second' WHERE fair_id = $1`,
    [fair.fairId],
  );
  expect(await codeOf(enrol(code, publicKey))).toBe('enrolment_code_expired');
});

it('keeps a code only as its hash', async () => {
  const { code } = await issue();
  const rows: object[] = await database.dataSource.query(
    `SELECT * FROM enrolment_code WHERE fair_id = $1`,
    [fair.fairId],
  );
  expect(JSON.stringify(rows)).not.toContain(code.replace('-', ''));
});

it('pairs no phone at a fair that is still a draft', async () => {
  await database.dataSource.query(`UPDATE fair SET state = 'draft' WHERE id = $1`, [fair.fairId]);
  expect(await codeOf(issue())).toBe('fair_is_draft');
  await database.dataSource.query(`UPDATE fair SET state = 'published' WHERE id = $1`, [
    fair.fairId,
  ]);
  expect(await codeOf(issue())).toBe('enrolled');
});
