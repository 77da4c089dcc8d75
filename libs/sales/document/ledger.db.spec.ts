import { canonicalText, type TillDocument } from '@phien/till';
import { makeFair, sealFair, type SmallFair } from '@phien/planning';
import { brokenConstraint, type TestDatabase } from '@phien/store';
import { openSalesDatabase } from '../testing/sales-database';
import { BookOrphans } from './book-orphans';
import { deliveryDoor } from '../testing/deliver-to';
import { TestTill, type TillPlace } from '../testing/test-till';

const NOON = new Date('2025-10-28T05:00:00Z');
const MORNING = new Date('2025-10-28T01:30:00Z');

let database: TestDatabase;
let fair: SmallFair;
let door: ReturnType<typeof deliveryDoor>;

beforeAll(async () => {
  database = await openSalesDatabase();
});

beforeEach(async () => {
  fair = await makeFair(database.dataSource.manager);
  door = deliveryDoor(database.dataSource, NOON);
});

afterAll(() => database.close());

function place(at = 0): TillPlace {
  const exhibitor = fair.exhibitors[at];
  const booth = fair.booths.find(({ id }) => id === exhibitor?.boothId);
  if (!exhibitor || !booth) throw new Error('the small fair has no such exhibitor');
  return {
    fairId: fair.fairId,
    exhibitorId: exhibitor.id,
    boothId: booth.id,
    boothCode: booth.code,
    zoneId: booth.zoneId,
  };
}

const enrol = (options: Parameters<typeof TestTill.enrol>[2] = {}, at = 0) =>
  TestTill.enrol(database.dataSource.manager, place(at), { at: MORNING, ...options });

const count = async (table: string): Promise<number> => {
  const [row]: { n: number }[] = await database.dataSource.query(
    `SELECT count(*)::integer AS n FROM ${table} WHERE fair_id = $1`,
    [fair.fairId],
  );
  return row?.n ?? -1;
};

/** What ends a phone's word, and the code of what it sends after that. */
const closings = () => [
  {
    code: 'register_revoked',
    close: (fairId: string) =>
      database.dataSource.query(`UPDATE register_epoch SET revoked_at = now() WHERE fair_id = $1`, [
        fairId,
      ]),
  },
  {
    code: 'fair_sealed',
    close: (fairId: string) => sealFair(database.dataSource.manager, fairId),
  },
];

const refusal = async (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(
    () => 'nothing refused',
    (error: unknown) => brokenConstraint(error) ?? (error as { code?: string }).code,
  );

describe('a till delivers its documents', () => {
  it('links and books a shift with sales, a refund and a void, and announces each', async () => {
    const till = (await enrol()).setClock(new Date('2025-10-28T04:00:00Z'));
    till.openShift();
    const fish = till.sell(450_000);
    const tea = till.sell(120_000, { method: 'vietqr' });
    till.refund(fish, 1000);
    till.void(tea);
    till.closeShift(500_000);
    const answer = await door.deliver(till);
    expect(answer.results.map(({ link, booking }) => `${link} ${booking}`)).toEqual(
      Array(6).fill('stored booked'),
    );
    expect(answer.head).toEqual({ epoch: 1, sequence: 6, hash: till.chain.head.hash });
    expect([await count('link'), await count('document'), await count('outbox')]).toEqual([
      6, 6, 6,
    ]);
    const [sums]: object[] = await database.dataSource.query(
      `SELECT (SELECT sum(total_vnd)::bigint FROM document WHERE fair_id = $1) AS documents,
              (SELECT sum(amount_vnd)::bigint FROM document_line WHERE fair_id = $1) AS lines,
              (SELECT sum(amount_vnd)::bigint FROM document_payment WHERE fair_id = $1) AS payments`,
      [fair.fairId],
    );
    expect(sums).toEqual({ documents: 0, lines: 0, payments: 0 });
  });

  it('books a closing with its notes, which stay word for word in the link', async () => {
    const till = (await enrol()).setClock(new Date('2025-10-28T04:00:00Z'));
    till.openShift();
    const { id } = till.closeShift(700_000, [
      { count: 1, noteVnd: 500_000 },
      { count: 2, noteVnd: 100_000 },
    ]);
    const { results } = await door.deliver(till);
    expect(results.map(({ booking }) => booking)).toEqual(['booked', 'booked']);
    const [kept]: object[] = await database.dataSource.query(
      `SELECT d.counted_vnd AS "countedVnd",
              convert_from(l.canonical, 'UTF8')::json -> 'countedNotes' AS notes
       FROM document d JOIN link l ON l.fair_id = d.fair_id AND l.document_id = d.id
       WHERE d.fair_id = $1 AND d.id = $2`,
      [fair.fairId, id],
    );
    expect(kept).toEqual({
      countedVnd: 700_000,
      notes: [
        { count: 1, noteVnd: 500_000 },
        { count: 2, noteVnd: 100_000 },
      ],
    });
  });

  it('says duplicate to the same request again, and writes nothing', async () => {
    const till = await enrol();
    till.sell(50_000);
    const request = await till.request();
    await door.post(till, request);
    const again = await door.post(till, request);
    expect(again.results).toMatchObject([{ link: 'duplicate', booking: 'booked', code: null }]);
    expect([await count('link'), await count('document'), await count('outbox')]).toEqual([
      1, 1, 1,
    ]);
  });

  it('gives a hundred posts of one sale at once one row', async () => {
    const till = await enrol();
    till.sell(50_000);
    const request = await till.request();
    const second = deliveryDoor(database.dataSource, NOON);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) => (n % 2 ? door : second).post(till, request)),
    );
    const links = answers.map(({ results }) => results[0]?.link);
    expect(links.filter((link) => link === 'stored')).toHaveLength(1);
    expect(links.filter((link) => link === 'duplicate')).toHaveLength(99);
    expect([await count('link'), await count('document')]).toEqual([1, 1]);
  });

  it('asks for what is missing when numbers are skipped', async () => {
    const till = await enrol();
    till.sell(10_000);
    const first = await till.request();
    till.sell(20_000);
    const second = await till.request();
    expect((await door.post(till, second)).results[0]?.link).toBe('behind');
    expect((await door.post(till, first)).head.sequence).toBe(1);
    expect((await door.post(till, second)).results[0]?.link).toBe('stored');
  });

  it('keeps other bytes under a known number, and changes nothing', async () => {
    const till = await enrol();
    const sale = till.sell(10_000);
    await door.deliver(till);
    const [line] = sale.lines;
    const forged: TillDocument = { ...sale, lines: [{ ...line!, name: 'Chả mực khác' }] };
    const request = await signedWith(till, [forged]);
    expect((await door.post(till, request)).results).toMatchObject([
      { link: 'conflict', booking: null },
    ]);
    expect([await count('link'), await count('conflicting_document')]).toEqual([1, 1]);
  });

  it('keeps one id of two registers apart: the second is a conflict', async () => {
    const [one, two] = [await enrol(), await enrol()];
    const sale = one.sell(10_000);
    two.sell(20_000);
    const stolen = {
      ...(JSON.parse((await two.request()).documents[0]!) as TillDocument),
      id: sale.id,
    };
    const answers = await Promise.all([
      door.deliver(one),
      door.post(two, await signedWith(two, [stolen])),
    ]);
    expect(answers.map(({ results }) => results[0]?.link).sort()).toEqual(['conflict', 'stored']);
  });

  it('books the neighbours of bad documents, and sets the bad aside with a code', async () => {
    const till = await enrol();
    const other = await enrol({}, 1);
    const sales = Array.from({ length: 40 }, (_, n) => till.sell(10_000 + n));
    await door.deliver(till);
    const [first, second] = sales as [TillDocument, TillDocument];
    const strange = other.sell(70_000);
    await door.deliver(other);
    till.void(first);
    till.void(first);
    till.refund({ ...second, id: other.registerId }, 1000);
    till.refund({ ...strange, exhibitorId: first.exhibitorId }, 1000);
    till.refund(second, 1000);
    till.refund(second, 1000);
    till.sell(99_000);
    const { results } = await door.deliver(till);
    expect(results.map(({ booking, code }) => code ?? booking)).toEqual([
      'booked',
      'void_already_booked',
      'original_missing',
      'original_missing',
      'booked',
      'refund_over_original',
      'booked',
    ]);
    expect(await count('set_aside')).toBe(4);
    expect(await count('link')).toBe((await count('document')) + (await count('set_aside')));
  });

  it('links what it cannot read, and sets it aside', async () => {
    const till = await enrol();
    const sale = JSON.parse(
      (await (till.sell(10_000), till.request())).documents[0]!,
    ) as TillDocument;
    const request = await signedWith(till, [{ ...sale, totalVnd: 11_000 }]);
    const { results } = await door.post(till, request);
    expect(results).toMatchObject([{ link: 'stored', booking: 'set_aside' }]);
    expect(results[0]?.code).toMatch(/sum|total|payments/);
  });

  it('links a revoked phone’s documents and counts none of them', async () => {
    const till = await enrol();
    await database.dataSource.query(
      `UPDATE register_epoch SET revoked_at = $3 WHERE fair_id = $1 AND register_id = $2`,
      [fair.fairId, till.registerId, NOON],
    );
    for (let n = 0; n < 100; n++) till.sell(10_000);
    const { results } = await door.deliver(till);
    expect(new Set(results.map(({ code }) => code))).toEqual(new Set(['register_revoked']));
    expect([await count('link'), await count('document')]).toEqual([100, 0]);
  });

  it('links and counts nothing of a phone that is revoked, or a fair that is sealed, between two deliveries', async () => {
    for (const { close, code } of closings()) {
      fair = await makeFair(database.dataSource.manager);
      const till = await enrol();
      till.sell(10_000);
      await door.deliver(till);
      await close(fair.fairId);
      till.sell(20_000);
      const { results } = await door.deliver(till);
      expect(results).toMatchObject([{ link: 'stored', booking: 'set_aside', code }]);
      expect([await count('link'), await count('document')]).toEqual([2, 1]);
    }
  });

  it('counts nothing of it at an api that stood at the head either, when another linked it first', async () => {
    for (const { close, code } of closings()) {
      fair = await makeFair(database.dataSource.manager);
      const till = await enrol();
      const elsewhere = deliveryDoor(database.dataSource, NOON);
      till.sell(10_000);
      await elsewhere.deliver(till);
      await close(fair.fairId);
      till.sell(20_000);
      const request = await till.request();
      await door.post(till, request);
      const { results } = await elsewhere.post(till, request);
      expect(results).toMatchObject([{ link: 'duplicate', booking: 'set_aside', code }]);
      expect([await count('link'), await count('document')]).toEqual([2, 1]);
    }
  });

  it('goes on at an api that does not know how far another took its chain', async () => {
    const till = await enrol();
    till.sell(10_000);
    await door.deliver(till);
    const elsewhere = deliveryDoor(database.dataSource, NOON);
    const second = till.sell(20_000);
    const request = await till.request();
    await elsewhere.post(till, request);
    const { results } = await door.post(till, request);
    expect(results).toMatchObject([{ id: second.id, link: 'duplicate', booking: 'booked' }]);
    const third = till.sell(30_000);
    const answer = await door.deliver(till);
    expect(answer.results).toMatchObject([{ id: third.id, link: 'stored', booking: 'booked' }]);
    expect([await count('link'), await count('document')]).toEqual([3, 3]);
  });

  it('refuses in a fixed order, and links nothing', async () => {
    const till = await enrol();
    till.sell(10_000);
    const good = await till.request();
    const other = await enrol();
    const strangeHead = { ...good.head, hash: 'ab'.repeat(32) };
    const table: [string, () => Promise<unknown>][] = [
      ['register_unknown', () => door.post(till, { ...good, head: { ...good.head, epoch: 9 } })],
      ['document_unreadable', () => door.post(till, { ...good, documents: ['{"id":1}'] })],
      ['document_of_other_register', () => door.post(other, good)],
      ['head_differs', () => door.post(till, { ...good, head: strangeHead })],
      [
        'signature_invalid',
        async () => door.post(till, { ...good, signature: (await other.sign([])).signature }),
      ],
    ];
    for (const [code, attempt] of table) expect(await refusal(attempt())).toBe(code);
    expect(await count('link')).toBe(0);
  });
});

async function signedWith(till: TestTill, documents: TillDocument[]) {
  const { createHash } = await import('node:crypto');
  const texts = documents.map((document) => canonicalText(document));
  const last = documents.at(-1)!;
  const hash = createHash('sha256')
    .update(Buffer.from(last.previousHash, 'hex'))
    .update(texts.at(-1)!)
    .digest('hex');
  const { fairId, registerId, epoch, sequence } = last;
  return till.sign(texts, { fairId, registerId, epoch, sequence, hash });
}

describe('what is booked and flagged, never refused', () => {
  const flags = async (id: string) => {
    const [row] = await database.dataSource.query<{ flags: string[]; day: string }[]>(
      `SELECT flags, fair_day AS day FROM document WHERE fair_id = $1 AND id = $2`,
      [fair.fairId, id],
    );
    return row;
  };

  it('a sale at another booth than the register’s', async () => {
    const till = await enrol();
    const sale = till.sell(10_000);
    const { boothId, boothCode, zoneId } = place(1);
    const elsewhere = { ...sale, boothId, boothCode, zoneId };
    await door.post(till, await signedWith(till, [elsewhere]));
    expect(await flags(sale.id)).toMatchObject({ flags: ['booth_differs'] });
  });

  it('a sale that is dated before the one it follows, and none of the others', async () => {
    const till = (await enrol()).setClock(NOON);
    till.sell(10_000);
    await door.deliver(till);
    door.setClock(new Date('2025-10-30T05:00:00Z'));
    till.setClock(new Date('2025-10-28T02:00:00Z'));
    const early = till.sell(20_000);
    till.setClock(new Date('2025-10-30T04:00:00Z'));
    const honest = till.sell(30_000);
    await door.deliver(till);
    expect(await flags(early.id)).toEqual({ flags: ['clock_backwards'], day: '2025-10-28' });
    expect(await flags(honest.id)).toEqual({ flags: [], day: '2025-10-30' });
  });
});

describe('a refund that arrives before its sale', () => {
  const orphans = () => new BookOrphans(database.dataSource, { ring: () => undefined });

  it('waits aside, and is booked when the sale has arrived', async () => {
    const [seller, refunder] = [await enrol(), await enrol()];
    const sale = seller.sell(80_000);
    refunder.refund(sale, 1000);
    expect((await door.deliver(refunder)).results[0]?.code).toBe('original_missing');
    expect(await orphans().run()).toBe(0);
    await door.deliver(seller);
    const [one, other] = await Promise.all([orphans().run(), orphans().run()]);
    expect(one + other).toBe(1);
    expect(await count('document')).toBe(2);
  });

  it('stays aside when the sale has no room for it', async () => {
    const [seller, refunder] = [await enrol(), await enrol()];
    const sale = seller.sell(80_000);
    refunder.refund(sale, 1000);
    await door.deliver(refunder);
    seller.void(sale);
    await door.deliver(seller);
    expect(await orphans().run()).toBe(0);
    expect(await count('document')).toBe(2);
  });

  it('stays aside when its phone is revoked before the sale is there, at whichever api', async () => {
    const elsewhere = deliveryDoor(database.dataSource, NOON);
    const [seller, refunder] = [await enrol(), await enrol()];
    refunder.sell(10_000);
    await elsewhere.deliver(refunder);
    refunder.refund(seller.sell(80_000), 1000);
    const request = await refunder.request();
    await door.post(refunder, request);
    await database.dataSource.query(
      `UPDATE register_epoch SET revoked_at = now() WHERE fair_id = $1 AND register_id = $2`,
      [fair.fairId, refunder.registerId],
    );
    await door.deliver(seller);
    expect(await orphans().run()).toBe(0);
    const { results } = await elsewhere.post(refunder, request);
    expect(results).toMatchObject([{ booking: 'set_aside', code: 'original_missing' }]);
    expect(await count('document')).toBe(2);
  });
});

describe('the day of a document', () => {
  it.each([
    ['what the till says, when it can be', '2025-10-28T04:59:00Z', 0, '2025-10-28', []],
    [
      'not before it was enrolled, for a clock in 1970',
      '1970-01-01T00:00:00Z',
      0,
      '2025-10-28',
      ['clock_before_contact'],
    ],
    [
      'not after it was received, for a clock in 2099',
      '2099-01-01T00:00:00Z',
      0,
      '2025-10-28',
      ['clock_ahead'],
    ],
    [
      'by the offset it had measured',
      '2025-10-31T04:59:00Z',
      -3 * 86_400_000,
      '2025-10-28',
      ['clock_off'],
    ],
  ])('is %s', async (_, tillTime, clockOffsetMs, day, flags) => {
    const till = await enrol();
    const at = new Date(tillTime);
    const sale = { ...till.sell(10_000) };
    const moved = { ...sale, at: at.toISOString(), clockOffsetMs };
    await door.post(till, await signedWith(till, [moved]));
    const rows: object[] = await database.dataSource.query(
      `SELECT fair_day AS day, flags FROM document WHERE fair_id = $1`,
      [fair.fairId],
    );
    expect(rows).toEqual([{ day, flags }]);
  });

  it('drags no other sale along when the clock jumps once', async () => {
    const till = await enrol();
    const texts: TillDocument[] = [];
    for (let n = 0; n < 30; n++) {
      till.setClock(new Date(n === 5 ? '2025-10-31T03:00:00Z' : `2025-10-28T03:${n + 10}:00Z`));
      texts.push(till.sell(10_000));
    }
    await door.deliver(till);
    const rows: { n: number }[] = await database.dataSource.query(
      `SELECT count(*)::integer AS n FROM document WHERE fair_id = $1 AND corrected_at <> till_at`,
      [fair.fairId],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });
});

describe('two refunds at once', () => {
  it('cannot both have room that is there for one', async () => {
    const till = await enrol();
    const sale = till.sell(100_000);
    await door.deliver(till);
    const others = await Promise.all([enrol(), enrol(), enrol(), enrol()]);
    for (const other of others) other.refund(sale, 1000);
    const answers = await Promise.all(
      others.map((other) => deliveryDoor(database.dataSource, NOON).deliver(other)),
    );
    expect(answers.map(({ results }) => results[0]?.code ?? 'booked').sort()).toEqual([
      'booked',
      'refund_over_original',
      'refund_over_original',
      'refund_over_original',
    ]);
  });
});
