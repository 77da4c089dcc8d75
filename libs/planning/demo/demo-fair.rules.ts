import {
  countryName,
  lifeOn,
  provinceSetOn,
  provincesOn,
  quangNinhUnitsOn,
  type Place,
} from '@phien/places';
import type { ExhibitorKind, Origin } from '../exhibitor/exhibitor.entity';
import type { PlannedBooth } from '../plan/plan.rules';
import { demoBarcode } from '../product/gtin.rules';
import { CLASS_PRICES, DEMO_GOODS, FOREIGN_DEMO_GOODS, type DemoGood } from './demo-goods';
import { LOCAL_PRODUCTS, PUBLISHED_PRODUCERS, type PublishedProducer } from './published-producers';
import { diceFor, type Dice } from './random.rules';

export interface DemoProduct {
  name: string;
  classCode: string;
  star: number | null;
  starYear: number | null;
  certificateExpiresOn: string | null;
  barcode: string;
  priceVnd: number;
  unit: string;
  vatRatePercent: number | null;
}

export interface DemoDelegation {
  key: string;
  nameVi: string;
  nameEn: string;
  quota: number;
}

export interface DemoExhibitor {
  name: string;
  kind: ExhibitorKind;
  origin: Origin;
  countryCode: string;
  placeSet: string | null;
  placeCode: string | null;
  formerDistrict: string | null;
  paysVat: boolean;
  delegationKey: string | null;
  /** False for producers that exist; what they sell here still carries invented prices. */
  isDemo: boolean;
  products: DemoProduct[];
  /** Booths by code, and how many sixths of each from which one on. */
  booths: { code: string; from: number; sixths: number }[];
}

export interface DemoCast {
  delegations: DemoDelegation[];
  exhibitors: DemoExhibitor[];
}

type Seller = Omit<DemoExhibitor, 'products' | 'booths'> & { goods: readonly DemoGood[] };

/** Exhibitors that take one booth together, or one exhibitor that takes one or two. */
interface Group {
  sellers: Seller[];
  booths: 1 | 2;
}

const QUANG_NINH = '22';
const PEARL_MEDIAN_VND = 1_800_000;
const VAT_PERCENT = 8;
/** Goods under excise, such as spirits, are outside the reduced rate. */
const EXCISE_VAT_PERCENT = 10;
const PAYS_VAT: ReadonlySet<ExhibitorKind> = new Set(['enterprise', 'cooperative']);

const MADE_KINDS: readonly (readonly [ExhibitorKind, string])[] = [
  ['cooperative', 'HTX thử nghiệm'],
  ['household', 'Hộ thử nghiệm'],
  ['enterprise', 'Công ty thử nghiệm'],
  ['locality', 'Gian thử nghiệm'],
  ['cooperativeGroup', 'Tổ hợp tác thử nghiệm'],
  ['facility', 'Cơ sở thử nghiệm'],
];

/**
 * Everyone at a demo fair on the plan ocop-160: 150 exhibitors, the published producers of Quảng
 * Ninh and others plainly made for the demo, in all 160 booths. In zone 1 stand 39 producers (six
 * of them in two booths), eight booths shared by two and four by three of one commune, and 13
 * alone; in zone 2 33 provinces and six countries, six shared booths, and 28 exhibitors with two.
 * The same word and day give the same cast.
 */
export function demoCast(
  word: string,
  firstDay: string,
  booths: readonly PlannedBooth[],
): DemoCast {
  const dice = diceFor(word);
  const made = new MadeSellers(firstDay);
  const standing = [
    ...place(
      homeGroups(made, firstDay),
      booths.filter(({ zoneCode }) => zoneCode === '1'),
    ),
    ...place(
      guestGroups(made, firstDay),
      booths.filter(({ zoneCode }) => zoneCode === '2'),
    ),
  ];
  let serial = 0;
  const exhibitors = standing.map(({ seller: { goods, ...seller }, booths: held }) => ({
    ...seller,
    products: productsOf({ ...seller, goods }, firstDay, dice, () => demoBarcode((serial += 1))),
    booths: held,
  }));
  return { delegations: delegationsOf(made, exhibitors), exhibitors };
}

/** Names and numbers the exhibitors made for the demo, place by place. */
class MadeSellers {
  readonly delegationNames = new Map<string, { nameVi: string; nameEn: string }>();
  private readonly counts = new Map<string, number>();

  constructor(private readonly day: string) {}

  of(place: Place): Seller {
    const { fullNameVi, fullNameEn, nameVi } = lifeOn(place, this.day);
    const isHome = place.set === 'qn-communes' || place.set === 'qn-districts';
    const former = place.set === 'qn-districts' ? place.code : (place.formerDistricts[0] ?? null);
    return this.make({
      key: `${place.set}-${place.code}`,
      delegation: { nameVi: `Đoàn ${fullNameVi}`, nameEn: `Delegation of ${fullNameEn}` },
      shortName: isHome ? fullNameVi : nameVi,
      origin: isHome ? 'inProvince' : 'otherProvince',
      countryCode: 'VN',
      placeSet: place.set,
      placeCode: place.code,
      formerDistrict: former,
      goods: isHome ? [...localGoods(former), ...DEMO_GOODS] : DEMO_GOODS,
    });
  }

  from(countryCode: string): Seller {
    const nameVi = countryName(countryCode, 'vi');
    return this.make({
      key: countryCode,
      delegation: {
        nameVi: `Đoàn ${nameVi}`,
        nameEn: `Delegation of ${countryName(countryCode, 'en')}`,
      },
      shortName: nameVi,
      origin: 'foreign',
      countryCode,
      placeSet: null,
      placeCode: null,
      formerDistrict: null,
      goods: FOREIGN_DEMO_GOODS[countryCode] ?? [],
    });
  }

  private make(of: {
    key: string;
    delegation: { nameVi: string; nameEn: string };
    shortName: string;
    origin: Origin;
    countryCode: string;
    placeSet: string | null;
    placeCode: string | null;
    formerDistrict: string | null;
    goods: readonly DemoGood[];
  }): Seller {
    const { key, delegation, shortName, ...where } = of;
    this.delegationNames.set(key, delegation);
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    const all = [...this.counts.values()].reduce((sum, each) => sum + each, 0);
    const [kind, word] =
      where.origin === 'foreign'
        ? (['enterprise', 'Gian thử nghiệm'] as const)
        : (MADE_KINDS[all % MADE_KINDS.length] ?? MADE_KINDS[0]!);
    return {
      ...where,
      name: `${word} – ${shortName} ${String(count).padStart(2, '0')}`,
      kind,
      paysVat: PAYS_VAT.has(kind),
      delegationKey: key,
      isDemo: true,
    };
  }
}

function localGoods(formerDistrict: string | null): DemoGood[] {
  return LOCAL_PRODUCTS.filter(([district]) => district === formerDistrict).map(
    ([, name, classCode]) => [name, classCode, ...priceOfClass(classCode)],
  );
}

function priceOfClass(classCode: string): readonly [unit: string, medianVnd: number] {
  return CLASS_PRICES[classCode] ?? ['gói', 100_000];
}

function published(producer: PublishedProducer, firstDay: string): Seller {
  return {
    name: producer.name,
    kind: producer.kind,
    origin: 'inProvince',
    countryCode: 'VN',
    placeSet: provinceSetOn(firstDay),
    placeCode: QUANG_NINH,
    formerDistrict: producer.formerDistrict,
    paysVat: PAYS_VAT.has(producer.kind),
    delegationKey: null,
    isDemo: false,
    goods: [],
  };
}

/** Takes `count` items evenly from a list, from its start again when it is too short. */
function spread<T>(list: readonly T[], count: number): T[] {
  return Array.from(
    { length: count },
    (_, at) =>
      list[count <= list.length ? Math.floor((at * list.length) / count) : at % list.length]!,
  );
}

function together(seller: () => Seller, count: number): Group {
  return { sellers: Array.from({ length: count }, seller), booths: 1 };
}

function homeGroups(made: MadeSellers, firstDay: string): Group[] {
  const producers = PUBLISHED_PRODUCERS.map((producer, at): Group => ({
    sellers: [published(producer, firstDay)],
    booths: at % 6 === 5 ? 2 : 1,
  }));
  const units = spread(quangNinhUnitsOn(firstDay), 25).map((unit, at) =>
    together(() => made.of(unit), at < 12 ? (at % 3 === 2 ? 3 : 2) : 1),
  );
  return mix(producers, units);
}

function guestGroups(made: MadeSellers, firstDay: string): Group[] {
  const guests = provincesOn(firstDay).filter(({ code }) => code !== QUANG_NINH);
  const countries = Object.keys(FOREIGN_DEMO_GOODS);
  const shared = spread(guests, 6).map((guest, at) =>
    together(() => made.of(guest), at % 3 === 2 ? 3 : 2),
  );
  const alone = [
    ...spread(guests, 33).map((guest) => made.of(guest)),
    ...spread(guests, 13).map((guest) => made.of(guest)),
    ...Array.from({ length: 10 }, (_, at) => made.from(countries[at % countries.length]!)),
  ].map((seller, at): Group => ({ sellers: [seller], booths: at % 2 === 0 ? 2 : 1 }));
  return mix(alone, shared);
}

/** Both lists in one, the shorter spread evenly among the longer. */
function mix<T>(longer: readonly T[], shorter: readonly T[]): T[] {
  const step = longer.length / Math.max(1, shorter.length);
  return longer.flatMap((item, at) => {
    const from = Math.floor(at / step);
    const until = Math.floor((at + 1) / step);
    return [item, ...(at === longer.length - 1 ? shorter.slice(from) : shorter.slice(from, until))];
  });
}

/**
 * Gives booths in the order of the plan. Two booths of one exhibitor stand side by side; where a row
 * ends, the next who needs only one comes first.
 */
function place(
  groups: readonly Group[],
  booths: readonly PlannedBooth[],
): { seller: Seller; booths: DemoExhibitor['booths'] }[] {
  const waiting = [...groups];
  const standing: { seller: Seller; booths: DemoExhibitor['booths'] }[] = [];
  for (let at = 0; at < booths.length;) {
    const booth = booths[at]!;
    const next = booths[at + 1];
    const hasNeighbour = next?.yCm === booth.yCm && next.xCm === booth.xCm + booth.widthCm;
    const fitting = waiting.findIndex(({ booths: wanted }) => wanted === 1 || hasNeighbour);
    const [group] = waiting.splice(fitting, fitting < 0 ? 0 : 1);
    if (!group) break;
    const sixths = 6 / group.sellers.length;
    group.sellers.forEach((seller, nth) => {
      standing.push({
        seller,
        booths: booths
          .slice(at, at + group.booths)
          .map(({ code }) => ({ code, from: nth * sixths, sixths })),
      });
    });
    at += group.booths;
  }
  return standing;
}

function productsOf(
  seller: Seller,
  firstDay: string,
  dice: Dice,
  barcode: () => string,
): DemoProduct[] {
  const finish = (
    [name, classCode, unit, medianVnd]: DemoGood,
    stars: Pick<DemoProduct, 'star' | 'starYear' | 'certificateExpiresOn'>,
  ): DemoProduct => ({
    name,
    classCode,
    ...stars,
    barcode: barcode(),
    priceVnd: demoPrice(medianVnd, dice),
    unit,
    vatRatePercent: seller.paysVat ? vatOf(classCode) : null,
  });

  if (!seller.isDemo)
    return publishedGoods(seller.name).map(({ good, ...stars }) => finish(good, stars));
  const goods = [...seller.goods];
  const count = Math.min(goods.length, dice.whole(2, 8));
  const hasLocal = LOCAL_PRODUCTS.some(([, name]) => name === goods[0]?.[0]);
  return Array.from({ length: count }, (_, at) => {
    const drawn = at === 0 && hasLocal ? 0 : dice.whole(0, goods.length - 1);
    const good = goods.splice(drawn, 1)[0]!;
    const isNamed = LOCAL_PRODUCTS.some(([, name]) => name === good[0]);
    return finish(
      good,
      seller.origin === 'foreign' || isNamed ? NO_STAR : demoStar(firstDay, dice),
    );
  });
}

const NO_STAR = { star: null, starYear: null, certificateExpiresOn: null };

/** A producer with one published product also sells it in a small pack, which is ours alone. */
function publishedGoods(name: string) {
  const products = PUBLISHED_PRODUCERS.find((producer) => producer.name === name)?.products ?? [];
  const goods = products.map(([product, classCode, star, starYear]) => ({
    good: goodNamed(product, classCode),
    star,
    starYear,
    certificateExpiresOn: null,
  }));
  const [only] = goods;
  if (goods.length > 1 || !only) return goods;
  const [product, classCode, , medianVnd] = only.good;
  const small: DemoGood = [`${product} – gói thử nghiệm`, classCode, 'gói', medianVnd / 2];
  return [only, { good: small, ...NO_STAR }];
}

function goodNamed(name: string, classCode: string): DemoGood {
  const [unit, medianVnd] = priceOfClass(classCode);
  return [name, classCode, unit, name.startsWith('Ngọc trai') ? PEARL_MEDIAN_VND : medianVnd];
}

/** Log-normal around the median, in whole thousands, at least 5,000. */
function demoPrice(medianVnd: number, dice: Dice): number {
  return Math.max(5, Math.round((medianVnd * Math.exp(0.25 * dice.normal())) / 1000)) * 1000;
}

function vatOf(classCode: string): number {
  return classCode.startsWith('II.1') ? EXCISE_VAT_PERCENT : VAT_PERCENT;
}

/** Stars about as the province has them: many threes, some fours, few fives, and goods without. */
function demoStar(firstDay: string, dice: Dice) {
  const throwOf = dice.next();
  const star = throwOf < 0.5 ? 3 : throwOf < 0.7 ? 4 : throwOf < 0.73 ? 5 : null;
  if (star === null) return NO_STAR;
  const months = dice.whole(2, 34);
  const expires = new Date(`${firstDay}T00:00:00Z`);
  expires.setUTCMonth(expires.getUTCMonth() + months, 1);
  return {
    star,
    starYear: expires.getUTCFullYear() - 3,
    certificateExpiresOn: expires.toISOString().slice(0, 10),
  };
}

/** A delegation's quota is the booths it uses, rounded up. */
function delegationsOf(made: MadeSellers, exhibitors: readonly DemoExhibitor[]): DemoDelegation[] {
  return [...made.delegationNames].map(([key, names]) => {
    const sixths = exhibitors
      .filter(({ delegationKey }) => delegationKey === key)
      .flatMap(({ booths }) => booths)
      .reduce((sum, held) => sum + held.sixths, 0);
    return { key, ...names, quota: Math.ceil(sixths / 6) };
  });
}
