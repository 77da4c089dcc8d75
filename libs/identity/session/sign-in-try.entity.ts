import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * One try to sign in, by login and never by address: a whole fair shares one address. Kept for
 * logins nobody has as well, or the limit itself would tell which logins exist.
 */
@Entity('sign_in_try')
@Index(['login', 'at'])
export class SignInTry {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  login: string;

  @Column('timestamptz')
  at: Date;

  @Column('boolean')
  succeeded: boolean;
}
