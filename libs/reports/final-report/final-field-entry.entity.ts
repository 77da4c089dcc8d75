import { Account } from '@phien/identity';
import { Fair } from '@phien/planning';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { FieldState } from './final-field.rules';

/**
 * What somebody decided of a field of the report on a fair; the latest revision holds. A value of the
 * ledger that was replaced is computed again at any time, so both stay known.
 */
@Entity('final_field_entry')
@ForeignKey(() => Fair, ['fairId'], ['id'])
@Check('final_field_entry_revision_positive', `revision >= 1`)
@Check('final_field_entry_field_shape', `field ~ '^([a-z_]{3,40}|own-[0-9a-f-]{36})$'`)
@Check('final_field_entry_state_known', `state IN ('typed', 'from_ledger', 'left_out')`)
@Check(
  'final_field_entry_own_named',
  `(name_vi IS NOT NULL) = (field LIKE 'own-%') AND (name_en IS NOT NULL) = (field LIKE 'own-%') AND length(name_vi) BETWEEN 1 AND 200 AND length(name_en) BETWEEN 1 AND 200`,
)
@Check('final_field_entry_own_is_typed', `field NOT LIKE 'own-%' OR state <> 'from_ledger'`)
@Check(
  'final_field_entry_text_where_typed',
  `(text_vi IS NOT NULL) = (state = 'typed') AND (text_en IS NOT NULL) = (state = 'typed') AND length(text_vi) BETWEEN 1 AND 4000 AND length(text_en) <= 4000`,
)
export class FinalFieldEntry {
  @PrimaryColumn('uuid') fairId: string;
  /** A field that the house knows, or `own-` and an id. */
  @PrimaryColumn('text') field: string;
  /** From 1, without gaps. */
  @PrimaryColumn('integer') revision: number;
  @Column('text') state: FieldState;
  /** Of a field of one's own. */
  @Column('text', { nullable: true }) nameVi: string | null;
  @Column('text', { nullable: true }) nameEn: string | null;
  @Column('text', { nullable: true }) textVi: string | null;
  /** Empty where nobody translated it. */
  @Column('text', { nullable: true }) textEn: string | null;
  @ForeignKey(() => Account) @Column('uuid') writtenBy: string;
  @Column('timestamptz') writtenAt: Date;
}
