import { Account } from '@phien/identity';
import { Fair } from '@phien/planning';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How far an archive is that someone waits for; as `WantedPaper` is for papers. */
@Entity('wanted_archive')
@Check('wanted_archive_percent', `percent BETWEEN 0 AND 100`)
export class WantedArchive {
  @ForeignKey(() => Fair) @PrimaryColumn('uuid') fairId: string;
  @ForeignKey(() => Account) @Column('uuid') askedBy: string;
  /** Null until a worker begins. */
  @Column('smallint', { nullable: true }) percent: number | null;
  /** Why the last try ended without a file; null while there is hope. */
  @Column('text', { nullable: true }) failedCode: string | null;
  /** Real time of the last try, for the pause before the next. */
  @Column('timestamptz', { nullable: true }) triedAt: Date | null;
}
