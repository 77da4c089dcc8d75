import { m } from '../paraglide/messages.js';
import type { Exhibitor } from './people.requests';

/** What an exhibitor is, in words. */
export const kindWords: Record<Exhibitor['kind'], () => string> = {
  enterprise: m.people_kind_enterprise,
  cooperative: m.people_kind_cooperative,
  cooperativeGroup: m.people_kind_cooperative_group,
  household: m.people_kind_household,
  facility: m.people_kind_facility,
  farm: m.people_kind_farm,
  tradePromotion: m.people_kind_trade_promotion,
  locality: m.people_kind_locality,
};

export const KINDS = Object.keys(kindWords) as Exhibitor['kind'][];
