import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Fair } from '../fair/fair.entity';
import type { DrawKind } from './draw.rules';

/**
 * A draw of lots before it is drawn: who takes part for what, frozen and published with its hash, and
 * a number that stays sealed until the seed was said. Append-only by a trigger.
 */
@Entity('draw')
@ForeignKey(() => Fair, ['fairId'], ['id'])
@Check('draw_kind_known', `kind IN ('order', 'places')`)
@Check('draw_title_length', `length(title) BETWEEN 1 AND 120`)
@Check('draw_list_hash_of_list', `list_hash = encode(sha256(convert_to(list, 'UTF8')), 'hex')`)
@Check(
  'draw_seal_in_list',
  `seal ~ '^[0-9a-f]{64}$' AND position('seal ' || encode(sha256(convert_to(seal, 'UTF8')), 'hex') IN list) > 0`,
)
export class Draw {
  @PrimaryColumn('uuid') fairId: string;
  /** Made by whoever prepares it and kept, so that sending twice is once. */
  @PrimaryColumn('uuid') id: string;
  @Column('text') title: string;
  @Column('text') kind: DrawKind;
  /** As `listText` writes it. */
  @Column('text') list: string;
  /** Hex. */
  @Column('text') listHash: string;
  /** 256 random bits, hex; told to nobody before the draw. */
  @Column('text') seal: string;
  @ForeignKey(() => Account)
  @Column('uuid')
  preparedBy: string;
  /** Fair time. */
  @Column('timestamptz') preparedAt: Date;
}
