import { AuditEntry, type Caller } from '@phien/identity';
import { Refusal, systemClock } from '@phien/kernel';
import { brokenConstraint, type TestDatabase } from '@phien/store';
import { Fair } from '../fair/fair.entity';
import { makeFair } from '../testing/make-fair';
import { makeCaller, openPlanningDatabase } from '../testing/planning-database';
import { BACKDROP_BOUNDS, checkedPicture, depthCmOf, laidIn } from './backdrop.rules';
import { LayBackdrop } from './lay-backdrop';
import { PlaceBackdrop } from './place-backdrop';
import { PlanBackdrop } from './plan-backdrop.entity';
import { ReadBackdrop } from './read-backdrop';
import { ReadBackdropPicture } from './read-backdrop-picture';
import { RemoveBackdrop } from './remove-backdrop';

let database: TestDatabase;
let organizer: Caller;
let verbs: {
  lay: LayBackdrop;
  place: PlaceBackdrop;
  read: ReadBackdrop;
  picture: ReadBackdropPicture;
  remove: RemoveBackdrop;
};

beforeAll(async () => {
  database = await openPlanningDatabase();
  const { dataSource } = database;
  organizer = await makeCaller(dataSource);
  verbs = {
    lay: new LayBackdrop(dataSource, systemClock),
    place: new PlaceBackdrop(dataSource),
    read: new ReadBackdrop(dataSource),
    picture: new ReadBackdropPicture(dataSource),
    remove: new RemoveBackdrop(dataSource),
  };
});
afterAll(() => database.close());

/** The first bytes of a PNG that says how large it is; the rest is whatever follows. */
function png(widthPx: number, heightPx: number, more = 0): Buffer {
  const bytes = Buffer.alloc(33 + more);
  bytes.write('\x89PNG\r\n\x1a\n', 0, 'latin1');
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(widthPx, 16);
  bytes.writeUInt32BE(heightPx, 20);
  return bytes;
}
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Refusal) return error.code;
      throw error;
    },
  );

it('lays a picture as large as the hall, keeps where it was put, and takes it away once', async () => {
  const em = database.dataSource.manager;
  const fair = await makeFair(em, { booths: 4, exhibitors: 0 });
  const { fairId } = fair;
  const hall = await em.findOneByOrFail(Fair, { id: fairId });
  expect(await verbs.read.run(fairId)).toEqual({ backdrop: null });
  const picture = png(2_000, 1_000);
  const { backdrop } = await verbs.lay.run(organizer, fairId, picture);
  expect(backdrop).toMatchObject({
    ...laidIn(hall, { widthPx: 2_000, heightPx: 1_000 }),
    ...{ opacityPercent: 50, isLocked: false },
  });
  expect(backdrop?.picturePath).toMatch(/\/plan\/backdrop\/picture\?v=[0-9a-f]{16}$/);
  const placing = { xCm: -120, yCm: 35, widthCm: 8_000, opacityPercent: 30, isLocked: true };
  const placed = await verbs.place.run(fairId, placing);
  expect(placed.backdrop).toEqual({
    ...placing,
    ...{ depthCm: 4_000, widthPx: 2_000, heightPx: 1_000 },
    picturePath: backdrop?.picturePath,
  });
  expect(await verbs.lay.run(organizer, fairId, picture)).toEqual(placed);
  expect((await verbs.picture.run(fairId)).bytes.equals(picture)).toBe(true);
  const other = await verbs.lay.run(organizer, fairId, png(100, 100));
  expect(other.backdrop).toMatchObject({ xCm: 0, isLocked: false });
  expect(other.backdrop?.picturePath).not.toBe(backdrop?.picturePath);

  await verbs.remove.run(organizer, fairId);
  await verbs.remove.run(organizer, fairId);
  expect(await verbs.read.run(fairId)).toEqual({ backdrop: null });
  const told = await em.find(AuditEntry, { where: { fairId }, order: { at: 'ASC' } });
  expect(told.map(({ action }) => action).filter((action) => action.startsWith('plan_b'))).toEqual([
    'plan_backdrop_laid',
    'plan_backdrop_laid',
    'plan_backdrop_removed',
  ]);
});

it('refuses what is no picture, too large or made to burst, and a fair that is over', async () => {
  const em = database.dataSource.manager;
  const { fairId } = await makeFair(em, { booths: 1, exhibitors: 0 });
  const over = await makeFair(em, { booths: 1, exhibitors: 0 });
  await em.update(Fair, { id: over.fairId }, { state: 'closed' });
  const placing = { xCm: 0, yCm: 0, widthCm: 100, opacityPercent: 50, isLocked: false };
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  );
  const lay = (bytes: Buffer, to = fairId) => verbs.lay.run(organizer, to, bytes);
  const attempts: [string, () => Promise<unknown>, string][] = [
    ['an SVG with a script', () => lay(svg), 'backdrop_type_unknown'],
    ['nothing', () => lay(Buffer.alloc(0)), 'backdrop_type_unknown'],
    ['a page', () => lay(Buffer.from('<!doctype html><p>')), 'backdrop_type_unknown'],
    ['7 MB', () => lay(png(10, 10, 7 << 20)), 'backdrop_too_large'],
    ['a bomb of dots', () => lay(png(30_000, 30_000)), 'backdrop_dimensions_refused'],
    ['a long bomb', () => lay(png(8_000, 8_000)), 'backdrop_dimensions_refused'],
    ['no dots', () => lay(png(0, 10)), 'backdrop_dimensions_refused'],
    ['placing without a picture', () => verbs.place.run(fairId, placing), 'backdrop_not_found'],
    ['the picture of none', () => verbs.picture.run(fairId), 'backdrop_not_found'],
    ['another fair', () => lay(png(10, 10), 'no-fair'), 'fair_not_found'],
    ['a fair that is over', () => lay(png(10, 10), over.fairId), 'fair_plan_is_fixed'],
    ['removing there', () => verbs.remove.run(organizer, over.fairId), 'fair_plan_is_fixed'],
  ];
  for (const [what, attempt, code] of attempts) {
    expect([what, await codeOf(attempt())]).toEqual([what, code]);
  }
  expect(checkedPicture(png(4_000, 4_000))).toMatchObject({ mediaType: 'image/png' });
  expect(depthCmOf({ widthCm: 10, widthPx: 8_192, heightPx: 1 })).toBe(1);
});

it('is bounded by the database as well', async () => {
  const em = database.dataSource.manager;
  const { fairId } = await makeFair(em, { booths: 1, exhibitors: 0 });
  await verbs.lay.run(organizer, fairId, png(10, 10));
  const broken = (change: object) =>
    em.update(PlanBackdrop, { fairId }, change).then(
      () => null,
      (error: unknown) => brokenConstraint(error),
    );
  const bytes = Buffer.alloc(BACKDROP_BOUNDS.fileBytes + 1);
  expect(await broken({ bytes })).toMatch(/plan_backdrop_(bounded|hash_of_bytes)/);
  expect(await broken({ widthPx: 9_000 })).toBe('plan_backdrop_bounded');
  expect(await broken({ sha256: Buffer.alloc(32) })).toBe('plan_backdrop_hash_of_bytes');
  expect(await broken({ mediaType: 'image/svg+xml' })).toBe('plan_backdrop_type_known');
  expect(await broken({ opacityPercent: 0 })).toBe('plan_backdrop_placed');
});
