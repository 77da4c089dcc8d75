import { m } from '../../paraglide/messages.js';

const names: Record<string, () => string> = {
  I: m.till_sector_1,
  II: m.till_sector_2,
  III: m.till_sector_3,
  IV: m.till_sector_4,
  V: m.till_sector_5,
  VI: m.till_sector_6,
};

/** A sector of the product classes, as sellers call it. */
export const sectorName = (sector: string): string => names[sector]?.() ?? sector;
