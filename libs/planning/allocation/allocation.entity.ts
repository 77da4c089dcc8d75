import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryColumn } from 'typeorm';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { Fair } from '../fair/fair.entity';
import { Booth } from '../plan/booth.entity';

/**
 * Which sixths of a booth an exhibitor holds, and when. Two exclusion constraints answer what no
 * code path can be trusted with: no sixth is given twice at one time, and no booth is shared by
 * exhibitors who did not come together (`sharerId`: the delegation, else the exhibitor itself).
 */
@Entity('allocation')
@ForeignKey(() => Fair, ['fairId'], ['id'])
@ForeignKey(() => Booth, ['fairId', 'boothId'], ['fairId', 'id'])
@ForeignKey(() => Exhibitor, ['fairId', 'exhibitorId'], ['fairId', 'id'])
@Check('allocation_sixths_range', `NOT isempty(sixths) AND sixths <@ '{[0,6)}'::int4multirange`)
@Exclusion(
  'allocation_sixths_once',
  `USING gist (fair_id WITH =, booth_id WITH =, during WITH &&, sixths WITH &&) WHERE (freed_at IS NULL)`,
)
@Exclusion(
  'allocation_one_sharer',
  `USING gist (fair_id WITH =, booth_id WITH =, during WITH &&, sharer_id WITH <>) WHERE (freed_at IS NULL)`,
)
export class Allocation {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') boothId: string;
  @Column('uuid') exhibitorId: string;
  @Column('uuid') sharerId: string;
  /** As Postgres writes it: '{[0,3)}' is the first half. */
  @Column('int4multirange') sixths: string;
  /** As Postgres writes it: '["2025-10-28 01:00:00+00","2025-11-03 15:00:00+00")'. */
  @Column('tstzrange') during: string;
  @Column('timestamptz', { nullable: true }) freedAt: Date | null;
}
