import type { Role } from '@phien/identity';
import { newId } from '@phien/kernel';
import type { SmallFair } from '@phien/planning';
import { TestTill } from '@phien/sales';
import { newTillKey, signHead, toBase64 } from '@phien/till';
import { pbkdf2Sync } from 'node:crypto';
import { OpenDoor } from './open-door';

interface Register {
  id: string;
  name: string;
  exhibitorId: string;
  epochs: {
    epoch: number;
    revokedAt: string | null;
    lastSeenAt: string | null;
    linkedCount: number;
    bookedCount: number;
    setAsideCount: number;
    bookedVnd: number;
  }[];
}
interface Cashier {
  id: string;
  name: string;
  exhibitorId: string;
  mayRefund: boolean;
}

let door: OpenDoor;
let fair: SmallFair;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  door = await OpenDoor.open();
  fair = await door.makeFair();
  const { fairId } = fair;
  const [own, other] = fair.exhibitors;
  const as = async (role: Role, exhibitorId?: string) =>
    door.signIn((await door.makeAccount({ fairId, role, exhibitorId })).login);
  cookies.organizer = await as('organizer');
  cookies.own = await as('exhibitor', own!.id);
  cookies.other = await as('exhibitor', other!.id);
  const both: { fairId: string; role: Role; exhibitorId?: string }[] = [
    { fairId, role: 'official' },
    { fairId, role: 'exhibitor', exhibitorId: other!.id },
  ];
  cookies.otherAndOfficial = await door.signIn((await door.makeAccount(...both)).login);
  await send('organizer', 'post', '/registers');
});
afterAll(() => door.close());

type Who = 'organizer' | 'own' | 'other' | 'otherAndOfficial' | 'nobody';
type Verb = 'get' | 'post' | 'patch' | 'delete';

async function send<Answer = { code?: string }>(
  who: Who,
  verb: Verb,
  path: string,
  body?: object,
): Promise<{ status: number; body: Answer }> {
  const question = door.ask()[verb](`/api/fairs/${fair.fairId}${path}`);
  if (cookies[who]) void question.set('Cookie', cookies[who]);
  const { status, body: answer } = await (body === undefined ? question : question.send(body));
  return { status, body: answer as Answer };
}
const codeOf = async (...asked: Parameters<typeof send>) => {
  const { status, body } = await send(...asked);
  return body.code ?? status;
};

const exhibitor = (place: number) => fair.exhibitors[place]!;
const registerOf = async (place: number) => {
  const { body } = await send<Register[]>('organizer', 'get', '/registers');
  return body.find(({ exhibitorId }) => exhibitorId === exhibitor(place).id)!;
};

async function till(place = 0): Promise<TestTill> {
  const { id: exhibitorId, boothId } = exhibitor(place);
  const booth = fair.booths.find(({ id }) => id === boothId)!;
  const { fairId } = fair;
  const { zoneId, code: boothCode } = booth;
  const enrolled = await TestTill.enrol(
    door.source.manager,
    { fairId, exhibitorId, boothId, boothCode, zoneId },
    { at: new Date(Date.now() - 60_000) },
  );
  return enrolled.setClock(new Date(Date.now() - 1_000));
}
const deliver = async (from: TestTill) =>
  send<{ results: { link: string; booking: string; code: string | null }[] }>(
    'nobody',
    'post',
    `/registers/${from.registerId}/documents`,
    await from.request(),
  );

describe('cashiers', () => {
  const body = (more: object = {}) => ({
    exhibitorId: exhibitor(0).id,
    name: 'Nguyễn Thị Hoa',
    pin: '2468',
    mayRefund: false,
    ...more,
  });

  it('are added by the exhibitor or the organizer, and nobody is told their PIN', async () => {
    const added = await send<Cashier>('own', 'post', '/cashiers', body());
    expect(added.status).toBe(201);
    expect(Object.keys(added.body).sort()).toEqual(
      ['addedAt', 'exhibitorId', 'id', 'mayRefund', 'name'].sort(),
    );
    const second = body({ name: '  Trần   Văn Nam ', mayRefund: true });
    expect((await send<Cashier>('organizer', 'post', '/cashiers', second)).body.name).toBe(
      'Trần Văn Nam',
    );
    const listed = await send<Cashier[]>('own', 'get', '/cashiers');
    expect(listed.body.map(({ name }) => name)).toEqual(['Nguyễn Thị Hoa', 'Trần Văn Nam']);
    expect(JSON.stringify(listed.body)).not.toMatch(/pin/i);
    const others = await send<Cashier[]>('other', 'get', '/cashiers');
    expect(others.body).toEqual([]);
  });

  it('are not opened to an exhibitor by its being an official too', async () => {
    const who = 'otherAndOfficial';
    expect(await codeOf(who, 'post', '/cashiers', body({ name: newId() }))).toBe(
      'exhibitor_not_found',
    );
    expect((await send<Cashier[]>(who, 'get', '/cashiers')).body).toEqual([]);
    const { id } = await registerOf(0);
    expect(await codeOf(who, 'post', `/registers/${id}/enrolment-codes`)).toBe(
      'register_not_found',
    );
  });

  it('have one name each, however it is typed', async () => {
    expect(await codeOf('own', 'post', '/cashiers', body({ name: 'Lê Mai' }))).toBe(201);
    for (const name of ['Lê Mai', ' Lê  Mai', 'Lê Mai'.normalize('NFD')]) {
      expect(await codeOf('own', 'post', '/cashiers', body({ name }))).toBe('cashier_name_taken');
    }
  });

  it.each(['123', '1234567', '12a4', '１２３４', '12 4', '', 1234, null])(
    'have a PIN of 4 to 6 digits, not %j',
    async (pin) => {
      expect((await send('own', 'post', '/cashiers', body({ name: newId(), pin }))).status).toBe(
        400,
      );
    },
  );

  it('are changed and removed, and a name is free again', async () => {
    const { body: added } = await send<Cashier>('own', 'post', '/cashiers', body({ name: 'Vũ A' }));
    const at = `/cashiers/${added.id}`;
    const before = await hashOf(added.id);
    const changed = await send<Cashier>('own', 'patch', at, { name: 'Vũ B', mayRefund: true });
    expect(changed.body).toMatchObject({ id: added.id, name: 'Vũ B', mayRefund: true });
    expect(await hashOf(added.id)).toEqual(before);
    expect(await codeOf('own', 'patch', at, { pin: '135790' })).toBe(200);
    const { pin_salt, pin_hash, pin_rounds } = await hashOf(added.id);
    expect(pin_hash).toEqual(pbkdf2Sync('135790', pin_salt, pin_rounds, 32, 'sha256'));
    expect(await codeOf('own', 'patch', at, { name: 'Lê Mai' })).toBe('cashier_name_taken');
    expect((await send('own', 'delete', at)).status).toBe(204);
    expect(await codeOf('own', 'delete', at)).toBe('cashier_not_found');
    expect(await codeOf('own', 'patch', at, { mayRefund: true })).toBe('cashier_not_found');
    expect(await codeOf('own', 'post', '/cashiers', body({ name: 'Vũ B' }))).toBe(201);
    const deeds: { action: string; detail: string }[] = await door.source.query(
      `SELECT action, detail::text FROM audit_entry WHERE subject_id = $1 ORDER BY at, id`,
      [added.id],
    );
    expect(deeds.map(({ action }) => action)).toEqual([
      'cashier_added',
      'cashier_changed',
      'cashier_changed',
      'cashier_removed',
    ]);
    expect(deeds.map(({ detail }) => detail).join()).not.toContain('135790');
  });

  const hashOf = async (id: string) => {
    const [row]: { pin_salt: Buffer; pin_hash: Buffer; pin_rounds: number }[] =
      await door.source.query(`SELECT pin_salt, pin_hash, pin_rounds FROM cashier WHERE id = $1`, [
        id,
      ]);
    return row!;
  };

  it('of another exhibitor do not exist', async () => {
    const { body: added } = await send<Cashier>(
      'own',
      'post',
      '/cashiers',
      body({ name: 'Bùi C' }),
    );
    const at = `/cashiers/${added.id}`;
    expect(await codeOf('other', 'patch', at, { name: 'Kẻ lạ' })).toBe('cashier_not_found');
    expect(await codeOf('other', 'delete', at)).toBe('cashier_not_found');
    expect(await codeOf('other', 'post', '/cashiers', body())).toBe('exhibitor_not_found');
    expect(await codeOf('other', 'get', `/cashiers?exhibitorId=${exhibitor(0).id}`)).toBe(
      'exhibitor_not_found',
    );
    const stranger = body({ exhibitorId: newId() });
    expect(await codeOf('organizer', 'post', '/cashiers', stranger)).toBe('exhibitor_not_found');
    expect(await codeOf('own', 'delete', '/cashiers/x')).toBe('cashier_not_found');
  });
});

describe('registers', () => {
  it('are seen, named and given codes by their own exhibitor alone', async () => {
    const { body: mine } = await send<Register[]>('own', 'get', '/registers');
    expect(new Set(mine.map(({ exhibitorId }) => exhibitorId))).toEqual(new Set([exhibitor(0).id]));
    const foreign = `/registers/${(await registerOf(1)).id}`;
    const own = `/registers/${mine[0]!.id}`;
    for (const [path, body] of [
      ['', { name: 'Của tôi' }],
      ['/enrolment-codes', {}],
      ['/epochs/1/revocation', {}],
    ] as const) {
      const verb = path === '' ? 'patch' : 'post';
      expect(await codeOf('own', verb, `${foreign}${path}`, body)).toBe('register_not_found');
    }
    expect((await send('own', 'post', `${own}/enrolment-codes`)).status).toBe(201);
    const renamed = await send<Register>('own', 'patch', own, { name: ' Quầy ngoài ' });
    expect(renamed.body).toMatchObject({ id: mine[0]!.id, name: 'Quầy ngoài' });
    expect((await send('own', 'patch', own, { name: '  ' })).status).toBe(400);
  });

  it('are made by an exhibitor for itself alone', async () => {
    const another = await door.makeFair();
    const [first] = another.exhibitors;
    const { login } = await door.makeAccount({
      fairId: another.fairId,
      role: 'exhibitor',
      exhibitorId: first!.id,
    });
    const made = await door
      .ask()
      .post(`/api/fairs/${another.fairId}/registers`)
      .set('Cookie', await door.signIn(login));
    expect((made.body as Register[]).map(({ exhibitorId }) => exhibitorId)).toEqual([first!.id]);
    const [all]: { n: number }[] = await door.source.query(
      `SELECT count(*)::integer AS n FROM register WHERE fair_id = $1`,
      [another.fairId],
    );
    expect(all!.n).toBe(1);
  });

  it('count nothing of a stolen phone once it is revoked, and keep what it sold before', async () => {
    const phone = await till(0);
    phone.openShift();
    phone.sell(50_000);
    await deliver(phone);
    const revocation = `/registers/${phone.registerId}/epochs/1/revocation`;
    const revoked = await send<Register>('own', 'post', revocation, {});
    expect(revoked.status).toBe(200);
    const again = await send<Register>('organizer', 'post', revocation, {});
    expect(again.body.epochs[0]!.revokedAt).toBe(revoked.body.epochs[0]!.revokedAt);

    for (let n = 0; n < 100; n++) phone.sell(10_000);
    const { results } = (await deliver(phone)).body;
    expect(new Set(results.map(({ link, booking, code }) => `${link} ${booking} ${code}`))).toEqual(
      new Set(['stored set_aside register_revoked']),
    );
    const { body } = await send<Register[]>('own', 'get', '/registers');
    expect(body.find(({ id }) => id === phone.registerId)!.epochs[0]).toMatchObject({
      linkedCount: 102,
      bookedCount: 2,
      setAsideCount: 100,
      bookedVnd: 50_000,
      lastSeenAt: expect.any(String) as string,
    });
    expect(await catalogueCode(phone)).toBe('register_revoked');
  });

  it.each(['0', '2', 'x', '1.5', '99999999999'])('have no epoch %s to revoke', async (epoch) => {
    const phone = await till(0);
    const path = `/registers/${phone.registerId}/epochs/${epoch}/revocation`;
    expect(await codeOf('own', 'post', path, {})).toBe('epoch_not_found');
  });
});

const catalogue = async (from: TestTill, more: object = {}) => {
  const { head, signature } = await from.sign([]);
  return send<Record<string, unknown> & { code?: string }>(
    'nobody',
    'post',
    `/registers/${from.registerId}/catalogue`,
    { head, signature, ...more },
  );
};
const catalogueCode = async (...asked: Parameters<typeof catalogue>) =>
  (await catalogue(...asked)).body.code;

describe('the catalogue', () => {
  it('tells a till its fair, booth, goods, cashiers and account', async () => {
    const { fairId } = fair;
    const { id: exhibitorId, name, boothId } = exhibitor(2);
    const [kept, gone] = fair.products.filter((each) => each.exhibitorId === exhibitorId);
    const { body: cashier } = await send<Cashier>('organizer', 'post', '/cashiers', {
      exhibitorId,
      name: 'Đỗ Quyên',
      pin: '0042',
      mayRefund: true,
    });
    await door.source.query(`UPDATE product SET withdrawn_at = now() WHERE id = $1`, [gone!.id]);
    await door.source.query(`UPDATE product SET is_weighed = true WHERE id = $1`, [kept!.id]);
    await door.source.query(
      `INSERT INTO product_photo VALUES ($1, $2, 'image/png', $3, sha256($3::bytea), now())`,
      [fairId, kept!.id, Buffer.from('picture')],
    );
    await door.source.query(
      `INSERT INTO payment_account VALUES ($1, $2, '970436', '0123456789', 'HTX KIEM THU', now())`,
      [fairId, exhibitorId],
    );
    const phone = await till(2);
    const { status, body } = await catalogue(phone);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      fair: { nameVi: 'Hội chợ kiểm thử', timeZone: 'Asia/Ho_Chi_Minh', isDemo: true },
      exhibitorName: name,
      taxCode: null,
      boothId,
      bankAccount: { bankBin: '970436', accountNumber: '0123456789', holderName: 'HTX KIEM THU' },
      clock: { isMoved: false, speed: 1 },
    });
    expect(body.exhibitorId).toBeUndefined();
    const products = body.products as { id: string; isWeighed: boolean; photo: string | null }[];
    expect(products.map(({ id, isWeighed }) => [id, isWeighed])).toEqual([[kept!.id, true]]);
    expect(products[0]!.photo).toMatch(
      new RegExp(`^/api/fairs/${fairId}/products/${kept!.id}/photo\\?v=[0-9a-f]{8}$`),
    );
    const cashiers = body.cashiers as {
      id: string;
      pinSalt: string;
      pinHash: string;
      pinRounds: number;
      mayRefund: boolean;
    }[];
    expect(cashiers.map(({ id, mayRefund }) => [id, mayRefund])).toEqual([[cashier.id, true]]);
    const { pinSalt, pinHash, pinRounds } = cashiers[0]!;
    const salt = Buffer.from(pinSalt, 'base64');
    expect(pbkdf2Sync('0042', salt, pinRounds, 32, 'sha256').toString('base64')).toBe(pinHash);
    expect(pinRounds).toBe(150_000);
  });

  it('comes with the enrolment in the same words', async () => {
    const { id } = await registerOf(3);
    const { body: issued } = await send<{ code: string }>(
      'organizer',
      'post',
      `/registers/${id}/enrolment-codes`,
    );
    const key = await newTillKey();
    const enrolled = await door
      .ask()
      .post('/api/enrolments')
      .send({
        code: issued.code,
        publicKey: toBase64(key.publicKeySpki),
        deviceName: 'Điện thoại kiểm thử',
      });
    expect(enrolled.status).toBe(201);
    const enrolment = enrolled.body as Record<string, unknown> & { genesis: string };
    const head = { epoch: 1, sequence: 0, hash: enrolment.genesis };
    const signature = await signHead(key.privateKey, {
      fairId: fair.fairId,
      registerId: id,
      ...head,
    });
    const fresh = await send<object>('nobody', 'post', `/registers/${id}/catalogue`, {
      head,
      signature,
    });
    expect(fresh.status).toBe(200);
    const { serverTime: _, ...words } = fresh.body as Record<string, unknown>;
    expect(enrolment).toMatchObject(words);
  });

  it('is not for another key, another register, another head or a superseded phone', async () => {
    const [phone, other] = [await till(0), await till(1)];
    const theirs = await other.sign([], { ...other.chain.head });
    expect(await catalogueCode(phone, { signature: theirs.signature })).toBe('signature_invalid');
    expect(await catalogueCode(phone, { head: theirs.head })).toBe('signature_invalid');
    const { head, signature } = await phone.sign([]);
    const to = (id: string) => `/registers/${id}/catalogue`;
    expect(await codeOf('nobody', 'post', to(other.registerId), { head, signature })).toBe(
      'signature_invalid',
    );
    for (const id of [newId(), 'x']) {
      expect(await codeOf('nobody', 'post', to(id), { head, signature })).toBe('register_unknown');
    }
    expect((await send('nobody', 'post', to(phone.registerId), {})).status).toBe(400);
    expect((await send('organizer', 'post', to(phone.registerId), { head })).status).toBe(400);
    expect((await catalogue(phone)).status).toBe(200);
    await door.source.query(
      `UPDATE register_epoch SET superseded_at = now() WHERE register_id = $1`,
      [phone.registerId],
    );
    expect(await catalogueCode(phone)).toBe('register_superseded');
  });
});

describe('a receipt', () => {
  interface Receipt {
    kind: string;
    booking: string;
    code: string | null;
    totalVnd: number;
    vatVnd: number | null;
    standingVnd: number;
    number: { registerName: string; epoch: number; sequence: number };
    answers: { kind: string; booking: string; totalVnd: number }[];
  }
  const read = (id: string) => send<Receipt & { code: string }>('nobody', 'get', `/receipts/${id}`);

  it('is shown to whoever holds its id, with what was taken back of it', async () => {
    const phone = await till(0);
    const line = { quantityMilli: 3_000 };
    const sale = phone.sell(50_000, { line });
    expect((await read(sale.id)).body.code).toBe('receipt_not_found');
    await deliver(phone);
    expect((await read(sale.id)).body).toMatchObject({
      fair: { nameVi: 'Hội chợ kiểm thử', isDemo: true, timeZone: 'Asia/Ho_Chi_Minh' },
      kind: 'sale',
      booking: 'booked',
      number: { epoch: 1, sequence: 1 },
      exhibitorName: exhibitor(0).name,
      cashier: 'Thu ngân kiểm thử',
      totalVnd: 150_000,
      vatVnd: 11_111,
      standingVnd: 150_000,
      lines: [{ no: 1, name: 'Chả mực Hạ Long', quantityMilli: 3_000, amountVnd: 150_000 }],
      payments: [{ method: 'cash', amountVnd: 150_000 }],
      answers: [],
    });
    const refund = phone.refund(sale, 1_000);
    await deliver(phone);
    expect((await read(sale.id)).body).toMatchObject({
      standingVnd: 100_000,
      answers: [{ kind: 'refund', totalVnd: -50_000, booking: 'booked', documentId: refund.id }],
    });
    expect((await read(refund.id)).body).toMatchObject({ kind: 'refund', originalId: sale.id });
  });

  it('of a voided sale says so, and that nothing of it stands', async () => {
    const phone = await till(0);
    const sale = phone.sell(80_000);
    phone.void(sale);
    await deliver(phone);
    expect((await read(sale.id)).body).toMatchObject({
      totalVnd: 80_000,
      standingVnd: 0,
      answers: [{ kind: 'void', totalVnd: -80_000, booking: 'booked' }],
    });
  });

  it('set aside is shown as such, and an answer set aside takes nothing off', async () => {
    const [phone, other] = [await till(0), await till(1)];
    const sale = phone.sell(30_000);
    phone.void(sale);
    phone.void(sale);
    await deliver(phone);
    expect((await read(sale.id)).body).toMatchObject({
      standingVnd: 0,
      answers: [{ booking: 'booked' }, { booking: 'set_aside' }],
    });
    other.refund(sale, 1_000);
    await deliver(other);
    expect((await read(sale.id)).body.answers).toHaveLength(2);

    await send('organizer', 'post', `/registers/${phone.registerId}/epochs/1/revocation`, {});
    const late = phone.sell(20_000);
    await deliver(phone);
    expect((await read(late.id)).body).toMatchObject({
      booking: 'set_aside',
      code: 'register_revoked',
      totalVnd: 20_000,
    });
  });

  it('is not there for a shift, a stranger id, another fair or no id', async () => {
    const phone = await till(0);
    const shift = phone.openShift();
    const sale = phone.sell(10_000);
    await deliver(phone);
    for (const id of [shift.id, newId(), 'x', sale.id.toUpperCase()]) {
      expect((await read(id)).body.code).toBe('receipt_not_found');
    }
    const elsewhere = await door.makeFair();
    const foreign = await door.ask().get(`/api/fairs/${elsewhere.fairId}/receipts/${sale.id}`);
    expect(foreign.status).toBe(404);
  });

  it('may be asked for again and again while it is missing; guessing ends, for the guesser alone', async () => {
    const phone = await till(0);
    const sale = phone.sell(20_000);
    await deliver(phone);
    const missing = newId();
    for (let n = 0; n < 310; n++) {
      expect((await read(missing)).body.code).toBe('receipt_not_found');
    }
    const codes: string[] = [];
    for (let n = 0; n < 310; n++) codes.push((await read(newId())).body.code);
    expect(codes.slice(0, 200).every((code) => code === 'receipt_not_found')).toBe(true);
    expect(codes.at(-1)).toBe('too_many_receipts_asked');
    expect((await read(sale.id)).body.totalVnd).toBe(20_000);
  });
});
