import {
  instanceFormatUnknown,
  instanceIdRepeated,
  instanceNamesUnknown,
  instanceUnreadable,
} from './instance.refusals';
import { defaultWeights, UNITS_PER_BOOTH } from './instance';
import type { Affinity, BoothSpot, Claimant, Instance, Weights, Wish } from './instance';

type Fields = Readonly<Record<string, unknown>>;

/* What cannot be thousands of is a mistake, and would only fill the memory. */
const MOST_BOOTHS = 1_500;
const MOST_EXHIBITORS = 5_000;
const MOST_CHOICES = 3;
/* Metres, points or weights: beyond it sums lose what is small. */
const MOST = 1e9;

/**
 * Reads `fair-alloc/1`. Unknown fields are passed over; whatever else is not as the format says is
 * refused with the place where it stands.
 */
export function readInstance(given: unknown): Instance {
  const file = fieldsOf(given, 'the file');
  if (file.format !== 'fair-alloc/1') throw instanceFormatUnknown(shown(file.format));
  const booths = listOf(file.booths, 'booths').map((each, n) => readBooth(each, `booths[${n}]`));
  const exhibitors = listOf(file.exhibitors, 'exhibitors').map((each, n) =>
    readClaimant(each, `exhibitors[${n}]`),
  );
  if (booths.length > MOST_BOOTHS) throw tooMany('booths', MOST_BOOTHS);
  if (exhibitors.length > MOST_EXHIBITORS) throw tooMany('exhibitors', MOST_EXHIBITORS);
  const instance: Instance = {
    name: textOf(file.name, 'name'),
    booths,
    exhibitors,
    rivals: optionalList(file.rivals, 'rivals').map((each, n) => readPair(each, `rivals[${n}]`)),
    gates: optionalList(file.gates, 'gates').map((each, n) => readPoint(each, `gates[${n}]`)),
    crossX: optionalList(file.crossX, 'crossX').map((each, n) => numberOf(each, `crossX[${n}]`)),
    affinities: optionalList(file.affinities, 'affinities').map((each, n) =>
      readAffinity(each, `affinities[${n}]`),
    ),
    distances: readDistances(file.distances, booths.length),
    weights: readWeights(file.weights),
  };
  checkNames(instance);
  checkLines(instance);
  return instance;
}

function readBooth(given: unknown, where: string): BoothSpot {
  const booth = fieldsOf(given, where);
  return {
    id: textOf(booth.id, `${where}.id`),
    x: numberOf(booth.x, `${where}.x`),
    y: numberOf(booth.y, `${where}.y`),
    aisle: numberOf(booth.aisle, `${where}.aisle`),
    run: numberOf(booth.run, `${where}.run`),
    back: wholeOf(booth.back ?? -1, `${where}.back`, -1),
    zone: textOf(booth.zone, `${where}.zone`),
    fee: textOf(booth.fee, `${where}.fee`),
    corner: flagOf(booth.corner, `${where}.corner`),
    front: flagOf(booth.front, `${where}.front`),
    anchor: flagOf(booth.anchor, `${where}.anchor`),
    power: flagOf(booth.power, `${where}.power`),
    water: flagOf(booth.water, `${where}.water`),
    vent: flagOf(booth.vent, `${where}.vent`),
  };
}

function readClaimant(given: unknown, where: string): Claimant {
  const claimant = fieldsOf(given, where);
  const size = wholeOf(claimant.size, `${where}.size`, 1);
  const units = wholeOf(claimant.units, `${where}.units`, 1);
  if (units > UNITS_PER_BOOTH || (units < UNITS_PER_BOOTH && size > 1)) {
    throw instanceUnreadable(
      `${where}.units`,
      'một gian có sáu phần, và chỉ đơn vị một gian mới ở chung',
      'a booth has six units, and only an exhibitor of one booth may use fewer',
    );
  }
  const priority = numberOf(claimant.priority, `${where}.priority`);
  if (priority < 0) throw instanceUnreadable(`${where}.priority`, 'số âm', 'it is negative');
  return {
    id: textOf(claimant.id, `${where}.id`),
    zone: textOf(claimant.zone, `${where}.zone`),
    group: textOf(claimant.group, `${where}.group`),
    size,
    units,
    fees: textsOf(claimant.fees, `${where}.fees`),
    power: flagOf(claimant.power, `${where}.power`),
    water: flagOf(claimant.water, `${where}.water`),
    cook: flagOf(claimant.cook, `${where}.cook`),
    smelly: flagOf(claimant.smelly, `${where}.smelly`),
    sensitive: flagOf(claimant.sensitive, `${where}.sensitive`),
    product: textOf(claimant.product, `${where}.product`),
    stars: numberOf(claimant.stars, `${where}.stars`),
    priority,
    wish: readWish(claimant.wish, `${where}.wish`),
    lock: claimant.lock == null ? null : textsOf(claimant.lock, `${where}.lock`),
    prev: claimant.prev == null ? null : textsOf(claimant.prev, `${where}.prev`),
  };
}

function readWish(given: unknown, where: string): Wish {
  if (given == null) return {};
  const { corner, front, gate, choices } = fieldsOf(given, where);
  const wished = (value: unknown) => value !== undefined && value !== null && Boolean(value);
  const wish = { corner: wished(corner), front: wished(front), gate: wished(gate) };
  if (choices == null) return wish;
  const ids = textsOf(choices, `${where}.choices`);
  if (ids.length > MOST_CHOICES) throw tooMany(`${where}.choices`, MOST_CHOICES);
  return { ...wish, choices: ids };
}

function readPair(given: unknown, where: string): readonly [string, string] {
  const [a, b, ...rest] = textsOf(given, where);
  if (a === undefined || b === undefined || rest.length > 0 || a === b) {
    throw instanceUnreadable(
      where,
      'cần hai đơn vị khác nhau',
      'two different exhibitors are needed',
    );
  }
  return [a, b];
}

function readPoint(given: unknown, where: string) {
  const { x, y } = fieldsOf(given, where);
  return { x: numberOf(x, `${where}.x`), y: numberOf(y, `${where}.y`) };
}

function readAffinity(given: unknown, where: string): Affinity {
  const { a, b, perMetre } = fieldsOf(given, where);
  const affinity = {
    a: textOf(a, `${where}.a`),
    b: textOf(b, `${where}.b`),
    perMetre: numberOf(perMetre, `${where}.perMetre`),
  };
  if (affinity.a !== affinity.b) return affinity;
  throw instanceUnreadable(
    where,
    'cần hai đơn vị khác nhau',
    'two different exhibitors are needed',
  );
}

function readDistances(given: unknown, booths: number): Instance['distances'] {
  if (given == null) return null;
  const rows = listOf(given, 'distances').map((row, i) =>
    listOf(row, `distances[${i}]`).map((metres, j) => numberOf(metres, `distances[${i}][${j}]`)),
  );
  if (rows.length !== booths || rows.some((row) => row.length !== booths)) {
    throw instanceUnreadable(
      'distances',
      'mỗi gian cần một dòng và một cột',
      'every booth needs a row and a column',
    );
  }
  rows.forEach((row, i) =>
    row.forEach((metres, j) => {
      if (metres >= 0 && metres === rows[j]?.[i] && (i !== j || metres === 0)) return;
      throw instanceUnreadable(
        `distances[${i}][${j}]`,
        'bảng phải đối xứng, không âm, đường chéo bằng 0',
        'the matrix must be symmetric, without negative numbers, zero on its diagonal',
      );
    }),
  );
  return rows;
}

function readWeights(given: unknown): Weights {
  if (given == null) return defaultWeights;
  const fields = fieldsOf(given, 'weights');
  const weights: Record<string, unknown> = { ...defaultWeights };
  for (const name of Object.keys(defaultWeights)) {
    if (fields[name] == null) continue;
    weights[name] =
      name === 'choices'
        ? readChoicePoints(fields[name])
        : notNegative(fields[name], `weights.${name}`);
  }
  return weights as unknown as Weights;
}

function readChoicePoints(given: unknown): readonly number[] {
  const points = listOf(given, 'weights.choices').map((each, n) =>
    notNegative(each, `weights.choices[${n}]`),
  );
  if (points.length === MOST_CHOICES + 1) return points;
  throw instanceUnreadable('weights.choices', 'cần bốn số', 'four numbers are needed');
}

/* Every id once, and nobody named who is not there. */
function checkNames({ booths, exhibitors, rivals, affinities }: Instance): void {
  const boothIds = unique(booths, 'booths');
  const exhibitorIds = unique(exhibitors, 'exhibitors');
  const known = (ids: ReadonlySet<string>, where: string, named: readonly string[]) => {
    for (const id of named) if (!ids.has(id)) throw instanceNamesUnknown(where, id);
  };
  exhibitors.forEach(({ id, size, wish, lock, prev }, n) => {
    const where = `exhibitors[${n}]`;
    known(boothIds, `${where}.wish.choices`, wish.choices ?? []);
    /* What somebody was told may be gone from the hall since; that is a move, not a mistake. */
    if (prev && new Set(prev).size !== prev.length) throw instanceIdRepeated(`${where}.prev`, id);
    if (!lock) return;
    known(boothIds, `${where}.lock`, lock);
    if (lock.length === size && new Set(lock).size === size) return;
    throw instanceUnreadable(
      `${where}.lock`,
      `${id} cần ${size} gian khác nhau`,
      `${id} needs ${size} different booths`,
    );
  });
  rivals.forEach((pair, n) => known(exhibitorIds, `rivals[${n}]`, pair));
  affinities.forEach(({ a, b }, n) => known(exhibitorIds, `affinities[${n}]`, [a, b]));
}

function unique(all: readonly { id: string }[], where: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { id } of all) {
    if (ids.has(id)) throw instanceIdRepeated(where, id);
    ids.add(id);
  }
  return ids;
}

function checkLines({ booths, crossX, distances }: Instance): void {
  const runs = new Set<number>();
  booths.forEach(({ run, back }, n) => {
    if (back >= booths.length) throw instanceNamesUnknown(`booths[${n}].back`, String(back));
    if (booths[n - 1]?.run === run) return;
    if (runs.has(run)) {
      throw instanceUnreadable(
        `booths[${n}].run`,
        'các gian của một dãy phải đứng liền nhau',
        'the booths of a run must be consecutive',
      );
    }
    runs.add(run);
  });
  const aisles = new Set(booths.map(({ aisle }) => aisle));
  if (distances === null && crossX.length === 0 && aisles.size > 1) {
    throw instanceUnreadable(
      'crossX',
      'nhiều lối đi mà không có lối ngang nào',
      'there are several aisles and no cross passage',
    );
  }
}

const shown = (value: unknown) => (typeof value === 'string' ? value : typeof value);

const tooMany = (where: string, most: number) =>
  instanceUnreadable(where, `nhiều hơn ${most}`, `there are more than ${most}`);

function fieldsOf(value: unknown, where: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw instanceUnreadable(where, 'cần một đối tượng', 'an object is needed');
}

function listOf(value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw instanceUnreadable(where, 'cần một danh sách', 'a list is needed');
}

const optionalList = (value: unknown, where: string) => (value == null ? [] : listOf(value, where));

function textOf(value: unknown, where: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw instanceUnreadable(where, 'cần một chuỗi ký tự', 'a text is needed');
}

const textsOf = (value: unknown, where: string) =>
  listOf(value, where).map((each, n) => textOf(each, `${where}[${n}]`));

function numberOf(value: unknown, where: string): number {
  if (typeof value === 'number' && Math.abs(value) <= MOST) return value;
  throw instanceUnreadable(
    where,
    'cần một số, không quá một tỷ',
    'a number is needed, a thousand million at most',
  );
}

function notNegative(value: unknown, where: string): number {
  const number = numberOf(value, where);
  if (number >= 0) return number;
  throw instanceUnreadable(where, 'số âm', 'it is negative');
}

function wholeOf(value: unknown, where: string, least: number): number {
  const number = numberOf(value, where);
  if (Number.isInteger(number) && number >= least) return number;
  throw instanceUnreadable(
    where,
    `cần một số nguyên từ ${least} trở lên`,
    `a whole number of ${least} or more is needed`,
  );
}

function flagOf(value: unknown, where: string): boolean {
  if (value == null) return false;
  if (typeof value === 'boolean') return value;
  if (value === 0 || value === 1) return value === 1;
  throw instanceUnreadable(where, 'cần đúng hoặc sai', 'true or false is needed');
}
