import { ExhibitorKind, Origin } from './exhibitor.entity';

/** Who takes booths at the fair. */
export class ExhibitorDto {
  id: string;

  name: string;

  kind: ExhibitorKind;

  origin: Origin;

  /** ISO 3166-1 alpha-2. */
  countryCode: string;

  /** Set of the place: 63, 34, qn-districts or qn-communes; a code means something only within it. */
  placeSet: string | null;

  placeCode: string | null;

  /** Full name of the place ('Phường Hồng Gai'), else of the country; in Vietnamese. */
  placeNameVi: string;

  placeNameEn: string;

  /** Name of the former district, as people still say it. */
  formerDistrict: string | null;

  taxCode: string | null;

  /** False: the seller charges no VAT. */
  paysVat: boolean;

  delegationId: string | null;

  delegationNameVi: string | null;

  delegationNameEn: string | null;

  /** Invented, to try the product out. */
  isDemo: boolean;

  /** Codes of its booths, shared ones included. */
  boothCodes: string[];
}
