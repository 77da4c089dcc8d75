import type { BankAccount, Cashier, Catalogue, CatalogueItem } from './keep';

/** What the doors of enrolment and catalogue answer; an older server leaves out what it lacks. */
export interface CatalogueAnswer {
  fair?: Catalogue['fair'];
  exhibitorId?: string;
  exhibitorName: string;
  taxCode?: string | null;
  boothId: string;
  boothCode: string;
  zoneId: string;
  registerName?: string;
  timeZone?: string;
  dayCutMinutes?: number;
  products: (Pick<CatalogueItem, 'id' | 'name' | 'priceVnd' | 'unit'> & Partial<CatalogueItem>)[];
  cashiers?: Cashier[];
  bankAccount?: BankAccount | null;
  serverTime: string;
  clock?: { isMoved: boolean };
}

/** What the phone keeps to sell by, from an answer; every field that it sells by is then there. */
export function catalogueFrom(answer: CatalogueAnswer, exhibitorId: string): Catalogue {
  return {
    fair: answer.fair ?? {
      nameVi: answer.exhibitorName,
      nameEn: answer.exhibitorName,
      code: '',
      timeZone: answer.timeZone ?? 'Asia/Ho_Chi_Minh',
      dayCutMinutes: answer.dayCutMinutes ?? 0,
      isDemo: false,
      boothMoneyVisibleTo: null,
    },
    exhibitorId,
    exhibitorName: answer.exhibitorName,
    taxCode: answer.taxCode ?? null,
    boothId: answer.boothId,
    boothCode: answer.boothCode,
    zoneId: answer.zoneId,
    registerName: answer.registerName ?? answer.boothCode,
    products: answer.products.map((item) => ({
      id: item.id,
      name: item.name,
      classCode: item.classCode ?? null,
      star: item.star ?? null,
      certificateExpiresOn: item.certificateExpiresOn ?? null,
      barcode: item.barcode ?? null,
      priceVnd: item.priceVnd,
      unit: item.unit,
      vatRatePercent: item.vatRatePercent ?? null,
      isWeighed: item.isWeighed ?? false,
      isSoldOut: item.isSoldOut ?? false,
      photo: item.photo ?? null,
    })),
    cashiers: answer.cashiers ?? [],
    bankAccount: answer.bankAccount ?? null,
    isClockMoved: answer.clock?.isMoved ?? false,
    fetchedAt: answer.serverTime,
  };
}
