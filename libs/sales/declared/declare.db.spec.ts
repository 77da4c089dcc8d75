import type { Caller, Role } from '@phien/identity';
import { newId } from '@phien/kernel';
import { Delegation, makeFair, sealFair, type SmallFair } from '@phien/planning';
import { OutboxRow, type TestDatabase } from '@phien/store';
import { signDeclaration } from '@phien/till';
import { Clock } from '@phien/kernel';
import { EpochKeys } from '../document/epoch-keys';
import { deliveryDoor } from '../testing/deliver-to';
import { openSalesDatabase } from '../testing/sales-database';
import { TestTill } from '../testing/test-till';
import { DeclareAtTill, ReadAtTill } from './declare-at-till';
import { DeclareByLink, ReadByLink } from './declare-by-link';
import { DeclareForBooth } from './declare-for-booth';
import { DeclareLink } from './declare-link.entity';
import { DeclareSales } from './declare-sales';
import type { DeclarationDto } from './declared.dto';
import { DeclaredSale } from './declared-sale.entity';
import { FindDeclareLink } from './find-declare-link';
import { IssueDeclareLink } from './issue-declare-link';
import { ListBoothsToDeclare } from './list-booths-to-declare';
import { ListDeclareLinks } from './list-declare-links';
import { ReadDeclarePlace } from './read-declare-place';
import { WithdrawDeclareLink } from './withdraw-declare-link';

/** 29 October 2025, noon in Quảng Ninh: the second of three days. */
const NOON = new Date('2025-10-29T05:00:00Z');
const TODAY = '2025-10-29';
const M = 1_000_000;

class StandingClock extends Clock {
  override now(): Date {
    return NOON;
  }
}

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: Error & { code?: string }) => error.code ?? error.message,
  );

describe('declared sales', () => {
  let database: TestDatabase;
  let byLink: DeclareByLink;
  let readByLink: ReadByLink;
  let forBooth: DeclareForBooth;
  let atTill: DeclareAtTill;
  let readAtTill: ReadAtTill;
  let list: ListBoothsToDeclare;
  let issue: IssueDeclareLink;
  let fair: SmallFair;
  let organizer: Caller;

  beforeAll(async () => {
    database = await openSalesDatabase();
    const { dataSource } = database;
    const clock = new StandingClock();
    const declareSales = new DeclareSales(dataSource, clock, { ring: () => undefined } as never);
    const readPlace = new ReadDeclarePlace(dataSource, clock);
    const findLink = new FindDeclareLink(dataSource);
    const keys = new EpochKeys(dataSource);
    byLink = new DeclareByLink(findLink, declareSales);
    readByLink = new ReadByLink(findLink, readPlace);
    forBooth = new DeclareForBooth(dataSource, declareSales);
    atTill = new DeclareAtTill(keys, dataSource, declareSales);
    readAtTill = new ReadAtTill(keys, dataSource, readPlace);
    list = new ListBoothsToDeclare(dataSource, clock);
    issue = new IssueDeclareLink(dataSource, clock);
  });

  afterAll(() => database.close());

  beforeEach(async () => {
    fair = await makeFair(database.dataSource.manager, { booths: 6 });
    organizer = await callerAs('organizer');
  });

  /** An account with a role in the fair. */
  async function callerAs(
    role: Role,
    scope: { exhibitorId?: string; delegationId?: string; zoneIds?: string[] } = {},
  ): Promise<Caller> {
    const accountId = newId();
    const { dataSource } = database;
    await dataSource.query(
      `INSERT INTO account (id, login, name, password_hash, created_at) VALUES ($1, $2, 'Lan', '', now())`,
      [accountId, `lan-${accountId}`],
    );
    const { exhibitorId = null, delegationId = null, zoneIds = [] } = scope;
    await dataSource.query(
      `INSERT INTO role_grant (fair_id, account_id, role, exhibitor_id, delegation_id, granted_at)
       VALUES ($1, $2, $3, $4, $5, now())`,
      [fair.fairId, accountId, role, exhibitorId, delegationId],
    );
    for (const zoneId of zoneIds) {
      await dataSource.query(
        `INSERT INTO role_zone (fair_id, account_id, role, zone_id) VALUES ($1, $2, 'zone_staff', $3)`,
        [fair.fairId, accountId, zoneId],
      );
    }
    return {
      accountId,
      login: accountId,
      name: 'Lan',
      mayOpenFairs: false,
      grants: [{ fairId: fair.fairId, role, exhibitorId }],
    };
  }

  const placeOf = (at: number) => {
    const exhibitor = fair.exhibitors[at]!;
    return { boothId: exhibitor.boothId, exhibitorId: exhibitor.id };
  };

  const linkOf = async (at: number) => issue.run(organizer, fair.fairId, placeOf(at));

  const said = (amountVnd: number, more: Partial<DeclarationDto> = {}): DeclarationDto => ({
    id: newId(),
    day: TODAY,
    amountVnd,
    ...more,
  });

  const factsOf = () =>
    database.dataSource
      .getRepository(DeclaredSale)
      .find({ where: { fairId: fair.fairId }, order: { fairDay: 'ASC', revision: 'ASC' } });

  const news = async () =>
    database.dataSource.getRepository(OutboxRow).countBy({ fairId: fair.fairId });

  it('takes a booth’s word by its own link, once, however often the tap is sent', async () => {
    const { token } = await linkOf(0);
    const words = { ...said(5 * M, { salesCount: 40 }), token };
    const first = await byLink.run(words, '::1');
    expect(first).toMatchObject({
      amountVnd: 5 * M,
      salesCount: 40,
      source: 'booth_link',
      revision: 1,
    });
    const again = await Promise.all(Array.from({ length: 5 }, () => byLink.run(words, '::1')));
    expect(again).toEqual(Array.from({ length: 5 }, () => first));
    expect(await factsOf()).toHaveLength(1);
    expect(await news()).toBe(1);
    expect(await codeOf(byLink.run({ ...words, amountVnd: 4 * M }, '::1'))).toBe(
      'declaration_conflict',
    );
  });

  it('takes one of twenty taps sent at once under one id', async () => {
    const { token } = await linkOf(0);
    const words = { ...said(5 * M), token };
    const answers = await Promise.all(Array.from({ length: 20 }, () => byLink.run(words, '::1')));
    expect(new Set(answers.map(({ id, revision }) => `${id} ${revision}`)).size).toBe(1);
    expect(await factsOf()).toHaveLength(1);
    expect(await news()).toBe(1);
  });

  it('keeps a correction as a fact that points at the one before', async () => {
    const { token } = await linkOf(0);
    const first = await byLink.run({ ...said(5 * M), token }, '::1');
    const second = await byLink.run({ ...said(6 * M, { revises: first.id }), token }, '::1');
    expect(second.revision).toBe(2);
    expect((await factsOf()).map(({ revision, amountVnd }) => [revision, amountVnd])).toEqual([
      [1, 5 * M],
      [2, 6 * M],
    ]);
    const place = await readByLink.run({ token }, '::1');
    expect(place.days.map(({ day, declared }) => [day, declared?.amountVnd ?? null])).toEqual([
      [TODAY, 6 * M],
      ['2025-10-28', null],
    ]);
  });

  it('lets one of many correct the same word, and tells the others what stands now', async () => {
    const { token } = await linkOf(0);
    const first = await byLink.run({ ...said(5 * M), token }, '::1');
    const attempts = await Promise.allSettled(
      Array.from({ length: 12 }, (_, at) =>
        byLink.run({ ...said(5 * M + at, { revises: first.id }), token }, '::1'),
      ),
    );
    const [taken, ...others] = attempts.flatMap((attempt) =>
      attempt.status === 'fulfilled' ? [attempt.value] : [],
    );
    expect(others).toEqual([]);
    const refused = attempts.flatMap((attempt) =>
      attempt.status === 'rejected'
        ? [attempt.reason as { code: string; details: { present: unknown } }]
        : [],
    );
    expect(refused).toHaveLength(11);
    for (const { code, details } of refused) {
      expect(code).toBe('declared_meanwhile');
      expect(details.present).toMatchObject({ id: taken!.id, amountVnd: taken!.amountVnd });
    }
    expect(await factsOf()).toHaveLength(2);
  });

  it('refuses a first word where one stands, and says which', async () => {
    const { token } = await linkOf(0);
    await byLink.run({ ...said(5 * M), token }, '::1');
    expect(await codeOf(byLink.run({ ...said(4 * M), token }, '::1'))).toBe('declared_meanwhile');
  });

  describe('refuses in one order: who, where, when, what stands, how much', () => {
    const rows: [string, (token: string) => Partial<DeclarationDto & { token: string }>, string][] =
      [
        [
          'a secret that is none',
          () => ({ token: 'x', day: '2030-01-01' }),
          'declare_link_unknown',
        ],
        ['a day that is none', () => ({ day: '2025-02-30' }), 'declared_day_not_found'],
        ['a day outside the fair', () => ({ day: '2025-11-05' }), 'declared_day_not_found'],
        [
          'a day that has not begun, with an odd amount',
          () => ({ day: '2025-10-30', amountVnd: 999 * M }),
          'declared_day_not_begun',
        ],
        [
          'a word that stands nowhere, with an odd amount',
          () => ({ revises: newId(), amountVnd: 999 * M }),
          'declared_meanwhile',
        ],
        ['an odd amount', () => ({ amountVnd: 999 * M }), 'unusual_amount'],
        ['nothing sold', () => ({ amountVnd: 0 }), 'done'],
      ];

    it.each(rows)('%s', async (_, change, expected) => {
      const { token } = await linkOf(0);
      const words = { ...said(5 * M), token, ...change(token) };
      expect(await codeOf(byLink.run(words, '::1'))).toBe(expected);
      expect(await factsOf()).toHaveLength(expected === 'done' ? 1 : 0);
    });

    it('a booth that was given up', async () => {
      const { token } = await linkOf(0);
      await database.dataSource.query(
        `UPDATE allocation SET freed_at = $2 WHERE fair_id = $1 AND booth_id = $3`,
        [fair.fairId, new Date('2025-10-28T10:00:00Z'), placeOf(0).boothId],
      );
      expect(await codeOf(byLink.run({ ...said(5 * M), token }, '::1'))).toBe(
        'booth_not_given_that_day',
      );
    });

    it('a sealed fair', async () => {
      const { token } = await linkOf(0);
      await sealFair(database.dataSource.manager, fair.fairId);
      expect(await codeOf(byLink.run({ ...said(5 * M), token }, '::1'))).toBe('fair_sealed');
    });
  });

  it('asks an unusual amount twice, says what is usual, and keeps the answer', async () => {
    const day = '2025-10-28';
    for (const at of [0, 1, 2]) {
      const { token } = await linkOf(at);
      await byLink.run({ ...said((4 + at) * M, { day }), token }, '::1');
      await byLink.run({ ...said((4 + at) * M), token }, '::1');
    }
    const other = fair.exhibitors.find(
      ({ boothId, id }) =>
        fair.booths.find((booth) => booth.id === boothId)?.zoneId === fair.booths[0]?.zoneId &&
        ![0, 1, 2].some((at) => fair.exhibitors[at]?.id === id),
    );
    expect(other).toBeUndefined();
    const { token } = await linkOf(0);
    const today = (await readByLink.run({ token }, '::1')).days[0]!.declared!;
    const much = said(60 * M, { revises: today.id });
    const refusal = await byLink.run({ ...much, token }, '::1').catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'unusual_amount',
      details: { why: 'above_usual', usualVnd: 5 * M },
    });
    const taken = await byLink.run({ ...much, isConfirmed: true, token }, '::1');
    expect(taken.amountVnd).toBe(60 * M);
    expect((await factsOf()).at(-1)).toMatchObject({ isConfirmed: true, usualVnd: 5 * M });
    const plain = await byLink.run(
      { ...said(5 * M, { revises: taken.id, isConfirmed: true }), token },
      '::1',
    );
    expect((await factsOf()).find(({ id }) => id === plain.id)).toMatchObject({
      isConfirmed: false,
      usualVnd: null,
    });
  });

  describe('by a link', () => {
    it('that was withdrawn nothing more comes, and what came stays', async () => {
      const { token, id } = await linkOf(0);
      await byLink.run({ ...said(5 * M), token }, '::1');
      const withdraw = new WithdrawDeclareLink(database.dataSource);
      await withdraw.run(organizer, fair.fairId, id);
      await withdraw.run(organizer, fair.fairId, id);
      expect(await codeOf(readByLink.run({ token }, '::1'))).toBe('declare_link_unknown');
      expect(await factsOf()).toHaveLength(1);
    });

    it('an exhibitor issues, sees and withdraws its own alone', async () => {
      const [mine, theirs] = [placeOf(0), placeOf(1)];
      const { dataSource } = database;
      const seller = await callerAs('exhibitor', { exhibitorId: mine.exhibitorId });
      const own = await issue.run(seller, fair.fairId, mine);
      const foreign = await linkOf(1);
      expect(await codeOf(issue.run(seller, fair.fairId, theirs))).toBe('booth_not_found');
      const elsewhere = { boothId: theirs.boothId, exhibitorId: mine.exhibitorId };
      expect(await codeOf(issue.run(seller, fair.fairId, elsewhere))).toBe('booth_not_found');
      const seen = await new ListDeclareLinks(dataSource).run(seller, fair.fairId);
      expect(seen.map(({ id }) => id)).toEqual([own.id]);
      expect(JSON.stringify(seen)).not.toContain(own.token);
      const withdraw = new WithdrawDeclareLink(dataSource);
      expect(await codeOf(withdraw.run(seller, fair.fairId, foreign.id))).toBe(
        'declare_link_unknown',
      );
      expect(await codeOf(withdraw.run(seller, fair.fairId, own.id))).toBe('done');
      const kept = await dataSource.getRepository(DeclareLink).findBy({ fairId: fair.fairId });
      expect(kept.every(({ tokenHash }) => tokenHash.length === 32)).toBe(true);
    });

    it('there are five at a time', async () => {
      for (let at = 0; at < 5; at += 1) await linkOf(0);
      expect(await codeOf(linkOf(0))).toBe('too_many_declare_links');
    });

    it('a stranger who guesses is told to stop', async () => {
      const codes: string[] = [];
      for (let at = 0; at < 61; at += 1)
        codes.push(await codeOf(readByLink.run({ token: 'x' }, 'a')));
      expect([codes[0], codes[60]]).toEqual(['declare_link_unknown', 'too_many_wrong_links']);
    });
  });

  describe('for a silent booth', () => {
    const silent = async (caller: Caller, day?: string) => {
      const { booths } = await list.run(caller, fair.fairId, day);
      return booths.map(({ boothCode, isHeard }) => `${boothCode}${isHeard ? '' : ' silent'}`);
    };

    it('organizers see all, zone staff its zones, a lead its delegation, and nobody else any', async () => {
      const delegationId = newId();
      await database.dataSource.manager.insert(Delegation, {
        fairId: fair.fairId,
        id: delegationId,
        nameVi: 'Đoàn Tiên Yên',
        nameEn: 'Tien Yen',
        quota: null,
      });
      await database.dataSource.query(
        `UPDATE exhibitor SET delegation_id = $2 WHERE fair_id = $1 AND id = ANY($3)`,
        [fair.fairId, delegationId, [fair.exhibitors[1]!.id, fair.exhibitors[4]!.id]],
      );
      const [zoneA] = fair.zones;
      expect(await silent(organizer)).toHaveLength(6);
      expect(await silent(await callerAs('zone_staff', { zoneIds: [zoneA!.id] }))).toEqual([
        'A01 silent',
        'A02 silent',
        'A03 silent',
      ]);
      expect(await silent(await callerAs('delegation_lead', { delegationId }))).toEqual([
        'A02 silent',
        'B02 silent',
      ]);
      expect(await silent(await callerAs('gate'))).toEqual([]);
      expect(await silent(await callerAs('official'))).toEqual([]);
    });

    it('zone staff declares there and nowhere else, and its word keeps its source', async () => {
      const [zoneA] = fair.zones;
      const staff = await callerAs('zone_staff', { zoneIds: [zoneA!.id] });
      const taken = await forBooth.run(staff, fair.fairId, { ...said(3 * M), ...placeOf(0) });
      expect(taken.source).toBe('zone_staff');
      expect((await factsOf())[0]).toMatchObject({ accountId: staff.accountId, linkId: null });
      expect(await silent(staff)).toEqual(['A02 silent', 'A03 silent', 'A01']);
      for (const foreign of [placeOf(3), { ...placeOf(0), exhibitorId: placeOf(3).exhibitorId }]) {
        const attempt = forBooth.run(staff, fair.fairId, { ...said(3 * M), ...foreign });
        expect(await codeOf(attempt)).toBe('booth_not_found');
      }
      const nowhere = { ...said(3 * M), boothId: newId(), exhibitorId: newId() };
      expect(await codeOf(forBooth.run(staff, fair.fairId, nowhere))).toBe('booth_not_found');
    });

    it('zone staff corrects its own word, and neither sees nor changes that of the booth', async () => {
      const [zoneA] = fair.zones;
      const staff = await callerAs('zone_staff', { zoneIds: [zoneA!.id] });
      const own = await forBooth.run(staff, fair.fairId, { ...said(3 * M), ...placeOf(0) });
      const better = said(4 * M, { revises: own.id });
      await forBooth.run(staff, fair.fairId, { ...better, ...placeOf(0) });
      const { token } = await linkOf(1);
      const theirs = await byLink.run({ ...said(7 * M), token }, '::1');
      const { booths } = await list.run(staff, fair.fairId);
      expect(
        booths.map(({ boothCode, declared, mayRevise }) => [
          boothCode,
          declared && declared.amountVnd,
          mayRevise,
        ]),
      ).toEqual([
        ['A03', null, false],
        ['A01', 4 * M, true],
        ['A02', null, false],
      ]);
      const over = said(1 * M, { revises: theirs.id });
      expect(await codeOf(forBooth.run(staff, fair.fairId, { ...over, ...placeOf(1) }))).toBe(
        'declared_by_booth',
      );
      const first = forBooth.run(staff, fair.fairId, { ...said(1 * M), ...placeOf(1) });
      const refusal = (await first.catch((error: unknown) => error)) as {
        details: { present: { amountVnd: number | null } };
      };
      expect(refusal.details.present.amountVnd).toBeNull();
      expect(JSON.stringify(refusal)).not.toContain('7000000');
      const corrected = await forBooth.run(organizer, fair.fairId, { ...over, ...placeOf(1) });
      expect(corrected).toMatchObject({ amountVnd: 1 * M, source: 'organizer' });
    });

    it('a till that sent anything is heard from', async () => {
      await sellAt(2, 50_000);
      expect((await silent(organizer)).slice(-1)).toEqual(['A03']);
    });

    it('a day that has not begun is not asked for', async () => {
      expect(await codeOf(list.run(organizer, fair.fairId, '2025-10-30'))).toBe(
        'declared_day_not_found',
      );
    });
  });

  async function sellAt(at: number, amountVnd: number): Promise<TestTill> {
    const booth = fair.booths.find(({ id }) => id === placeOf(at).boothId)!;
    const till = await TestTill.enrol(database.dataSource.manager, {
      fairId: fair.fairId,
      exhibitorId: placeOf(at).exhibitorId,
      boothId: booth.id,
      boothCode: booth.code,
      zoneId: booth.zoneId,
    });
    till.setClock(new Date(NOON.getTime() - 60_000));
    till.sell(amountVnd);
    await deliveryDoor(database.dataSource, NOON).deliver(till);
    return till;
  }

  describe('at a till', () => {
    const signed = async (till: TestTill, words: DeclarationDto) => {
      const saidAt = '2025-10-29T04:55:00.000Z';
      const signature = await signDeclaration(till.privateKey, {
        fairId: fair.fairId,
        registerId: till.registerId,
        epoch: till.epoch,
        id: words.id,
        day: words.day,
        amountVnd: words.amountVnd,
        salesCount: words.salesCount ?? null,
        revises: words.revises ?? null,
        isConfirmed: words.isConfirmed ?? false,
        saidAt,
      });
      return { ...words, epoch: till.epoch, saidAt, signature };
    };

    it('the phone’s key signs it, and the till’s own sales are told beside', async () => {
      const till = await sellAt(0, 250_000);
      const address = { fairId: fair.fairId, registerId: till.registerId };
      const words = await signed(till, said(800_000));
      expect(await atTill.run(address, words)).toMatchObject({ source: 'till', revision: 1 });
      expect((await factsOf())[0]).toMatchObject({
        registerId: till.registerId,
        saidAt: new Date('2025-10-29T04:55:00Z'),
        declaredAt: NOON,
      });
      const { head, signature } = await till.sign([]);
      const place = await readAtTill.run(address, { head, signature });
      expect(place.hasTill).toBe(true);
      expect(place.days[0]).toMatchObject({
        measuredVnd: 250_000,
        measuredSalesCount: 1,
        declared: { amountVnd: 800_000 },
      });
    });

    it('another key, another amount and a revoked phone are refused', async () => {
      const [till, other] = [await sellAt(0, 250_000), await sellAt(1, 250_000)];
      const address = { fairId: fair.fairId, registerId: till.registerId };
      const words = await signed(till, said(800_000));
      const attempts = [
        { ...words, amountVnd: 900_000 },
        { ...words, isConfirmed: true },
        await signed(other, said(800_000)),
      ];
      for (const attempt of attempts) {
        expect(await codeOf(atTill.run(address, attempt))).toBe('signature_invalid');
      }
      await database.dataSource.query(
        `UPDATE register_epoch SET revoked_at = now() WHERE fair_id = $1 AND register_id = $2`,
        [fair.fairId, till.registerId],
      );
      expect(await codeOf(atTill.run(address, words))).toBe('register_revoked');
      expect(await factsOf()).toEqual([]);
    });
  });

  describe('holds in the database', () => {
    const insert = (row: Partial<DeclaredSale>) =>
      database.dataSource.manager.insert(DeclaredSale, {
        fairId: fair.fairId,
        id: newId(),
        ...placeOf(0),
        zoneId: fair.booths.find(({ id }) => id === placeOf(0).boothId)!.zoneId,
        fairDay: TODAY,
        revision: 1,
        previousRevision: null,
        revises: null,
        amountVnd: 1,
        salesCount: null,
        source: 'organizer',
        accountId: organizer.accountId,
        linkId: null,
        registerId: null,
        usualVnd: null,
        isConfirmed: false,
        saidAt: NOON,
        declaredAt: NOON,
        ...row,
      });

    it('that a declaration is never changed or taken back', async () => {
      await insert({});
      const rows = database.dataSource.getRepository(DeclaredSale);
      await expect(rows.update({ fairId: fair.fairId }, { amountVnd: 2 })).rejects.toThrow(
        'append-only',
      );
      await expect(rows.delete({ fairId: fair.fairId })).rejects.toThrow('append-only');
    });

    it('that a chain has no fork, no gap and no other booth in it', async () => {
      const id = newId();
      await insert({ id });
      await expect(insert({})).rejects.toThrow('declared_sale_no_fork');
      const next = { revision: 2, previousRevision: 1, revises: id };
      await insert(next);
      await expect(insert(next)).rejects.toThrow('declared_sale_no_fork');
      await expect(insert({ ...next, revision: 3, previousRevision: 2 })).rejects.toThrow(
        'declared_sale_extends_chain',
      );
      await expect(insert({ ...next, fairDay: '2025-10-28' })).rejects.toThrow(
        'declared_sale_extends_chain',
      );
      await expect(insert({ revision: 2, previousRevision: 1 })).rejects.toThrow(
        'declared_sale_first_revises_none',
      );
      await expect(insert({ ...next, revision: 4, previousRevision: 2 })).rejects.toThrow(
        'declared_sale_previous_is_one_less',
      );
    });

    it('who said it, and how much at most', async () => {
      await expect(insert({ accountId: null })).rejects.toThrow('declared_sale_said_by_one');
      await expect(insert({ source: 'till' })).rejects.toThrow('declared_sale_said_by_one');
      const link = await linkOf(1);
      await expect(
        insert({ source: 'booth_link', accountId: null, linkId: link.id }),
      ).rejects.toThrow('declared_sale_by_its_link');
      await expect(insert({ amountVnd: -1 })).rejects.toThrow('declared_sale_amount_range');
      await expect(insert({ amountVnd: 10_000_000_001 })).rejects.toThrow(
        'declared_sale_amount_range',
      );
      await expect(insert({ usualVnd: 1 })).rejects.toThrow('declared_sale_usual_when_asked');
    });
  });
});
