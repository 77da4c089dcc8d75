import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The right to make the first account of an install; at most one, and none once somebody exists. */
@Entity('setup_link')
@Check('setup_link_token_hashed', 'octet_length(token_hash) = 32')
export class SetupLink {
  @PrimaryColumn('bytea')
  tokenHash: Buffer;

  @Column('timestamptz')
  issuedAt: Date;

  @Column('timestamptz')
  expiresAt: Date;
}
