import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A person, or a post such as a gate, that signs in with a login and a password. */
@Entity('account')
@Unique(['login'])
@Check('account_login_folded', `login = lower(btrim(login)) AND login <> ''`)
export class Account {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  login: string;

  @Column('text')
  name: string;

  @Column('text')
  passwordHash: string;

  @Column('boolean', { default: false })
  mayOpenFairs: boolean;

  @Column('boolean', { default: false })
  isDemo: boolean;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  disabledAt: Date | null;
}
