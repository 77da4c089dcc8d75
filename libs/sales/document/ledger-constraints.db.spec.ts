import { makeFair, type SmallFair } from '@phien/planning';
import { brokenConstraint, type TestDatabase } from '@phien/store';
import { deliveryDoor } from '../testing/deliver-to';
import { openSalesDatabase } from '../testing/sales-database';
import { TestTill } from '../testing/test-till';

const MORNING = new Date('2025-10-28T01:30:00Z');
const NOON = new Date('2025-10-28T05:00:00Z');

const TABLES = [
  'register',
  'enrolment_code',
  'register_epoch',
  'link',
  'document',
  'document_line',
  'document_payment',
  'set_aside',
  'signed_head',
  'conflicting_document',
  'set_aside_decision',
  'set_aside_proposal',
  'register_status',
];

/** Keys that widen another key so that a foreign key can point at them; the narrower one refuses first. */
const IMPLIED = [
  'register_fair_id_id_exhibitor_id_key',
  'register_epoch_fair_id_register_id_epoch_genesis_key',
  'link_fair_id_register_id_epoch_sequence_hash_key',
  'document_fair_id_id_exhibitor_id_key',
];

let database: TestDatabase;
let fair: SmallFair;
let till: TestTill;
let other: TestTill;
/** A sale, its refund, and linked documents that nobody has booked. */
let sale: string;
let refund: string;
let unbooked: string[];
const seen = new Set<string>();

beforeAll(async () => {
  database = await openSalesDatabase();
  fair = await makeFair(database.dataSource.manager);
  const door = deliveryDoor(database.dataSource, NOON);
  till = await enrol(0);
  other = await enrol(1);
  const first = till.sell(10_000);
  sale = first.id;
  refund = till.refund(first, 500).id;
  await door.deliver(till);
  other.sell(20_000);
  await door.deliver(other);
  await sql(`UPDATE register_epoch SET revoked_at = $1 WHERE register_id = $2`, [
    NOON,
    till.registerId,
  ]);
  for (let n = 0; n < 3; n++) till.sell(10_000);
  const late = await door.deliver(till);
  unbooked = late.results.map(({ id }) => id);
  await sql(
    `INSERT INTO account (id, login, name, password_hash, created_at) VALUES ($1, 'ban-to-chuc', 'Ban tổ chức', '-', $2)`,
    [fair.fairId, NOON],
  );
  await sql(`INSERT INTO enrolment_code VALUES ($1, sha256('code'), $2, $1, $3, $3, NULL)`, [
    fair.fairId,
    till.registerId,
    NOON,
  ]);
  await sql(
    `INSERT INTO conflicting_document SELECT fair_id, register_id, epoch, sequence, hash, document_id, canonical, received_at
     FROM link WHERE document_id = $1`,
    [sale],
  );
  await sql(
    `INSERT INTO set_aside_decision VALUES ($1, $2, 'refused', 'Máy bị mất', $1, $3, NULL)`,
    [fair.fairId, unbooked[2], NOON],
  );
  await sql(`INSERT INTO set_aside_proposal VALUES ($1, $2, 'Có giấy tay', $1, $3)`, [
    fair.fairId,
    unbooked[1],
    NOON,
  ]);
  await sql(
    `INSERT INTO register_status VALUES ($1, $2, 1, 7, $3, 0, 5, 3, 1, NULL, true, 'till-a', true, 1, 2, true, $3)`,
    [fair.fairId, till.registerId, NOON],
  );
});

afterAll(() => database.close());

const sql = <T = unknown>(text: string, values: unknown[] = []): Promise<T> =>
  database.dataSource.query<T>(text, values);

function enrol(at: number): Promise<TestTill> {
  const exhibitor = fair.exhibitors[at];
  const booth = fair.booths.find(({ id }) => id === exhibitor?.boothId);
  if (!exhibitor || !booth) throw new Error('the small fair has no such exhibitor');
  const place = {
    fairId: fair.fairId,
    exhibitorId: exhibitor.id,
    boothId: booth.id,
    boothCode: booth.code,
    zoneId: booth.zoneId,
  };
  return TestTill.enrol(database.dataSource.manager, place, { at: MORNING });
}

/** The constraint that refuses, or 'nothing'. What was let through is rolled back. */
async function refused(text: string, values: unknown[] = []): Promise<string> {
  const runner = database.dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(text, values);
    await runner.query('SET CONSTRAINTS ALL IMMEDIATE');
    return 'nothing';
  } catch (error) {
    const name = brokenConstraint(error) ?? String(error);
    seen.add(name);
    return name;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

/** Inserts a row like the one `where` finds, with some columns (SQL) changed, after what is written `first`. */
async function copy(
  table: string,
  where: string,
  change: Record<string, string>,
  first = '',
): Promise<string> {
  const columns = await sql<{ name: string }[]>(
    `SELECT column_name AS name FROM information_schema.columns
      WHERE table_name = $1 AND table_schema = 'public' ORDER BY ordinal_position`,
    [table],
  );
  const values = columns.map(({ name }) => change[name] ?? `t.${name}`);
  return refused(
    `${first} INSERT INTO ${table} SELECT ${values.join(', ')} FROM ${table} t WHERE ${where}`,
  );
}

/** An organizer takes a document that was set aside. */
const accepted = (id: string) =>
  `INSERT INTO set_aside_decision VALUES (${quoted(fair.fairId)}, ${quoted(id)}, 'accepted',
     'Có giấy tay', ${quoted(fair.fairId)}, now(), ${quoted(id)});`;

const quoted = (id: string | undefined) => `'${id}'::uuid`;
const NEW_ID = 'gen_random_uuid()';

describe('the chain', () => {
  const first = () => `t.document_id = ${quoted(sale)}`;
  const last = () => `t.document_id = ${quoted(unbooked[2])}`;
  const next = {
    sequence: 't.sequence + 1',
    previous_sequence: 't.sequence',
    previous_hash: 't.hash',
    hash: 'sha256(t.hash || t.canonical)',
    genesis: 'NULL::bytea',
    document_id: NEW_ID,
  };

  it('takes a link that extends it', async () => {
    expect(await copy('link', last(), next)).toBe('nothing');
  });

  it.each([
    ['the same number twice', first, {}, 'link_pkey'],
    [
      'the same document twice',
      last,
      { ...next, document_id: 't.document_id' },
      'link_fair_id_document_id_key',
    ],
    [
      'a skipped number',
      last,
      { ...next, sequence: 't.sequence + 2', previous_sequence: 't.sequence + 1' },
      'link_extends_chain',
    ],
    [
      'a fork',
      last,
      { ...next, previous_hash: 't.previous_hash', hash: 'sha256(t.previous_hash || t.canonical)' },
      'link_extends_chain',
    ],
    ['a hash of other bytes', last, { ...next, hash: 'sha256(t.canonical)' }, 'link_hash_of_bytes'],
    [
      'a number that does not follow',
      last,
      { ...next, previous_sequence: 't.sequence - 1' },
      'link_previous_is_one_less',
    ],
    [
      'a number below one',
      last,
      { ...next, sequence: '0::bigint', previous_sequence: '-1::bigint' },
      'link_sequence_positive',
    ],
    ['a genesis in mid-chain', last, { ...next, genesis: 't.hash' }, 'link_starts_from_genesis'],
    [
      'a short previous hash',
      last,
      { ...next, previous_hash: `'x'::bytea`, hash: `sha256('x'::bytea || t.canonical)` },
      'link_previous_hash_length',
    ],
    [
      'endless bytes',
      last,
      {
        ...next,
        canonical: `convert_to(repeat('x', 65537), 'UTF8')`,
        hash: `sha256(t.hash || convert_to(repeat('x', 65537), 'UTF8'))`,
      },
      'link_canonical_bounded',
    ],
    [
      'an epoch that nobody enrolled',
      first,
      { epoch: '7', document_id: NEW_ID },
      'link_fair_id_register_id_epoch_fkey',
    ],
  ] as [string, () => string, Record<string, string>, string][])(
    'refuses %s',
    async (_, where, change, constraint) => {
      expect(await copy('link', where(), change)).toBe(constraint);
    },
  );

  it('refuses a first link that does not start from its epoch’s key', async () => {
    const again = await TestTill.enrol(database.dataSource.manager, till.place, {
      registerId: till.registerId,
      epoch: 2,
      at: MORNING,
    });
    expect(await copy('link', first(), { epoch: String(again.epoch), document_id: NEW_ID })).toBe(
      'link_fair_id_register_id_epoch_genesis_fkey',
    );
  });
});

describe('registers', () => {
  const own = () => `t.register_id = ${quoted(till.registerId)} AND t.epoch = 1`;
  const code = 'true';

  it.each([
    ['register', () => `t.id = ${quoted(till.registerId)}`, {}, 'register_pkey'],
    [
      'register',
      () => `t.id = ${quoted(till.registerId)}`,
      { id: NEW_ID, fair_id: NEW_ID },
      'register_fair_id_fkey',
    ],
    [
      'register',
      () => `t.id = ${quoted(till.registerId)}`,
      { id: NEW_ID, exhibitor_id: NEW_ID },
      'register_fair_id_exhibitor_id_fkey',
    ],
    [
      'register',
      () => `t.id = ${quoted(till.registerId)}`,
      { id: NEW_ID, booth_id: NEW_ID },
      'register_fair_id_booth_id_fkey',
    ],
    ['register_epoch', own, {}, 'register_epoch_pkey'],
    ['register_epoch', own, { register_id: NEW_ID }, 'register_epoch_genesis_of_key'],
    [
      'register_epoch',
      own,
      { epoch: '0', phone_epoch: '0', genesis: genesis(`'0'`) },
      'register_epoch_positive',
    ],
    ['register_epoch', own, { phone_epoch: '2' }, 'register_epoch_phone_first'],
    [
      'register_epoch',
      own,
      { epoch: '7', phone_epoch: '6', genesis: genesis(`'7'`) },
      'register_epoch_fair_id_register_id_phone_epoch_fkey',
    ],
    [
      'register_epoch',
      own,
      { register_id: 't.fair_id', genesis: genesis('t.epoch::text', 't.fair_id::text') },
      'register_epoch_fair_id_register_id_fkey',
    ],
    ['enrolment_code', () => code, {}, 'enrolment_code_pkey'],
    ['enrolment_code', () => code, { code_hash: `'short'::bytea` }, 'enrolment_code_hashed'],
    [
      'enrolment_code',
      () => code,
      { code_hash: `sha256('2')`, register_id: NEW_ID },
      'enrolment_code_fair_id_register_id_fkey',
    ],
    [
      'enrolment_code',
      () => code,
      { code_hash: `sha256('3')`, issued_by: NEW_ID },
      'enrolment_code_issued_by_fkey',
    ],
  ] as [string, () => string, Record<string, string>, string][])(
    'a row of %s',
    async (table, where, change, constraint) => {
      expect(await copy(table, where(), change)).toBe(constraint);
    },
  );

  function genesis(epoch: string, register = 't.register_id::text'): string {
    return `sha256(convert_to(t.fair_id::text || ':' || ${register} || ':' || ${epoch} || ':' || encode(t.public_key, 'hex'), 'UTF8'))`;
  }
});

describe('a document', () => {
  const aSale = () => `t.id = ${quoted(sale)}`;
  const aRefund = () => `t.id = ${quoted(refund)}`;
  const bare = () => ({ id: quoted(unbooked[0]), total_vnd: '0' });

  it.each([
    ['the same twice', aSale, () => ({ total_vnd: '0' }), 'document_pkey'],
    [
      'lines, payments and total that differ',
      aSale,
      () => ({ id: quoted(unbooked[0]) }),
      'document_balanced',
    ],
    ['one without a link', aSale, () => ({ ...bare(), id: NEW_ID }), 'document_fair_id_id_fkey'],
    ['a sale below zero', aSale, () => ({ ...bare(), total_vnd: '-1' }), 'document_sign'],
    ['a refund of nothing', aSale, () => ({ ...bare(), kind: `'refund'` }), 'document_sign'],
    ['a kind nobody knows', aSale, () => ({ ...bare(), kind: `'gift'` }), 'document_kind_known'],
    [
      'a shift without its float',
      aSale,
      () => ({ ...bare(), kind: `'shift_open'` }),
      'document_cash_fields',
    ],
    [
      'a minute after the day',
      aSale,
      () => ({ ...bare(), fair_minute: '2160' }),
      'document_minute_range',
    ],
    [
      'a booth of another zone',
      aSale,
      () => ({ ...bare(), zone_id: NEW_ID }),
      'document_fair_id_booth_id_zone_id_fkey',
    ],
    [
      'another exhibitor’s',
      aSale,
      () => ({ ...bare(), exhibitor_id: quoted(fair.exhibitors[1]?.id) }),
      'document_fair_id_register_id_exhibitor_id_fkey',
    ],
    [
      'a refund of a sale that is not there',
      aRefund,
      () => ({ ...bare(), original_id: NEW_ID }),
      'document_fair_id_original_id_exhibitor_id_fkey',
    ],
    [
      'a refund of a refund',
      aRefund,
      () => ({ ...bare(), original_id: quoted(refund) }),
      'document_original_is_sale',
    ],
    [
      'a void of a sale with refunds',
      aRefund,
      () => ({ ...bare(), kind: `'void'` }),
      'document_void_is_whole',
    ],
  ] as [string, () => string, () => Record<string, string>, string][])(
    'refuses %s',
    async (_, where, change, constraint) => {
      const first = accepted(unbooked[0]!);
      expect(await copy('document', where(), change(), first)).toBe(constraint);
    },
  );

  it('refuses what was set aside, until somebody accepts it', async () => {
    const opens = { kind: `'shift_open'`, float_vnd: '0', total_vnd: '0' };
    const book = (id: string, first = '') =>
      copy('document', aSale(), { ...opens, id: quoted(id) }, first);
    expect(await book(unbooked[0]!)).toBe('document_not_set_aside');
    expect(await book(unbooked[0]!, accepted(unbooked[0]!))).toBe('nothing');
    expect(await book(unbooked[2]!)).toBe('document_not_refused');
  });

  const withParts = (id: string, kind: string, vnd: number) => `
    ${accepted(id)}
    WITH lines AS (INSERT INTO document_line (fair_id, document_id, line_no, name, quantity_milli, unit, unit_vnd, discount_vnd, amount_vnd)
      VALUES (${quoted(fair.fairId)}, ${quoted(id)}, 1, 'x', -1000, 'hộp', ${-vnd}, 0, ${vnd}))
    INSERT INTO document_payment (fair_id, document_id, payment_no, method, amount_vnd)
      VALUES (${quoted(fair.fairId)}, ${quoted(id)}, 1, 'other', ${vnd});
    INSERT INTO document SELECT (jsonb_populate_record(t, jsonb_build_object('id', ${quoted(id)}, 'kind', '${kind}', 'total_vnd', ${vnd},
      'original_id', ${quoted(sale)}))).* FROM document t WHERE t.id = ${quoted(sale)};`;

  it('refuses refunds that are more than the sale', async () => {
    expect(await refused(withParts(unbooked[0]!, 'refund', -5_000))).toBe('nothing');
    expect(await refused(withParts(unbooked[0]!, 'refund', -5_001))).toBe(
      'document_refund_covered',
    );
  });

  it('refuses a second void', async () => {
    const [theirs] = await sql<{ id: string }[]>(`SELECT id FROM document WHERE register_id = $1`, [
      other.registerId,
    ]);
    const voids = (id: string) =>
      withParts(id, 'void', -20_000).replaceAll(quoted(sale), quoted(theirs?.id));
    const mine = [`${quoted(unbooked[0])}`, `${quoted(unbooked[1])}`];
    expect(mine).toHaveLength(2);
    expect(await refused(voids(unbooked[0]!))).toBe('nothing');
    expect(await refused(voids(unbooked[0]!) + voids(unbooked[1]!))).toBe('document_one_void');
  });
});

describe('lines, payments and the rest', () => {
  const line = () => `t.document_id = ${quoted(sale)}`;
  const open = () => ({ document_id: quoted(unbooked[0]) });

  it.each([
    ['document_line', () => ({ line_no: '9::smallint' }), 'document_is_closed'],
    ['document_line', () => ({}), 'document_line_pkey'],
    ['document_line', () => ({ ...open(), quantity_milli: '0' }), 'document_line_quantity'],
    ['document_line', () => ({ ...open(), star: '2::smallint' }), 'document_line_star'],
    ['document_line', () => ({ ...open(), unit_vnd: '-1' }), 'document_line_price'],
    ['document_line', () => ({ ...open(), vat_vnd: 'NULL::bigint' }), 'document_line_vat'],
    ['document_line', open, 'document_line_fair_id_document_id_fkey'],
    ['document_payment', () => ({ payment_no: '9::smallint' }), 'document_is_closed'],
    ['document_payment', () => ({}), 'document_payment_pkey'],
    [
      'document_payment',
      () => ({
        ...open(),
        method: `'barter'`,
        tendered_vnd: 'NULL::bigint',
        change_vnd: 'NULL::bigint',
      }),
      'document_payment_method_known',
    ],
    [
      'document_payment',
      () => ({ ...open(), change_vnd: '1' }),
      'document_payment_cash_is_tendered_less_change',
    ],
    ['document_payment', open, 'document_payment_fair_id_document_id_fkey'],
    ['signed_head', () => ({}), 'signed_head_pkey'],
    ['signed_head', () => ({ sequence: '99::bigint' }), 'signed_head_of_link'],
    ['conflicting_document', () => ({}), 'conflicting_document_pkey'],
    [
      'conflicting_document',
      () => ({ epoch: '7' }),
      'conflicting_document_fair_id_register_id_epoch_fkey',
    ],
    ['set_aside', () => ({}), 'set_aside_pkey'],
    ['set_aside', () => ({ document_id: NEW_ID }), 'set_aside_fair_id_document_id_fkey'],
    ['set_aside_decision', () => ({}), 'set_aside_decision_pkey'],
    [
      'set_aside_decision',
      () => ({ document_id: NEW_ID }),
      'set_aside_decision_fair_id_document_id_fkey',
    ],
    [
      'set_aside_decision',
      () => ({ document_id: quoted(unbooked[0]), verdict: `'perhaps'` }),
      'set_aside_decision_verdict_known',
    ],
    [
      'set_aside_decision',
      () => ({ document_id: quoted(unbooked[0]), reason: `'  '` }),
      'set_aside_decision_reason_given',
    ],
    [
      'set_aside_decision',
      () => ({ document_id: quoted(unbooked[0]), decided_by: NEW_ID }),
      'set_aside_decision_decided_by_fkey',
    ],
    [
      'set_aside_decision',
      () => ({ document_id: quoted(unbooked[0]), verdict: `'accepted'` }),
      'set_aside_decision_accepted_is_booked',
    ],
    [
      'set_aside_decision',
      () => ({
        document_id: quoted(unbooked[0]),
        verdict: `'accepted'`,
        booked_id: quoted(unbooked[0]),
      }),
      'set_aside_decision_fair_id_booked_id_fkey',
    ],
    ['set_aside_proposal', () => ({}), 'set_aside_proposal_pkey'],
    [
      'set_aside_proposal',
      () => ({ document_id: NEW_ID }),
      'set_aside_proposal_fair_id_document_id_fkey',
    ],
    [
      'set_aside_proposal',
      () => ({ document_id: quoted(unbooked[0]), reason: `' '` }),
      'set_aside_proposal_reasoned',
    ],
    [
      'set_aside_proposal',
      () => ({ document_id: quoted(unbooked[0]), proposed_by: NEW_ID }),
      'set_aside_proposal_proposed_by_fkey',
    ],
    ['register_status', () => ({}), 'register_status_pkey'],
    ['register_status', () => ({ epoch: '7' }), 'register_status_fair_id_register_id_epoch_fkey'],
    ['register_status', () => ({ number: '0::bigint' }), 'register_status_number_positive'],
    ['register_status', () => ({ unsent_count: '-1' }), 'register_status_counts'],
    ['register_status', () => ({ clash_count: '3' }), 'register_status_counts'],
    ['register_status', () => ({ app_build: `''` }), 'register_status_build_bounded'],
    ['register_status', () => ({ storage_used_bytes: '-1::bigint' }), 'register_status_storage'],
  ] as [string, () => Record<string, string>, string][])(
    'refuses a wrong row of %s',
    async (table, change, constraint) => {
      const where = ['document_line', 'document_payment'].includes(table)
        ? line()
        : `ctid = (SELECT min(ctid) FROM ${table})`;
      expect(await copy(table, where, change())).toBe(constraint);
    },
  );

  it.each([
    'link',
    'document',
    'document_line',
    'document_payment',
    'set_aside',
    'signed_head',
    'conflicting_document',
    'set_aside_decision',
    'set_aside_proposal',
  ])('refuses to change, delete or truncate %s', async (table) => {
    expect(await refused(`UPDATE ${table} SET fair_id = fair_id`)).toBe('append_only');
    expect(await refused(`DELETE FROM ${table}`)).toBe('append_only');
    expect(await refused(`TRUNCATE ${table} CASCADE`)).toBe('append_only');
  });
});

it('refuses, once the fair is sealed, what one person alone accepts', async () => {
  const [one, second] = [quoted(fair.fairId), quoted(fair.zones[0]?.id)];
  const at = `'${NOON.toISOString()}'::timestamptz`;
  const sealed = `
    INSERT INTO account (id, login, name, password_hash, created_at) VALUES (${second}, 'hoa', 'Hoa', '-', ${at});
    INSERT INTO fair_seal VALUES (${one}, ${one}, ${at}, ${second}, ${at});
    UPDATE fair SET state = 'sealed' WHERE id = ${one};
    INSERT INTO set_aside VALUES (${one}, ${quoted(sale)}, 'fair_sealed', NULL, ${at});`;
  const proposedBy = (who: string) =>
    `INSERT INTO set_aside_proposal VALUES (${one}, ${quoted(sale)}, 'Có giấy tay', ${who}, ${at});`;
  const accepted = `INSERT INTO set_aside_decision
    VALUES (${one}, ${quoted(sale)}, 'accepted', 'Có giấy tay', ${one}, ${at}, ${quoted(sale)})`;
  expect(await refused(sealed + accepted)).toBe('set_aside_decision_by_two');
  expect(await refused(sealed + proposedBy(one) + accepted)).toBe('set_aside_decision_by_two');
  expect(await refused(sealed + proposedBy(second) + accepted)).toBe('nothing');
});

it('refuses to put what a phone said before over what it said since', async () => {
  const said = (number: number) => refused(`UPDATE register_status SET number = ${number}`);
  expect([await said(6), await said(7), await said(8)]).toEqual([
    'register_status_only_newer',
    'register_status_only_newer',
    'nothing',
  ]);
});

it('has been seen to refuse by every constraint of the ledger', async () => {
  const constraints = await sql<{ name: string }[]>(
    `SELECT conname::text AS name FROM pg_constraint WHERE contype <> 'n' AND conrelid = ANY ($1::regclass[])`,
    [TABLES],
  );
  const unseen = constraints.map(({ name }) => name).filter((name) => !seen.has(name));
  expect(unseen.sort()).toEqual([...IMPLIED].sort());
});
