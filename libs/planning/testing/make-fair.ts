import { newId } from '@phien/kernel';
import type { EntityManager } from 'typeorm';
import { Allocation } from '../allocation/allocation.entity';
import { Exhibitor, type Origin } from '../exhibitor/exhibitor.entity';
import { FairDay } from '../fair/fair-day.entity';
import type { FairState } from '../fair/fair-state.rules';
import { Fair, type BoothMoneyVisibleTo } from '../fair/fair.entity';
import { Booth } from '../plan/booth.entity';
import { Zone } from '../plan/zone.entity';
import { Product } from '../product/product.entity';

export interface SmallFairWish {
  /** Booths, split between zones A and B; 4 unless told. */
  booths?: number;
  /** One exhibitor with products in each of the first booths; as many as booths unless told. */
  exhibitors?: number;
  productsPerExhibitor?: number;
  /** Fair days, 'YYYY-MM-DD'; 28, 29 and 30 October 2025 unless told. */
  days?: string[];
  timeZone?: string;
  dayCutMinutes?: number;
  boothMoneyVisibleTo?: BoothMoneyVisibleTo;
  isDemo?: boolean;
  /** As people set it; `running` unless told. */
  state?: FairState;
}

export interface SmallFair {
  fairId: string;
  code: string;
  days: string[];
  zones: { id: string; code: string }[];
  booths: { id: string; code: string; zoneId: string }[];
  exhibitors: { id: string; name: string; origin: Origin; boothId: string }[];
  products: {
    id: string;
    exhibitorId: string;
    name: string;
    classCode: string;
    star: number | null;
    priceVnd: number;
    vatRatePercent: number | null;
  }[];
  allocations: { id: string; boothId: string; exhibitorId: string }[];
}

const ORIGINS = ['inProvince', 'otherProvince', 'foreign'] as const;
const STARS = [3, 4, 5, null] as const;

/**
 * A fair of a spec's own, small and whole: two selling zones, booths of 3 × 3 m in one row each,
 * exhibitors of every origin (every fourth charges no VAT), products of every star, one allocation
 * per exhibitor over all days. Needs `planningEntities` in the data source.
 */
export async function makeFair(em: EntityManager, wish: SmallFairWish = {}): Promise<SmallFair> {
  const boothCount = wish.booths ?? 4;
  const exhibitorCount = Math.min(wish.exhibitors ?? boothCount, boothCount);
  const days = wish.days ?? ['2025-10-28', '2025-10-29', '2025-10-30'];
  const fairId = newId();
  const code = `fair-${fairId}`;
  const perZone = Math.max(1, Math.ceil(boothCount / 2));

  await em.insert(Fair, {
    id: fairId,
    code,
    nameVi: 'Hội chợ kiểm thử',
    nameEn: 'Test fair',
    venueVi: 'Nhà kiểm thử',
    venueEn: 'Test hall',
    timeZone: wish.timeZone ?? 'Asia/Ho_Chi_Minh',
    dayCutMinutes: wish.dayCutMinutes ?? 0,
    boothMoneyVisibleTo: wish.boothMoneyVisibleTo ?? 'organizers',
    state: wish.state ?? 'running',
    isDemo: wish.isDemo ?? true,
    hallWidthCm: perZone * 300,
    hallDepthCm: 1200,
    createdAt: new Date('2025-10-01T00:00:00Z'),
  });
  await em.insert(
    FairDay,
    days.map((day) => ({ fairId, day, opensAt: '08:00', closesAt: '22:00' })),
  );

  const zones = ['A', 'B'].map((letter, at) => ({
    fairId,
    id: newId(),
    code: letter,
    nameVi: `Khu ${letter}`,
    nameEn: `Zone ${letter}`,
    kind: 'selling' as const,
    xCm: 0,
    yCm: at * 600,
    widthCm: perZone * 300,
    depthCm: 600,
  }));
  await em.insert(Zone, zones);

  const booths = Array.from({ length: boothCount }, (_, n) => {
    const zone = zones[n < perZone ? 0 : 1]!;
    const place = n % perZone;
    return {
      fairId,
      id: newId(),
      zoneId: zone.id,
      code: `${zone.code}${String(place + 1).padStart(2, '0')}`,
      xCm: place * 300,
      yCm: zone.yCm,
      widthCm: 300,
      depthCm: 300,
      faces: 'south' as const,
    };
  });
  if (booths.length > 0) await em.insert(Booth, booths);

  const exhibitors = booths.slice(0, exhibitorCount).map((booth, n) => {
    const origin = ORIGINS[n % ORIGINS.length]!;
    return {
      fairId,
      id: newId(),
      name: `Đơn vị kiểm thử ${booth.code}`,
      kind: n % 4 === 3 ? ('household' as const) : ('cooperative' as const),
      origin,
      countryCode: origin === 'foreign' ? 'TH' : 'VN',
      placeSet: origin === 'foreign' ? null : origin === 'inProvince' ? 'qn-communes' : '34',
      placeCode: origin === 'foreign' ? null : origin === 'inProvince' ? '06685' : '04',
      paysVat: n % 4 !== 3,
      isDemo: true,
      boothId: booth.id,
    };
  });
  if (exhibitors.length > 0) {
    await em.insert(
      Exhibitor,
      exhibitors.map(({ boothId: _, ...row }) => row),
    );
  }

  const products = exhibitors.flatMap((exhibitor, n) =>
    Array.from({ length: wish.productsPerExhibitor ?? 2 }, (_, k) => ({
      fairId,
      id: newId(),
      exhibitorId: exhibitor.id,
      name: `Sản phẩm kiểm thử ${n + 1}.${k + 1}`,
      classCode: k % 2 === 0 ? 'I.3.d' : 'II.1.b',
      star: STARS[(n + k) % STARS.length] ?? null,
      priceVnd: 50_000 * (k + 1) + 10_000 * n,
      unit: 'hộp',
      vatRatePercent: exhibitor.paysVat ? 8 : null,
      isDemo: true,
    })),
  );
  if (products.length > 0) await em.insert(Product, products);

  const allocations = exhibitors.map(({ id, boothId }) => ({
    fairId,
    id: newId(),
    boothId,
    exhibitorId: id,
    sharerId: id,
    sixths: '{[0,6)}',
    during: '[,)',
  }));
  if (allocations.length > 0) await em.insert(Allocation, allocations);

  return { fairId, code, days, zones, booths, exhibitors, products, allocations };
}
