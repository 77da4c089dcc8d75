import { newId } from '@phien/kernel';
import { OpenDoor } from './open-door';

/* One red pixel, as a browser would send it. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC';

let door: OpenDoor;
let cookie: string;
let path: string;

beforeAll(async () => {
  door = await OpenDoor.open();
  const fair = await door.makeFair({ booths: 1 });
  const { login } = await door.makeAccount({
    fairId: fair.fairId,
    role: 'exhibitor',
    exhibitorId: fair.exhibitors[0]?.id,
  });
  cookie = await door.signIn(login);
  path = `/api/fairs/${fair.fairId}/products/${fair.products[0]?.id}`;
});
afterAll(() => door.close());

const put = (body: object) => door.ask().put(`${path}/photo`).set('Cookie', cookie).send(body);

it('serves a photo to anyone, as a picture and nothing else, for ever under its own address', async () => {
  const kept = await put({ mediaType: 'image/png', base64: PIXEL }).expect(200);
  const { photo } = kept.body as { photo: string };
  const served = await door.ask().get(photo).expect(200);
  expect(served.headers).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': 'inline',
    'content-security-policy': `default-src 'none'`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect((served.body as Buffer).toString('base64')).toBe(PIXEL);

  const plain = await door.ask().get(`${path}/photo`).expect(200);
  expect(plain.headers['cache-control']).toBe('public, no-cache');
  const { etag } = plain.headers as { etag: string };
  await door.ask().get(photo).set('If-None-Match', etag).expect(304);
});

it('refuses what is no small picture, with a sentence beside the field', async () => {
  const svg = Buffer.from('<svg onload="alert(1)"/>').toString('base64');
  const refused = await put({ mediaType: 'image/png', base64: svg }).expect(400);
  expect(refused.body).toMatchObject({
    code: 'photo_type_unknown',
    errors: [{ field: 'photo', code: 'photo_type_unknown' }],
  });
  await put({ mediaType: 'image/svg+xml', base64: svg }).expect(400);
  await put({ mediaType: 'image/png', base64: 'không phải base64' }).expect(400);
  await put({ mediaType: 'image/png', base64: 'A'.repeat(90_004) }).expect(400);
  await door
    .ask()
    .put(`${path}/photo`)
    .set('Cookie', cookie)
    .set('Content-Type', 'image/png')
    .send(Buffer.from(PIXEL, 'base64').toString('latin1'))
    .expect(400);
  await door
    .ask()
    .get(path.replace(/[^/]+$/, newId()) + '/photo')
    .expect(404);
});

it('says what a product’s fields lack, each in both languages', async () => {
  const answer = await door
    .ask()
    .put(path)
    .set('Cookie', cookie)
    .send({ name: ' ', priceVnd: 1_000, unit: 'hộp', vatRatePercent: 8, barcode: '8930000000012' })
    .expect(400);
  const { code, errors } = answer.body as { code: string; errors: { field: string }[] };
  expect(code).toBe('product_name_refused');
  expect(errors.map(({ field }) => field)).toEqual(['name', 'barcode']);
});

it('names the banks to everyone and the product classes to accounts', async () => {
  const banks = await door.ask().get('/api/banks').expect(200);
  expect(banks.body).toContainEqual({
    bin: '970436',
    shortName: 'Vietcombank',
    fullName: 'Ngân hàng TMCP Ngoại thương Việt Nam',
  });
  await door.ask().get('/api/product-classes').expect(401);
  const classes = await door.ask().get('/api/product-classes').set('Cookie', cookie).expect(200);
  const leaves = (classes.body as { isLeaf: boolean }[]).filter(({ isLeaf }) => isLeaf);
  expect(leaves).toHaveLength(26);
});
