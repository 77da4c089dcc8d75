import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Fair } from '../fair/fair.entity';
import { PlaceRow } from '../place/place.entity';
import { Delegation } from './delegation.entity';

export const EXHIBITOR_KINDS = [
  'enterprise',
  'cooperative',
  'cooperativeGroup',
  'household',
  'facility',
  'farm',
  'tradePromotion',
  'locality',
] as const;
export type ExhibitorKind = (typeof EXHIBITOR_KINDS)[number];
export type Origin = 'inProvince' | 'otherProvince' | 'foreign';

/** Who takes booths. The place is known by set and code when a source names it, else null. */
@Entity('exhibitor')
@ForeignKey(() => Fair, ['fairId'], ['id'])
@ForeignKey(() => Delegation, ['fairId', 'delegationId'], ['fairId', 'id'])
@ForeignKey(() => PlaceRow, ['placeSet', 'placeCode'], ['set', 'code'])
@Check(
  'exhibitor_kind_known',
  `kind IN ('enterprise', 'cooperative', 'cooperativeGroup', 'household', 'facility', 'farm', 'tradePromotion', 'locality')`,
)
@Check('exhibitor_origin_known', `origin IN ('inProvince', 'otherProvince', 'foreign')`)
@Check('exhibitor_origin_matches_country', `(origin = 'foreign') = (country_code <> 'VN')`)
@Check('exhibitor_place_whole', `(place_set IS NULL) = (place_code IS NULL)`)
@Check('exhibitor_country_shape', `country_code ~ '^[A-Z]{2}$'`)
@Check('exhibitor_representative_length', `length(representative) BETWEEN 1 AND 200`)
@Check('exhibitor_contact_phone_shape', `contact_phone ~ '^[+]?[0-9][0-9 .()-]{5,24}$'`)
export class Exhibitor {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') kind: ExhibitorKind;
  @Column('text') origin: Origin;
  /** ISO 3166-1 alpha-2. */
  @Column('text') countryCode: string;
  @Column('text', { nullable: true }) placeSet: string | null;
  @Column('text', { nullable: true }) placeCode: string | null;
  /** Code in the set qn-districts: people still say "gian hàng Tiên Yên". */
  @Column('text', { nullable: true }) formerDistrict: string | null;
  @Column('text', { nullable: true }) taxCode: string | null;
  /** False: the seller charges no VAT (a household below the threshold); its lines carry no rate. */
  @Column('boolean') paysVat: boolean;
  @Column('uuid', { nullable: true }) delegationId: string | null;
  @Column('boolean') isDemo: boolean;
  /** Who speaks for it; personal, for organizers alone, as its phone. */
  @Column('text', { nullable: true }) representative: string | null;
  @Column('text', { nullable: true }) contactPhone: string | null;
}
