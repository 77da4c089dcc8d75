import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Fair } from '../fair/fair.entity';
import { PlaceRow } from '../place/place.entity';

/** A locality that comes with its sellers and shares out a number of booths among them. */
@Entity('delegation')
@ForeignKey(() => Fair, ['fairId'], ['id'])
@ForeignKey(() => PlaceRow, ['placeSet', 'placeCode'], ['set', 'code'])
@Check('delegation_quota_range', `quota >= 0`)
@Check('delegation_country_shape', `country_code ~ '^[A-Z]{2}$'`)
@Check(
  'delegation_place_whole',
  `num_nonnulls(place_set, place_code) = CASE WHEN country_code = 'VN' THEN 2 ELSE 0 END`,
)
@Check('delegation_contact_person_length', `length(contact_person) BETWEEN 1 AND 200`)
@Check('delegation_contact_phone_shape', `contact_phone ~ '^[+]?[0-9][0-9 .()-]{5,24}$'`)
@Check(
  'delegation_contact_mail_shape',
  `contact_mail ~ '^[^@ ]+@[^@ ]+$' AND length(contact_mail) <= 254`,
)
export class Delegation {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') nameVi: string;
  @Column('text') nameEn: string;
  /** Booths it may share out; null while not decided, or never published. */
  @Column('smallint', { nullable: true }) quota: number | null;
  /** ISO 3166-1 alpha-2; null where nobody said which place it stands for. */
  @Column('text', { nullable: true }) countryCode: string | null;
  @Column('text', { nullable: true }) placeSet: string | null;
  @Column('text', { nullable: true }) placeCode: string | null;
  /** Whom to call about it; personal, for organizers alone. */
  @Column('text', { nullable: true }) contactPerson: string | null;
  @Column('text', { nullable: true }) contactPhone: string | null;
  @Column('text', { nullable: true }) contactMail: string | null;
  /** Whether its lead gives the booths of its cluster to its exhibitors. */
  @Column('boolean', { default: false }) leadGivesBooths: boolean;
}
