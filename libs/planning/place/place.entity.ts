import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * An administrative unit an exhibitor comes from, by set and code. Rows come with the migrations,
 * from libs/places; nothing writes them at run time.
 */
@Entity('place')
@Check('place_set_known', `set IN ('63', '34', 'qn-districts', 'qn-communes')`)
@Check(
  'place_kind_known',
  `kind IN ('municipality', 'province', 'city', 'town', 'district', 'ward', 'commune', 'specialZone')`,
)
@Check('place_life', `valid_from <= valid_to`)
export class PlaceRow {
  @PrimaryColumn('text') set: string;
  @PrimaryColumn('text') code: string;
  @Column('text') kind: string;
  @Column('text') nameVi: string;
  @Column('text') nameEn: string;
  @Column('text') fullNameVi: string;
  @Column('text') fullNameEn: string;
  @Column('date', { nullable: true }) validFrom: string | null;
  @Column('date', { nullable: true }) validTo: string | null;
}
