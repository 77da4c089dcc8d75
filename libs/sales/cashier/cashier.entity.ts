import { Exhibitor } from '@phien/planning';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * Someone who sells for an exhibitor. The PIN is a screen lock that works without network, so its
 * hash goes to the exhibitor's tills: PBKDF2-SHA-256 over the PIN's digits, `pinRounds` times.
 */
@Entity('cashier')
@Index('cashier_one_name', ['fairId', 'exhibitorId', 'name'], {
  unique: true,
  where: '(removed_at IS NULL)',
})
@ForeignKey(() => Exhibitor, ['fairId', 'exhibitorId'], ['fairId', 'id'])
@Check('cashier_pin_hashed', `octet_length(pin_salt) = 16 AND octet_length(pin_hash) = 32`)
@Check('cashier_pin_rounds', `pin_rounds >= 100000`)
export class Cashier {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') exhibitorId: string;
  @Column('text') name: string;
  @Column('bytea') pinSalt: Buffer;
  @Column('bytea') pinHash: Buffer;
  @Column('integer') pinRounds: number;
  /** May give money back: refunds and voids. */
  @Column('boolean') mayRefund: boolean;
  @Column('timestamptz') addedAt: Date;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
}
