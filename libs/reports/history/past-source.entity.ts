import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { PastFair } from './past-fair.entity';

/**
 * Where something about a past fair was published. Of some of the seed only several articles are on
 * record and not which of them said it: then one row names them all.
 */
@Entity('past_source')
@Unique('past_source_of_fair', ['id', 'pastFairCode'])
@Check('past_source_named', `length(publisher) BETWEEN 1 AND 300`)
@Check('past_source_findable', `coalesce(length(title), 0) + coalesce(length(address), 0) >= 1`)
export class PastSource {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey(() => PastFair)
  @Column('text')
  pastFairCode: string;
  @Column('text') publisher: string;
  @Column('text', { nullable: true }) title: string | null;
  /** A web address, long ones of the seed shortened with …, or where the paper is kept. */
  @Column('text', { nullable: true }) address: string | null;
  @Column('date', { nullable: true }) publishedOn: string | null;
}
