import { Account } from '@phien/identity';
import { Fair } from '@phien/planning';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** Who stands before a wall: those who may see what officials see, or anybody who passes by. */
export const WALL_AUDIENCES = ['officials', 'public'] as const;
export type WallAudience = (typeof WALL_AUDIENCES)[number];

export const WALL_LANGUAGES = ['vi', 'en'] as const;
export type WallLanguage = (typeof WALL_LANGUAGES)[number];

/** A link by which one wall shows the board, for as long as nobody revokes it. It only ever reads. */
@Entity('wall_link')
@Unique('wall_link_secret', ['fairId', 'tokenHash'])
@ForeignKey(() => Fair, ['fairId'], ['id'])
@Check('wall_link_token_hashed', 'octet_length(token_hash) = 32')
@Check('wall_link_named', 'length(name) BETWEEN 1 AND 60')
@Check('wall_link_audience_known', `audience IN ('officials', 'public')`)
@Check('wall_link_language_known', `language IN ('vi', 'en')`)
@Check('wall_link_revoked_by_one', '(revoked_by IS NULL) = (revoked_at IS NULL)')
export class WallLink {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  audience: WallAudience;

  @Column('text')
  language: WallLanguage;

  @Column('bytea')
  tokenHash: Buffer;

  @ForeignKey(() => Account)
  @Column('uuid')
  issuedBy: string;

  @Column('timestamptz')
  issuedAt: Date;

  /** When the wall last asked for anything, to the minute. */
  @Column('timestamptz', { nullable: true })
  seenAt: Date | null;

  @ForeignKey(() => Account)
  @Column('uuid', { nullable: true })
  revokedBy: string | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
