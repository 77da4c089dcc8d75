import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Fair } from '../fair/fair.entity';
import type { PhotoType } from '../product/photo.rules';

/**
 * A picture under the plan that is being drawn, one a fair: a builder's plan or a photo from above,
 * which organizers draw over. It is no part of the draft, nor of what is published.
 */
@Entity('plan_backdrop')
@Check('plan_backdrop_type_known', `media_type IN ('image/jpeg', 'image/webp', 'image/png')`)
@Check(
  'plan_backdrop_bounded',
  `octet_length(bytes) BETWEEN 1 AND 6291456 AND width_px BETWEEN 1 AND 8192 AND height_px BETWEEN 1 AND 8192`,
)
@Check('plan_backdrop_hash_of_bytes', `sha256 = sha256(bytes)`)
@Check(
  'plan_backdrop_placed',
  `width_cm BETWEEN 10 AND 1000000 AND opacity_percent BETWEEN 5 AND 100`,
)
export class PlanBackdrop {
  @ForeignKey(() => Fair)
  @PrimaryColumn('uuid')
  fairId: string;

  @Column('text') mediaType: PhotoType;
  @Column('bytea') bytes: Buffer;
  @Column('bytea') sha256: Buffer;
  @Column('integer') widthPx: number;
  @Column('integer') heightPx: number;
  /** From the hall's north-west corner; its depth follows from its width. */
  @Column('integer') xCm: number;
  @Column('integer') yCm: number;
  @Column('integer') widthCm: number;
  @Column('smallint') opacityPercent: number;
  /** A hand does not move it. */
  @Column('boolean') isLocked: boolean;

  @ForeignKey(() => Account)
  @Column('uuid')
  addedBy: string;

  @Column('timestamptz') addedAt: Date;
}
