import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { Fair } from '../fair/fair.entity';
import { Booth } from '../plan/booth.entity';
import type { AllocationState } from './state.rules';

/**
 * Which sixths of a booth an exhibitor holds, and when. Two exclusion constraints answer what no
 * code path can be trusted with: no sixth is given twice at one time, and no booth is shared by
 * exhibitors who did not come together (`sharerId`: the delegation, else the exhibitor itself).
 *
 * What is held or offered takes its place as what is confirmed does, until its term: from then on it
 * stands no more, and whoever next changes the booth writes down that it ended. Whoever counts or
 * sells reads `state = 'confirmed'`; a spec sees that no statement forgets to say so.
 */
@Entity('allocation')
@ForeignKey(() => Fair, ['fairId'], ['id'])
@ForeignKey(() => Booth, ['fairId', 'boothId'], ['fairId', 'id'])
@ForeignKey(() => Exhibitor, ['fairId', 'exhibitorId'], ['fairId', 'id'])
@Check('allocation_sixths_range', `NOT isempty(sixths) AND sixths <@ '{[0,6)}'::int4multirange`)
@Check('allocation_state_known', `state IN ('held', 'offered', 'confirmed')`)
@Check('allocation_held_until', `(state = 'confirmed') = (held_until IS NULL)`)
@Index('allocation_runs_out', ['heldUntil'], {
  where: 'freed_at IS NULL AND held_until IS NOT NULL',
})
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
  /** As Postgres writes it: '(,)' is the whole fair, whatever its days become. */
  @Column('tstzrange') during: string;
  @Column('timestamptz', { nullable: true }) freedAt: Date | null;
  @Column('text', { default: 'confirmed' }) state: AllocationState;
  /** Of what is held or offered: the moment from which it no longer stands. */
  @Column('timestamptz', { nullable: true }) heldUntil: Date | null;
}
