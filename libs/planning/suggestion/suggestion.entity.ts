import type { Envy, Plan, Reasons } from '@phien/allocator';
import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Fair } from '../fair/fair.entity';
import type {
  SuggestionChoiceDto,
  SuggestionConflictDto,
  SuggestionOfferDto,
} from './suggestion.dto';
import type { SuggestionState } from './suggestion.rules';

/** Who is to be placed, as it was when asked: what the instance does not hold, and pages show. */
export interface KeptClaimant {
  /** In the instance: the exhibitor's id, `ID/2` for a further place. */
  key: string;
  exhibitorId: string;
  exhibitorName: string;
  delegationId: string | null;
  size: number;
  units: number;
  isLocked: boolean;
  /** What it was told; of what was only held for it an exhibitor knows nothing. */
  prev: string[] | null;
  /** Where it stood, told or not. */
  beforeCodes: string[] | null;
}

/** A plan as `fair-alloc/1` writes it; of a search under way the best so far, of no lane yet. */
export type KeptPlan = Omit<Plan, OfLane> & Partial<Pick<Plan, OfLane>>;

type OfLane = 'lane' | 'budget' | 'start';

/**
 * One run of the allocation engine: what it was asked, the very bytes it read, and what it found, so
 * that it can be repeated before somebody who complains. What was asked never changes, nor does a plan
 * after its search ended; a trigger sees to both. That it was accepted is told by the log of steps.
 */
@Entity('suggestion')
@ForeignKey(() => Fair, ['fairId'], ['id'])
@ForeignKey(() => Account, ['askedBy'], ['id'])
@Index('suggestion_one_under_way', ['fairId'], {
  unique: true,
  where: `state IN ('waiting', 'searching')`,
})
@Check(
  'suggestion_state_known',
  `state IN ('waiting', 'searching', 'explaining', 'found', 'conflict', 'unknown', 'failed')`,
)
@Check('suggestion_instance_hashed', `instance_hash = sha256(instance)`)
@Check('suggestion_started', `started_at IS NOT NULL OR state IN ('waiting', 'unknown', 'failed')`)
@Check('suggestion_ended', `(ended_at IS NULL) = (state IN ('waiting', 'searching'))`)
@Check('suggestion_plan_found', `plan IS NOT NULL OR state NOT IN ('explaining', 'found')`)
@Check('suggestion_conflict_told', `(conflict IS NOT NULL) = (state = 'conflict')`)
export class Suggestion {
  @PrimaryColumn('uuid') fairId: string;
  /** Made by whoever asks and kept, so that asking twice is once. */
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') askedBy: string;
  /** Fair time, as are the other instants but `heardAt`. */
  @Column('timestamptz') askedAt: Date;
  /** With every weight named. */
  @Column('jsonb') choice: SuggestionChoiceDto;
  /** The file in `fair-alloc/1`, byte for byte as the engine reads it. */
  @Column('bytea') instance: Buffer;
  @Column('bytea') instanceHash: Buffer;
  @Column('jsonb') claimants: KeptClaimant[];
  @Column('integer') exhibitorCount: number;
  @Column('integer') boothCount: number;
  /** Version of the engine that searched, or is to search. */
  @Column('text') engine: string;
  @Column('text') state: SuggestionState;
  @Column('timestamptz', { nullable: true }) startedAt: Date | null;
  /** Of the search; reasons and offers are worked out after it. */
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('timestamptz', { nullable: true }) stopAskedAt: Date | null;
  @Column('jsonb', { nullable: true }) plan: KeptPlan | null;
  @Column('jsonb', { nullable: true }) conflict: SuggestionConflictDto | null;
  /** As the engine tells them, by keys: names are put in when they are read. */
  @Column('jsonb', { nullable: true }) reasons: readonly Reasons[] | null;
  @Column('jsonb', { nullable: true }) envies: readonly Envy[] | null;
  @Column('jsonb', { default: [] }) offers: SuggestionOfferDto[];
  /** How often a worker took it up: only the last one that did may write. */
  @Column('integer', { default: 0 }) takes: number;
  /** How often something changed that pages show; raised by a trigger. */
  @Column('integer', { default: 1 }) news: number;
  /** When that worker last said that it lives, by the database's own clock. */
  @Column('timestamptz', { nullable: true }) heardAt: Date | null;
}
