import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Fair } from '../fair/fair.entity';

export const ZONE_KINDS = ['selling', 'stage', 'exhibition'] as const;
export type ZoneKind = (typeof ZONE_KINDS)[number];

/** A numbered area of the hall; lengths are integer centimetres from the hall's north-west corner. */
@Entity('zone')
@Unique(['fairId', 'code'])
@ForeignKey(() => Fair, ['fairId'], ['id'])
@Check('zone_kind_known', `kind IN ('selling', 'stage', 'exhibition')`)
@Check('zone_size', `width_cm > 0 AND depth_cm > 0`)
export class Zone {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') nameVi: string;
  @Column('text') nameEn: string;
  @Column('text') kind: ZoneKind;
  @Column('integer') xCm: number;
  @Column('integer') yCm: number;
  @Column('integer') widthCm: number;
  @Column('integer') depthCm: number;
}
