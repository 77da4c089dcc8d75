import { RoleGrant, type Caller } from '@phien/identity';
import { Clock, fairDayPlus, newId, Refusal } from '@phien/kernel';
import { brokenConstraint, type TestDatabase } from '@phien/store';
import { readVietQr } from '@phien/till';
import { Delegation } from '../exhibitor/delegation.entity';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { FairDay } from '../fair/fair-day.entity';
import { Product } from '../product/product.entity';
import { makeFair, type SmallFair } from '../testing/make-fair';
import { makeCaller, openPlanningDatabase, planVerbs } from '../testing/planning-database';
import { AddFeeRate } from './add-fee-rate';
import type { AddFeeRateDto, GiveFeeReliefDto, RecordFeePaymentDto } from './fee.dto';
import { FeeCharge } from './fee-charge.entity';
import { FeePayer } from './fee-payer.entity';
import { GiveFeeRelief } from './give-fee-relief';
import { KeepFeeAccount } from './keep-fee-account';
import { ListFeeStandings } from './list-fee-standings';
import { ListOwnFeeNotices } from './list-own-fee-notices';
import { PreviewFees } from './preview-fees';
import { ReadFeeNotice } from './read-fee-notice';
import { ReckonFees } from './reckon-fees';
import { RecordFeePayment } from './record-fee-payment';
import { ShowTariff } from './show-tariff';
import { StrikeFeePayment } from './strike-fee-payment';
import { WithdrawFeeRate } from './withdraw-fee-rate';
import { WithdrawFeeRelief } from './withdraw-fee-relief';

let database: TestDatabase;
let organizer: Caller;
let now = new Date('2025-10-20T03:00:00Z');

/** A clock that a story sets. */
class SetClock extends Clock {
  override now() {
    return now;
  }
}

const em = () => database.dataSource.manager;
let fees: ReturnType<typeof verbs>;

function verbs() {
  const [source, clock] = [database.dataSource, new SetClock()];
  const show = new ShowTariff(source);
  const list = new ListFeeStandings(source, clock);
  const read = new ReadFeeNotice(source, clock);
  return {
    show,
    list,
    read,
    addRate: new AddFeeRate(source, clock, show),
    withdrawRate: new WithdrawFeeRate(source, clock, show),
    giveRelief: new GiveFeeRelief(source, clock, show),
    withdrawRelief: new WithdrawFeeRelief(source, clock, show),
    keepAccount: new KeepFeeAccount(source, clock, show),
    preview: new PreviewFees(source, clock),
    reckon: new ReckonFees(source, clock, list),
    own: new ListOwnFeeNotices(source, clock),
    record: new RecordFeePayment(source, clock, read),
    strike: new StrikeFeePayment(source, clock, read),
  };
}

beforeAll(async () => {
  database = await openPlanningDatabase();
  fees = verbs();
  const fair = await makeFair(em());
  organizer = await makeCaller(database.dataSource, {
    grants: [{ fairId: fair.fairId, role: 'organizer' }],
  });
});

afterAll(() => database.close());

beforeEach(() => {
  now = new Date('2025-10-20T03:00:00Z');
});

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : brokenConstraint(error)),
  );

/** A fair whose organizer is ours. */
async function fairWithFees(wish?: Parameters<typeof makeFair>[1]): Promise<SmallFair> {
  const fair = await makeFair(em(), { productsPerExhibitor: 0, ...wish });
  organizer.grants.push({ fairId: fair.fairId, role: 'organizer', exhibitorId: null });
  return fair;
}

const rate = (changes: Partial<AddFeeRateDto> = {}): AddFeeRateDto => ({
  id: newId(),
  per: 'booth',
  priceVnd: 8_000_000,
  vatRatePercent: 8,
  ...changes,
});

const relief = (changes: Partial<GiveFeeReliefDto>): GiveFeeReliefDto => ({
  id: newId(),
  ground: 'ocop',
  reason: 'Kế hoạch 210/KH-UBND',
  ...changes,
});

async function reckonNow(fairId: string, dueOn = '2025-10-25') {
  const { changesHash } = await fees.preview.run(fairId);
  return fees.reckon.run(organizer, fairId, { id: newId(), changesHash, dueOn });
}

const payment = (payerId: string, changes: Partial<RecordFeePaymentDto> = {}) => ({
  id: newId(),
  payerId,
  paidOn: '2025-10-20',
  amountVnd: 8_000_000,
  method: 'transfer' as const,
  bankText: '',
  note: '',
  ...changes,
});

it('charges each booth by the tariff, asks for it by VietQR, and takes payments against it', async () => {
  const fair = await fairWithFees({ booths: 4, exhibitors: 3 });
  const { fairId } = fair;
  await fees.addRate.run(organizer, fairId, rate());
  await fees.addRate.run(organizer, fairId, rate({ zoneCode: 'B', priceVnd: 6_000_000 }));
  await fees.keepAccount.run(organizer, fairId, {
    bankBin: '970436',
    accountNumber: '0011 0012 3456',
    holderName: 'TRUNG TAM XTTM',
  });
  const preview = await fees.preview.run(fairId);
  expect(preview.changes.map(({ boothCode, afterVnd }) => [boothCode, afterVnd])).toEqual([
    ['A01', 8_000_000],
    ['A02', 8_000_000],
    ['B01', 6_000_000],
  ]);
  expect([preview.chargedBeforeVnd, preview.chargedAfterVnd]).toEqual([0, 22_000_000]);

  const wanted = { id: newId(), changesHash: preview.changesHash, dueOn: '2025-10-25' };
  const { standings } = await fees.reckon.run(organizer, fairId, wanted);
  expect((await fees.reckon.run(organizer, fairId, wanted)).standings).toEqual(standings);
  expect(await em().countBy(FeeCharge, { fairId })).toBe(3);
  const first = standings[0]!;
  expect(first).toMatchObject({ owedVnd: 8_000_000, overdueVnd: 0, dueOn: '2025-10-25' });

  const notice = await fees.read.run(organizer, fairId, first.payerId);
  expect(notice).toMatchObject({ vatVnd: 592_593, bankName: 'Vietcombank' });
  expect(readVietQr(notice.vietQr ?? '')).toMatchObject({
    vietQr: {
      bankBin: '970436',
      account: '001100123456',
      amountVnd: 8_000_000,
      purpose: first.reference,
    },
  });

  const half = payment(first.payerId, { amountVnd: 3_000_000 });
  await fees.record.run(organizer, fairId, half);
  const twice = await fees.record.run(organizer, fairId, half);
  expect(twice).toMatchObject({ paidVnd: 3_000_000, owedVnd: 5_000_000 });
  expect(readVietQr(twice.vietQr ?? '')).toMatchObject({ vietQr: { amountVnd: 5_000_000 } });

  now = new Date('2025-10-26T03:00:00Z');
  expect((await fees.list.run(fairId)).standings.map(({ overdueVnd }) => overdueVnd)).toEqual([
    5_000_000, 8_000_000, 6_000_000,
  ]);
  const rest = payment(first.payerId, { amountVnd: 5_500_000 });
  expect(await fees.record.run(organizer, fairId, rest)).toMatchObject({
    owedVnd: 0,
    overpaidVnd: 500_000,
    overdueVnd: 0,
    dueOn: null,
    vietQr: null,
  });
  const at = { fairId, paymentId: rest.id };
  const struck = await fees.strike.run(organizer, at, { reason: 'Nhầm đơn vị' });
  expect(await fees.strike.run(organizer, at, { reason: 'Lần nữa' })).toEqual(struck);
  expect(struck).toMatchObject({ owedVnd: 5_000_000, overpaidVnd: 0, overdueVnd: 5_000_000 });
  expect(struck.payments.map(({ struckReason }) => struckReason)).toEqual([null, 'Nhầm đơn vị']);
});

it('takes wrong charges back and makes others when booths, rates or reasons change, and never edits', async () => {
  const fair = await fairWithFees({ booths: 3, exhibitors: 2 });
  const { fairId, exhibitors, booths } = fair;
  const line = rate({ per: 'square_metre', priceVnd: 1_000_000 });
  await fees.addRate.run(organizer, fairId, line);
  await reckonNow(fairId);
  expect(await codeOf(reckonNow(fairId))).toBe('nothing_to_reckon');
  const payer = (await fees.list.run(fairId)).standings[0]!.payerId;
  await fees.record.run(organizer, fairId, payment(payer, { amountVnd: 9_000_000 }));

  const plan = planVerbs(database.dataSource);
  const [first] = fair.allocations;
  await plan.changeShare.run(organizer, fairId, first!.id, { id: newId(), share: 'half' });
  await fees.withdrawRate.run(organizer, { fairId, rateId: line.id });
  await fees.addRate.run(organizer, fairId, rate({ per: 'day', priceVnd: 2_000_000 }));
  const preview = await fees.preview.run(fairId);
  expect(
    preview.changes.map(({ boothCode, beforeVnd, afterVnd }) => [boothCode, beforeVnd, afterVnd]),
  ).toEqual([
    ['A01', null, 3_000_000],
    ['A02', 9_000_000, 6_000_000],
    ['A01', 9_000_000, null],
  ]);
  await reckonNow(fairId);
  const notice = await fees.read.run(organizer, fairId, payer);
  expect(notice.lines.map(({ turn, amountVnd, stands }) => [turn, amountVnd, stands])).toEqual([
    [1, 9_000_000, false],
    [2, -9_000_000, false],
    [1, 3_000_000, true],
  ]);
  expect(notice).toMatchObject({ chargedVnd: 3_000_000, paidVnd: 9_000_000, owedVnd: 0 });
  expect(notice.overpaidVnd).toBe(6_000_000);

  await fees.giveRelief.run(
    organizer,
    fairId,
    relief({ ground: 'exhibitor', exhibitorId: exhibitors[1]!.id }),
  );
  await reckonNow(fairId);
  expect((await fees.list.run(fairId)).standings[1]).toMatchObject({
    chargedVnd: 0,
    waivedVnd: 6_000_000,
    owedVnd: 0,
  });
  expect(booths).toHaveLength(3);
});

it('prices a booth by the day it was given, through moves', async () => {
  const fair = await fairWithFees({ booths: 3, exhibitors: 1 });
  const { fairId, booths } = fair;
  await fees.addRate.run(organizer, fairId, rate({ validTo: '2025-10-01', priceVnd: 5_000_000 }));
  await fees.addRate.run(organizer, fairId, rate({ validFrom: '2025-10-02' }));
  await planVerbs(database.dataSource).moveAllocation.run(
    organizer,
    fairId,
    fair.allocations[0]!.id,
    { id: newId(), boothId: booths[1]!.id },
  );
  const { changes } = await fees.preview.run(fairId);
  expect(changes.map(({ boothCode, afterVnd }) => [boothCode, afterVnd])).toEqual([
    ['A02', 5_000_000],
  ]);
});

it('frees OCOP sellers whose certificate reaches the fair, and charges a delegation for its own', async () => {
  const fair = await fairWithFees({ booths: 4 });
  const { fairId, exhibitors } = fair;
  const [starred, expired, led] = exhibitors;
  /* The evening before is none of its days. */
  await em().insert(FairDay, {
    ...{ fairId, day: '2025-10-27', opensAt: '19:00', closesAt: '22:00' },
    ...{ isOpen: false, isOpening: true, noteVi: 'Khai mạc', noteEn: 'Opening' },
  });
  const product = (exhibitorId: string, certificateExpiresOn: string) => ({
    fairId,
    id: newId(),
    exhibitorId,
    name: 'Chả mực',
    star: 4,
    certificateExpiresOn,
    priceVnd: 350_000,
    unit: 'kg',
    isDemo: false,
  });
  await em().insert(Product, [
    product(starred!.id, '2025-10-28'),
    product(expired!.id, '2025-10-27'),
  ]);
  const delegation = { fairId, id: newId(), nameVi: 'Đoàn Tiên Yên', nameEn: 'Tiên Yên' };
  await em().insert(Delegation, delegation);
  await em().update(Exhibitor, { fairId, id: led!.id }, { delegationId: delegation.id });

  await fees.addRate.run(organizer, fairId, rate());
  const ocop = relief({ minStar: 4 });
  await fees.giveRelief.run(organizer, fairId, ocop);
  await fees.giveRelief.run(
    organizer,
    fairId,
    relief({ ground: 'delegation', delegationId: delegation.id, reason: 'UBND xã trả' }),
  );
  const { standings } = await reckonNow(fairId);
  const of = (name: string) => standings.find(({ nameVi }) => nameVi === name);
  expect(of(starred!.name)).toMatchObject({ chargedVnd: 0, waivedVnd: 8_000_000 });
  expect(of(expired!.name)).toMatchObject({ chargedVnd: 8_000_000, waivedVnd: 0 });
  expect(of(led!.name)).toBeUndefined();
  expect(of('Đoàn Tiên Yên')).toMatchObject({ chargedVnd: 8_000_000 });

  /* Its lead sees the delegation's notice, the exhibitor its own alone, a stranger none. */
  const lead = await makeCaller(database.dataSource, {
    grants: [{ fairId, role: 'delegation_lead' }],
  });
  await em().insert(RoleGrant, {
    fairId,
    accountId: lead.accountId,
    role: 'delegation_lead',
    delegationId: delegation.id,
    grantedAt: now,
  });
  const seller = await makeCaller(database.dataSource, {
    grants: [{ fairId, role: 'exhibitor', exhibitorId: starred!.id }],
  });
  const names = async (caller: Caller) =>
    (await fees.own.run(caller, fairId)).map(({ nameVi }) => nameVi);
  expect(await names(lead)).toEqual(['Đoàn Tiên Yên']);
  expect(await names(seller)).toEqual([starred!.name]);
  expect((await fees.own.run(seller, fairId))[0]?.lines[0]?.reason).toBe('Kế hoạch 210/KH-UBND');
  const others = of(expired!.name)!.payerId;
  expect(await codeOf(fees.read.run(seller, fairId, others))).toBe('fee_payer_not_found');
  expect(await codeOf(fees.read.run(lead, fairId, others))).toBe('fee_payer_not_found');

  await fees.withdrawRelief.run(organizer, { fairId, reliefId: ocop.id });
  await fees.withdrawRelief.run(organizer, { fairId, reliefId: ocop.id });
  await reckonNow(fairId);
  expect((await fees.own.run(seller, fairId))[0]).toMatchObject({ owedVnd: 8_000_000 });
});

it('charges once when many charge at the same time', async () => {
  const { fairId } = await fairWithFees();
  await fees.addRate.run(organizer, fairId, rate());
  const { changesHash } = await fees.preview.run(fairId);
  const answers = await Promise.all(
    Array.from({ length: 6 }, () =>
      codeOf(fees.reckon.run(organizer, fairId, { id: newId(), changesHash, dueOn: '2025-10-25' })),
    ),
  );
  expect(answers.sort()).toEqual(['done', ...Array<string>(5).fill('fees_changed_since')]);
  expect(await em().countBy(FeeCharge, { fairId })).toBe(4);
});

it('frees neither an exhibitor nor a delegation that goes at the same moment', async () => {
  const { fairId } = await fairWithFees({ booths: 2 });
  const exhibitorId = newId();
  const delegationId = newId();
  const [kept] = await em().findBy(Exhibitor, { fairId });
  await em().insert(Exhibitor, { ...kept!, id: exhibitorId, delegationId: null, taxCode: null });
  await em().insert(Delegation, { fairId, id: delegationId, nameVi: 'Đoàn đi', nameEn: 'Going' });
  const going = database.dataSource.createQueryRunner();
  await going.startTransaction();
  await going.manager.delete(Exhibitor, { fairId, id: exhibitorId });
  await going.manager.delete(Delegation, { fairId, id: delegationId });
  const attempts = Promise.all([
    codeOf(fees.giveRelief.run(organizer, fairId, relief({ ground: 'exhibitor', exhibitorId }))),
    codeOf(fees.giveRelief.run(organizer, fairId, relief({ ground: 'delegation', delegationId }))),
  ]);
  await untilTwoWait();
  await going.commitTransaction();
  await going.release();
  expect(await attempts).toEqual(['exhibitor_not_found', 'delegation_unknown']);
});

async function untilTwoWait(): Promise<void> {
  for (;;) {
    const [row] = await database.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
        WHERE NOT l.granted AND a.datname = current_database()`,
    );
    if ((row?.count ?? 0) >= 2) return;
  }
}

it('refuses in this order, and in these words', async () => {
  const { fairId } = await fairWithFees();
  const base = rate({ validFrom: '2025-09-01', validTo: '2025-09-30' });
  await fees.addRate.run(organizer, fairId, base);
  await fees.addRate.run(organizer, fairId, base);
  const given = relief({ minStar: 5 });
  await fees.giveRelief.run(organizer, fairId, given);
  await fees.giveRelief.run(organizer, fairId, given);
  const add = (changes: Partial<AddFeeRateDto>) =>
    fees.addRate.run(organizer, fairId, rate(changes));
  const give = (changes: Partial<GiveFeeReliefDto>) =>
    fees.giveRelief.run(organizer, fairId, relief(changes));
  const attempts: [() => Promise<unknown>, string][] = [
    [() => add({ id: base.id, zoneCode: 'Z' }), 'other_fee_rate'],
    [
      () => add({ zoneCode: 'Z', validFrom: '2025-09-02', validTo: '2025-09-01' }),
      'fee_zone_unknown',
    ],
    [() => add({ validFrom: '2025-09-02', validTo: '2025-09-01' }), 'fee_rate_backwards'],
    [() => add({ areaFromM2: 9, areaBelowM2: 9 }), 'fee_rate_backwards'],
    [() => add({ validFrom: '2025-09-30' }), 'fee_rate_overlaps'],
    [() => add({ validFrom: '2025-10-01' }), 'done'],
    [() => add({}), 'fee_rate_overlaps'],
    [() => add({ zoneCode: 'A' }), 'done'],
    [() => add({ areaBelowM2: 18 }), 'done'],
    [() => add({ areaFromM2: 17 }), 'fee_rate_overlaps'],
    [() => add({ areaFromM2: 18 }), 'done'],
    [() => fees.withdrawRate.run(organizer, { fairId, rateId: newId() }), 'fee_rate_not_found'],
    [() => give({ id: given.id, minStar: 4 }), 'other_fee_relief'],
    [() => give({ ground: 'kind', minStar: 4 }), 'fee_relief_ground_missing'],
    [() => give({ ground: 'exhibitor', exhibitorId: newId() }), 'exhibitor_not_found'],
    [() => give({ ground: 'delegation', delegationId: newId() }), 'delegation_unknown'],
    [
      () => fees.withdrawRelief.run(organizer, { fairId, reliefId: newId() }),
      'fee_relief_not_found',
    ],
  ];
  for (const [at, [attempt, code]] of attempts.entries()) {
    expect([at, await codeOf(attempt())]).toEqual([at, code]);
  }

  const { changesHash } = await fees.preview.run(fairId);
  const id = newId();
  const reckon = (changes: object) =>
    fees.reckon.run(organizer, fairId, { id, changesHash, dueOn: '2025-10-25', ...changes });
  const other = '0'.repeat(64);
  expect(await codeOf(reckon({ changesHash: other }))).toBe('fees_changed_since');
  const { standings } = await reckon({});
  expect(await codeOf(reckon({ dueOn: '2025-10-26' }))).toBe('other_reckoning');

  const paid = payment(standings[0]!.payerId);
  await fees.record.run(organizer, fairId, paid);
  const record = (changes: Partial<RecordFeePaymentDto>) =>
    codeOf(fees.record.run(organizer, fairId, { ...paid, ...changes }));
  expect(await record({ payerId: newId(), paidOn: '2025-10-21' })).toBe('fee_payer_not_found');
  expect(await record({ paidOn: '2025-10-21', amountVnd: 1 })).toBe('fee_paid_in_future');
  expect(await record({ amountVnd: 1 })).toBe('other_fee_payment');
  expect(
    await codeOf(fees.strike.run(organizer, { fairId, paymentId: newId() }, { reason: 'Nhầm' })),
  ).toBe('fee_payment_not_found');
});

it('keeps charges whole, in turns and for ever, whatever code writes them', async () => {
  const { fairId } = await fairWithFees({ booths: 2 });
  await fees.addRate.run(organizer, fairId, rate());
  await reckonNow(fairId);
  const [stands, second] = await em().findBy(FeeCharge, { fairId });
  const write = (changes: Partial<FeeCharge>) =>
    codeOf(em().insert(FeeCharge, { ...stands!, ...changes }));
  const back = {
    turn: 2,
    previousTurn: 1,
    priceVnd: -8_000_000,
    amountVnd: -8_000_000,
    vatVnd: -592_593,
  };
  expect(await write({})).toBe('fee_charge_pkey');
  expect(await write({ turn: 3, previousTurn: 2 })).toBe(
    'fee_charge_fair_id_allocation_id_previous_turn_fkey',
  );
  expect(await write({ ...back, previousTurn: null })).toBe('fee_charge_turns_follow');
  expect(await write({ ...back, priceVnd: -7_000_000 })).toBe('fee_charge_sum');
  expect(await write({ turn: 2, previousTurn: 1 })).toBe('fee_charge_signs');
  expect(await write({ ...back, sixths: 7 })).toBe('fee_charge_sixths_range');
  expect(await write({ ...back, priceVnd: -9_000_000, waivedVnd: -1_000_000 })).toBe(
    'fee_charge_waived_for_a_reason',
  );
  expect(await write({ ...back, priceVnd: -7_000_000, amountVnd: -7_000_000 })).toBe(
    'fee_charge_mirrors',
  );
  expect(await write({ ...back, payerId: second!.payerId })).toBe('fee_charge_mirrors');
  expect(await write(back)).toBe('done');

  const payer = await em().findOneByOrFail(FeePayer, { fairId, id: stands!.payerId });
  const name = (changes: Partial<FeePayer>) =>
    codeOf(em().insert(FeePayer, { ...payer, id: newId(), ...changes }));
  expect(await name({ reference: 'PHABCDE2' })).toBe('fee_payer_fair_id_exhibitor_id_key');
  expect(await name({ exhibitorId: null, delegationId: newId() })).toBe(
    'fee_payer_fair_id_reference_key',
  );

  const refused = async (sql: string) =>
    codeOf(em().query(sql, sql.includes('$1') ? [fairId] : []));
  for (const table of [
    'fee_charge',
    'fee_payer',
    'fee_reckoning',
    'fee_payment',
    'fee_payment_struck',
  ]) {
    expect([table, await refused(`DELETE FROM ${table} WHERE fair_id = $1`)]).not.toContain('done');
  }
  expect(await refused(`UPDATE fee_rate SET price_vnd = 1 WHERE fair_id = $1`)).not.toBe('done');
  expect(await refused(`DELETE FROM fee_relief WHERE fair_id = $1`)).not.toBe('done');
});

it.each([
  [
    'fee_account',
    `(bank_bin, account_number, holder_name, changed_at) VALUES ('97', '1', '', now())`,
    'fee_account_bank_shape',
  ],
  [
    'fee_account',
    `(bank_bin, account_number, holder_name, changed_at) VALUES ('970436', '-', '', now())`,
    'fee_account_number_shape',
  ],
  ['fee_rate', `(booth_kind) VALUES ('corner')`, 'fee_rate_kind_known'],
  ['fee_rate', `(area_from_m2, area_below_m2) VALUES (9, 9)`, 'fee_rate_area_in_order'],
  [
    'fee_rate',
    `(valid_from, valid_to) VALUES ('2025-09-02', '2025-09-01')`,
    'fee_rate_days_in_order',
  ],
  ['fee_rate', `(per) VALUES ('hour')`, 'fee_rate_per_known'],
  ['fee_rate', `(price_vnd) VALUES (-1)`, 'fee_rate_price_range'],
  ['fee_rate', `(vat_rate_percent) VALUES (101)`, 'fee_rate_vat_range'],
  ['fee_rate', `(withdrawn_at) VALUES (now())`, 'fee_rate_withdrawal_whole'],
  ['fee_relief', `(ground) VALUES ('kind')`, 'fee_relief_ground_named'],
  ['fee_relief', `(min_star) VALUES (2)`, 'fee_relief_star_range'],
  ['fee_relief', `(reason) VALUES (' ')`, 'fee_relief_reasoned'],
  ['fee_relief', `(withdrawn_at) VALUES (now())`, 'fee_relief_withdrawal_whole'],
  ['fee_payer', `(reference) VALUES ('PHABCDE2')`, 'fee_payer_is_one'],
  [
    'fee_payer',
    `(exhibitor_id, reference) VALUES (gen_random_uuid(), 'PHABCDE1')`,
    'fee_payer_reference_shape',
  ],
  ['fee_reckoning', `(changes_hash) VALUES ('x')`, 'fee_reckoning_hash_shape'],
  ['fee_payment', `(amount_vnd) VALUES (0)`, 'fee_payment_amount_range'],
  ['fee_payment', `(method) VALUES ('gold')`, 'fee_payment_method_known'],
  ['fee_payment', `(note) VALUES (repeat('x', 201))`, 'fee_payment_texts'],
  ['fee_payment_struck', `(reason) VALUES (' ')`, 'fee_payment_struck_reasoned'],
])('refuses in %s %s', async (table, said, constraint) => {
  const row: Record<string, Record<string, string>> = {
    fee_account: {},
    fee_rate: {
      id: 'gen_random_uuid()',
      per: `'booth'`,
      price_vnd: '1',
      added_by: 'NULL',
      added_at: 'now()',
    },
    fee_relief: {
      id: 'gen_random_uuid()',
      ground: `'ocop'`,
      min_star: '3',
      reason: `'x'`,
      given_by: 'NULL',
      given_at: 'now()',
    },
    fee_payer: { id: 'gen_random_uuid()' },
    fee_reckoning: {
      id: 'gen_random_uuid()',
      due_on: 'now()',
      reckoned_by: 'NULL',
      reckoned_at: 'now()',
    },
    fee_payment: {
      id: 'gen_random_uuid()',
      payer_id: 'gen_random_uuid()',
      paid_on: 'now()',
      amount_vnd: '1',
      method: `'cash'`,
      bank_text: `''`,
      note: `''`,
      recorded_by: 'NULL',
      recorded_at: 'now()',
    },
    fee_payment_struck: { payment_id: 'gen_random_uuid()', struck_by: 'NULL', struck_at: 'now()' },
  };
  const [, names = '', values = ''] = /^\((.*?)\) VALUES \((.*)\)$/.exec(said) ?? [];
  const whole: Record<string, string> = { fair_id: 'gen_random_uuid()', ...row[table] };
  names.split(', ').forEach((name, at) => {
    whole[name] = values.split(/, (?![^(]*\))/)[at] ?? '';
  });
  for (const [name, value] of Object.entries(whole)) {
    if (value === 'NULL') whole[name] = `'${organizer.accountId}'`;
  }
  const insert = `INSERT INTO ${table} (${Object.keys(whole).join()}) VALUES (${Object.values(whole).join()})`;
  expect(await codeOf(em().query(insert))).toBe(constraint);
});

it('counts days in the fair’s own zone', async () => {
  const { fairId } = await fairWithFees({ booths: 1 });
  await fees.addRate.run(organizer, fairId, rate());
  await reckonNow(fairId, '2025-10-20');
  now = new Date('2025-10-20T16:59:59Z');
  expect((await fees.list.run(fairId)).standings[0]?.overdueVnd).toBe(0);
  now = new Date('2025-10-20T17:00:00Z');
  expect(await fees.list.run(fairId)).toMatchObject({
    today: fairDayPlus('2025-10-20', 1),
    standings: [{ overdueVnd: 8_000_000 }],
  });
});
