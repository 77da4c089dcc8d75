import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Fair } from '../fair/fair.entity';
import { Zone } from './zone.entity';

export const BOOTH_KINDS = ['standard', 'custom'] as const;
export type BoothKind = (typeof BOOTH_KINDS)[number];
export const FACINGS = ['north', 'east', 'south', 'west'] as const;
export type Facing = (typeof FACINGS)[number];

/** A stand of 3 × 3 m or larger; `faces` is its open side. */
@Entity('booth')
@Unique(['fairId', 'code'])
@Unique(['fairId', 'id', 'zoneId'])
@ForeignKey(() => Fair, ['fairId'], ['id'])
@ForeignKey(() => Zone, ['fairId', 'zoneId'], ['fairId', 'id'])
@Check('booth_kind_known', `kind IN ('standard', 'custom')`)
@Check('booth_faces_known', `faces IN ('north', 'east', 'south', 'west')`)
@Check('booth_size', `width_cm > 0 AND depth_cm > 0`)
@Check('booth_note_length', `length(note) BETWEEN 1 AND 300`)
export class Booth {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') zoneId: string;
  @Column('text') code: string;
  @Column('text', { default: 'standard' }) kind: BoothKind;
  @Column('integer') xCm: number;
  @Column('integer') yCm: number;
  @Column('integer') widthCm: number;
  @Column('integer') depthCm: number;
  @Column('text') faces: Facing;
  /** For whoever draws the plan; told to nobody else. */
  @Column('text', { nullable: true }) note: string | null;
}
