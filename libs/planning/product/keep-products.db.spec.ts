import { AuditEntry, type Caller } from '@phien/identity';
import { newId, Refusal, systemClock } from '@phien/kernel';
import type { TestDatabase } from '@phien/store';
import type { DataSource } from 'typeorm';
import { makeFair, type SmallFair } from '../testing/make-fair';
import { makeCaller, openPlanningDatabase } from '../testing/planning-database';
import { jpegOf, pngOf } from '../testing/photos';
import { AddProduct } from './add-product';
import { ChangeProduct } from './change-product';
import { KeepProductPhoto } from './keep-product-photo';
import { ListProducts } from './list-products';
import { Product } from './product.entity';
import type { AddProductDto, ProductDto } from './product.dto';
import { ReadProductPhoto } from './read-product-photo';
import { RemoveProductPhoto } from './remove-product-photo';
import { ReturnProduct } from './return-product';
import { WithdrawProduct } from './withdraw-product';

const RIGHT = '8930000000019';
const OTHER = '8930000000026';

let database: TestDatabase;
let source: DataSource;
let fair: SmallFair;
let fairId: string;
let mine: string;
let theirs: string;
let household: string;
let organizer: Caller;
let seller: Caller;
let official: Caller;
let add: AddProduct;
let change: ChangeProduct;
let withdraw: WithdrawProduct;
let giveBack: ReturnProduct;
let list: ListProducts;
let keepPhoto: KeepProductPhoto;
let removePhoto: RemoveProductPhoto;
let readPhoto: ReadProductPhoto;

beforeAll(async () => {
  database = await openPlanningDatabase();
  source = database.dataSource;
  add = new AddProduct(source, systemClock);
  change = new ChangeProduct(source, systemClock);
  withdraw = new WithdrawProduct(source, systemClock);
  giveBack = new ReturnProduct(source, systemClock);
  list = new ListProducts(source, systemClock);
  keepPhoto = new KeepProductPhoto(source, systemClock);
  removePhoto = new RemoveProductPhoto(source);
  readPhoto = new ReadProductPhoto(source);
});

beforeEach(async () => {
  fair = await makeFair(source.manager, { booths: 4, productsPerExhibitor: 1 });
  fairId = fair.fairId;
  [mine = '', theirs = '', , household = ''] = fair.exhibitors.map(({ id }) => id);
  organizer = await makeCaller(source, { grants: [{ fairId, role: 'organizer' }] });
  official = await makeCaller(source, { grants: [{ fairId, role: 'official' }] });
  seller = await makeCaller(source, {
    grants: [{ fairId, role: 'exhibitor', exhibitorId: mine }],
  });
});

afterAll(() => database.close());

const wish = (more: Partial<AddProductDto> = {}): AddProductDto => ({
  id: newId(),
  exhibitorId: mine,
  name: 'Chả mực giã tay',
  classCode: 'I.3.d',
  priceVnd: 280_000,
  unit: 'hộp',
  vatRatePercent: 8,
  ...more,
});

/** Puts products into my catalogue until it holds that many. */
async function fillCatalogue(count: number): Promise<void> {
  const products = source.getRepository(Product);
  const [like] = await products.findBy({ fairId, exhibitorId: mine });
  const held = await products.countBy({ fairId, exhibitorId: mine });
  await products.insert(
    Array.from({ length: count - held }, (_, n) => ({
      ...like!,
      id: newId(),
      name: `Sản phẩm ${n}`,
      barcode: null,
    })),
  );
}

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

const audited = (subjectId: string) =>
  source.getRepository(AuditEntry).find({ where: { fairId, subjectId }, order: { id: 'ASC' } });

it('refuses a product for the first reason that holds, and tells all of them', async () => {
  await add.run(seller, fairId, wish({ barcode: RIGHT }));
  const elsewhere = await makeFair(source.manager, { booths: 1 });
  const attempts: [string, Caller, Partial<AddProductDto>, string][] = [
    ['anyone else’s exhibitor', seller, { exhibitorId: theirs }, 'exhibitor_not_found'],
    ['an exhibitor of nowhere', organizer, { exhibitorId: newId() }, 'exhibitor_not_found'],
    [
      'an exhibitor of another fair',
      organizer,
      { exhibitorId: elsewhere.exhibitors[0]?.id },
      'exhibitor_not_found',
    ],
    ['an official', official, {}, 'exhibitor_not_found'],
    ['no name', seller, { name: ' ' }, 'product_name_refused'],
    ['a class of no list', seller, { classCode: 'IX.9' }, 'product_class_unknown'],
    ['no unit', seller, { unit: '' }, 'unit_refused'],
    ['no rate', seller, { vatRatePercent: null }, 'vat_rate_missing'],
    ['a rate of no law', seller, { vatRatePercent: 12 }, 'vat_rate_unknown'],
    [
      'a rate without VAT',
      organizer,
      { exhibitorId: household, vatRatePercent: 8 },
      'vat_not_charged',
    ],
    ['a star alone', seller, { star: 4 }, 'certificate_number_missing'],
    [
      'a star without its day',
      seller,
      { star: 4, certificateNumber: '7' },
      'certificate_issue_missing',
    ],
    ['a wrong check digit', seller, { barcode: '8930000000012' }, 'barcode_check_digit_wrong'],
    ['a barcode twice', seller, { barcode: RIGHT }, 'barcode_taken'],
    ['a script for a link', seller, { traceUrl: 'javascript:1' }, 'trace_url_refused'],
    ['a free product', seller, { priceVnd: 0 }, 'done'],
    ['the barcode of another seller', organizer, { exhibitorId: theirs, barcode: RIGHT }, 'done'],
    ['a seller without VAT', organizer, { exhibitorId: household, vatRatePercent: null }, 'done'],
  ];
  for (const [what, who, more, expected] of attempts) {
    expect([what, await codeOf(add.run(who, fairId, wish(more)))]).toEqual([what, expected]);
  }
  const many = add.run(seller, fairId, wish({ name: '', unit: '', barcode: '1' }));
  await expect(many).rejects.toMatchObject({
    details: { errors: [{ field: 'name' }, { field: 'unit' }, { field: 'barcode' }] },
  });
});

it('adds a product once however often it is asked', async () => {
  const wanted = wish({
    star: 5,
    certificateNumber: ' 12/QĐ-UBND ',
    certificateIssuedOn: '2024-03-01',
    barcode: '893-0000-00001 9',
    traceUrl: 'https://check.vn/cha-muc',
    isWeighed: true,
  });
  const added = await add.run(seller, fairId, wanted);
  expect(added).toMatchObject({
    id: wanted.id,
    exhibitorId: mine,
    barcode: RIGHT,
    star: 5,
    starYear: 2024,
    certificateNumber: '12/QĐ-UBND',
    certificateExpiresOn: '2027-03-01',
    isWeighed: true,
    isSoldOut: false,
    isDemo: false,
    photo: null,
    withdrawnAt: null,
  });
  expect(await add.run(seller, fairId, wanted)).toEqual(added);
  expect(await codeOf(add.run(seller, fairId, { ...wanted, priceVnd: 1 }))).toBe(
    'product_id_taken',
  );
  expect((await audited(wanted.id)).map(({ action }) => action)).toEqual(['product_added']);
});

it('gives one barcode to one of twenty who ask at once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => codeOf(add.run(seller, fairId, wish({ barcode: OTHER })))),
  );
  expect(answers.sort()).toEqual([...Array<string>(19).fill('barcode_taken'), 'done']);
});

it('keeps a catalogue of 500: of ten who add the last one at once, one does', async () => {
  await fillCatalogue(499);
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => codeOf(add.run(seller, fairId, wish()))),
  );
  expect(answers.sort()).toEqual([...Array<string>(9).fill('catalogue_full'), 'done']);
  const listed = await list.run(seller, fairId, { exhibitorId: mine });
  expect(listed).toHaveLength(500);
  expect(await codeOf(add.run(organizer, fairId, wish({ exhibitorId: theirs })))).toBe('done');
});

it('answers for a product of a full catalogue as before, and takes a new one in place of an old', async () => {
  await fillCatalogue(499);
  const last = wish();
  const kept = await add.run(seller, fairId, last);
  expect(await add.run(seller, fairId, last)).toEqual(kept);
  await withdraw.run(seller, fairId, kept.id);
  await add.run(seller, fairId, wish());
  expect(await codeOf(giveBack.run(seller, fairId, kept.id))).toBe('catalogue_full');
});

it('changes a price and keeps in mind what it was', async () => {
  const { id } = await add.run(seller, fairId, wish());
  const { id: _, exhibitorId: __, ...said } = wish({ priceVnd: 300_000 });
  const changed = await change.run(seller, fairId, id, said);
  expect(changed.priceVnd).toBe(300_000);
  await change.run(organizer, fairId, id, said);
  const [, deed, ...more] = await audited(id);
  expect(more).toEqual([]);
  expect(deed).toMatchObject({
    action: 'product_changed',
    accountId: seller.accountId,
    detail: { changes: { priceVnd: { before: 280_000, after: 300_000 } } },
  });
});

it('marks a published star sold out without asking for its certificate', async () => {
  const published = fair.products.find(({ exhibitorId }) => exhibitorId === mine)!;
  const { name, classCode, priceVnd, star, vatRatePercent } = published;
  const said = { name, classCode, priceVnd, star, vatRatePercent, unit: 'hộp', isSoldOut: true };
  expect(await change.run(seller, fairId, published.id, said)).toMatchObject({
    star,
    isSoldOut: true,
  });
  expect(await codeOf(change.run(seller, fairId, published.id, { ...said, star: 5 }))).toBe(
    'certificate_number_missing',
  );
});

it('touches no product of anyone else', async () => {
  const foreign = fair.products.find(({ exhibitorId }) => exhibitorId === theirs)!;
  const { id: _, exhibitorId: __, ...said } = wish();
  const photo = { mediaType: 'image/png' as const, base64: pngOf(9, 9).toString('base64') };
  const attempts = (who: Caller, id: string) => [
    () => change.run(who, fairId, id, said),
    () => keepPhoto.run(who, fairId, id, photo),
    () => removePhoto.run(who, fairId, id),
    () => withdraw.run(who, fairId, id),
    () => giveBack.run(who, fairId, id),
  ];
  for (const [who, id] of [
    [seller, foreign.id],
    [official, foreign.id],
    [organizer, newId()],
    [organizer, 'không phải mã'],
  ] as const) {
    for (const attempt of attempts(who, id)) {
      expect(await codeOf(attempt())).toBe('product_not_found');
    }
  }
  for (const attempt of attempts(organizer, foreign.id)) {
    expect(await codeOf(attempt())).toBe('done');
  }
});

it('takes a product out of the catalogue and puts it back', async () => {
  const { id } = await add.run(seller, fairId, wish({ barcode: RIGHT }));
  const { id: _, exhibitorId: __, ...said } = wish({ barcode: RIGHT });
  const ids = async (who: Caller, withdrawn?: 'true') =>
    (await list.run(who, fairId, { withdrawn })).map((product: ProductDto) => product.id);
  await withdraw.run(seller, fairId, id);
  await withdraw.run(seller, fairId, id);
  expect(await ids(seller)).not.toContain(id);
  expect(await ids(seller, 'true')).toEqual([id]);
  expect(await ids(organizer, 'true')).toEqual([id]);
  expect(await ids(official, 'true')).toEqual([]);
  expect(await codeOf(change.run(seller, fairId, id, said))).toBe('product_withdrawn');

  const { id: second } = await add.run(seller, fairId, wish({ barcode: RIGHT }));
  expect(await codeOf(giveBack.run(seller, fairId, id))).toBe('barcode_taken');
  await withdraw.run(seller, fairId, second);
  expect((await giveBack.run(seller, fairId, id)).withdrawnAt).toBeNull();
  expect((await giveBack.run(seller, fairId, id)).withdrawnAt).toBeNull();
  expect(await ids(seller)).toContain(id);
  expect((await audited(id)).map(({ action }) => action)).toEqual([
    'product_added',
    'product_withdrawn',
    'product_returned',
  ]);
});

it('keeps a photo, and gives the next one another address', async () => {
  const { id } = await add.run(seller, fairId, wish());
  const keep = (bytes: Buffer, mediaType: 'image/png' | 'image/jpeg' = 'image/png') =>
    keepPhoto.run(seller, fairId, id, { mediaType, base64: bytes.toString('base64') });

  const first = await keep(pngOf(300, 300));
  expect(await keep(pngOf(300, 300))).toEqual(first);
  const second = await keep(jpegOf(300, 200), 'image/jpeg');
  expect(second.photo).not.toBe(first.photo);
  const served = await readPhoto.run(fairId, id);
  expect(served.mediaType).toBe('image/jpeg');
  expect(second.photo).toBe(
    `/api/fairs/${fairId}/products/${id}/photo?v=${served.sha256.slice(0, 8)}`,
  );

  for (const [bytes, expected] of [
    [jpegOf(10, 10), 'photo_type_differs'],
    [pngOf(20_000, 20_000), 'photo_dimensions_refused'],
    [Buffer.from('<svg/>'), 'photo_type_unknown'],
    [Buffer.concat([pngOf(9, 9), Buffer.alloc(66_000)]), 'photo_too_large'],
  ] as const) {
    expect(await codeOf(keep(bytes))).toBe(expected);
  }
  await removePhoto.run(seller, fairId, id);
  await removePhoto.run(seller, fairId, id);
  expect(await codeOf(readPhoto.run(fairId, id))).toBe('product_photo_not_found');
  expect(await codeOf(readPhoto.run('x', 'y'))).toBe('product_photo_not_found');
  expect((await audited(id)).map(({ action }) => action)).toEqual([
    'product_added',
    'product_photo_kept',
    'product_photo_kept',
    'product_photo_removed',
  ]);
});

it('is held by the database as well: no star of 2, no photo of 70 kB', async () => {
  const { id } = await add.run(seller, fairId, wish());
  const breaks = (sql: string, values: unknown[]) => expect(source.query(sql, values)).rejects;
  await breaks(`UPDATE product SET star = 2 WHERE id = $1`, [id]).toThrow(/product_star_range/);
  await breaks(`UPDATE product SET barcode = '12' WHERE id = $1`, [id]).toThrow(
    /product_barcode_shape/,
  );
  await breaks(`UPDATE product SET trace_url = 'javascript:1' WHERE id = $1`, [id]).toThrow(
    /product_trace_url_shape/,
  );
  await breaks(
    `UPDATE product SET certificate_issued_on = '2025-01-02', certificate_expires_on = '2025-01-01' WHERE id = $1`,
    [id],
  ).toThrow(/product_certificate_in_order/);
  const photo = `INSERT INTO product_photo VALUES ($1, $2, $3, $4, sha256($5), now())`;
  const small = Buffer.alloc(9);
  const large = Buffer.alloc(70_000);
  await breaks(photo, [fairId, id, 'image/png', large, large]).toThrow(/product_photo_bounded/);
  await breaks(photo, [fairId, id, 'text/html', small, small]).toThrow(/product_photo_type_known/);
  await breaks(photo, [fairId, id, 'image/png', small, large]).toThrow(
    /product_photo_hash_of_bytes/,
  );
});
