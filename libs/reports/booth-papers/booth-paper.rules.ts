import type { ReportLanguage } from '../report/report.rules';

/** What is printed or taken out of the plan; made when it is asked for, of what stands then. */
export const BOOTH_PAPERS = [
  'signs.pdf',
  'badges.pdf',
  'list.pdf',
  'list.xlsx',
  'list.csv',
] as const;
export type BoothPaper = (typeof BOOTH_PAPERS)[number];

export type BadgeRole =
  | 'representative'
  | 'seller'
  | 'organizer'
  | 'zone_staff'
  | 'delegation_lead';

export interface Person {
  name: string;
  role: BadgeRole;
}

/** A share of a booth, and whose it is. */
export interface ListedShare {
  exhibitorId: string;
  exhibitorName: string;
  placeVi: string;
  placeEn: string;
  delegationVi: string | null;
  delegationEn: string | null;
  sixths: number;
  state: 'held' | 'offered' | 'confirmed';
  /** ISO 8601; null when confirmed. */
  heldUntil: string | null;
  /** The most stars of what it sells; null without any. */
  star: number | null;
  representative: string | null;
  phone: string | null;
  /** Who sells for it, known to its tills. */
  sellers: string[];
}

export interface ListedBooth {
  code: string;
  zoneVi: string;
  zoneEn: string;
  areaCm2: number;
  shares: ListedShare[];
}

/** Of the house: they stand at no booth. */
export interface StaffMember extends Person {
  /** Zones or delegation. */
  ofVi: string;
  ofEn: string;
}

export interface BoothPaperContent {
  fair: {
    code: string;
    nameVi: string;
    nameEn: string;
    timeZone: string;
    /** Where the fair is on the web; without it no code is printed. */
    url: string | null;
  };
  /** ISO 8601, fair time. */
  asOf: string;
  booths: ListedBooth[];
  staff: StaffMember[];
}

export interface BoothPaperSubject {
  boothPaper: BoothPaper;
  language: ReportLanguage;
  content: BoothPaperContent;
}

/** A card of someone; without a name there is a line to write it on. */
export interface Badge {
  name: string | null;
  role: BadgeRole;
  exhibitorName: string | null;
  boothCodes: string[];
  of: string | null;
}

/**
 * The cards of a fair: of everyone known by name at each exhibitor whose place is confirmed, by booth,
 * and one to be filled in where nobody is; then of the house.
 */
export function badgesOf({ booths, staff }: BoothPaperContent, language: ReportLanguage): Badge[] {
  const codesOf = new Map<string, string[]>();
  const shareOf = new Map<string, ListedShare>();
  for (const { code, shares } of booths) {
    for (const share of shares.filter(({ state }) => state === 'confirmed')) {
      codesOf.set(share.exhibitorId, [...(codesOf.get(share.exhibitorId) ?? []), code]);
      shareOf.set(share.exhibitorId, share);
    }
  }
  const exhibitors = [...shareOf.values()].flatMap((share): Badge[] => {
    const { exhibitorId, exhibitorName, representative, sellers } = share;
    const at = { exhibitorName, boothCodes: codesOf.get(exhibitorId) ?? [], of: null };
    const sells = sellers
      .filter((name) => name !== representative)
      .map((name): Badge => ({ ...at, name, role: 'seller' }));
    if (representative !== null) {
      return [{ ...at, name: representative, role: 'representative' }, ...sells];
    }
    return sells.length > 0 ? sells : [{ ...at, name: null, role: 'seller' }];
  });
  const house = staff.map(({ name, role, ofVi, ofEn }): Badge => ({
    name,
    role,
    exhibitorName: null,
    boothCodes: [],
    of: language === 'vi' ? ofVi : ofEn,
  }));
  return [...exhibitors, ...house];
}
