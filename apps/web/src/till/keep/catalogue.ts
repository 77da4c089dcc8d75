import type { components } from '../../api/schema.generated';

type Answer = components['schemas']['TillCatalogueDto'];
export type CatalogueItem = components['schemas']['CatalogueItemDto'];
export type Cashier = components['schemas']['TillCashierDto'];

/** What the server last said this register sells, and who sells. */
export interface Catalogue extends Omit<Answer, 'serverTime' | 'clock'> {
  exhibitorId: string;
  /** Fair time is not real time: a demo or a test. */
  isClockMoved: boolean;
  fetchedAt: string;
}

/** What the phone keeps to sell by, from the answer of either door: enrolment or catalogue. */
export function catalogueFrom(answer: Answer, exhibitorId: string): Catalogue {
  const { fair, exhibitorName, taxCode, boothId, boothCode, zoneId, registerName } = answer;
  const { products, cashiers, bankAccount, clock, serverTime } = answer;
  return {
    fair,
    exhibitorId,
    exhibitorName,
    taxCode,
    boothId,
    boothCode,
    zoneId,
    registerName,
    products,
    cashiers,
    bankAccount,
    isClockMoved: clock.isMoved,
    fetchedAt: serverTime,
  };
}
