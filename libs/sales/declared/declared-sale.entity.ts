import { Account } from '@phien/identity';
import { Booth, Exhibitor } from '@phien/planning';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Register } from '../register/register.entity';
import { DeclareLink } from './declare-link.entity';

/** Who said it: the booth by its link or at its till, or somebody for a silent booth. */
export const DECLARED_SOURCES = [
  'booth_link',
  'till',
  'zone_staff',
  'delegation_lead',
  'organizer',
] as const;

export type DeclaredSource = (typeof DECLARED_SOURCES)[number];

/**
 * What an exhibitor sold at a booth on a fair day outside its till, as somebody said it. A fact: a
 * correction is the next revision and points at the one before, and the latest counts. The chain is
 * a foreign key to itself, so gaps and forks are impossible without any code.
 */
@Entity('declared_sale')
@Unique('declared_sale_no_fork', ['fairId', 'fairDay', 'boothId', 'exhibitorId', 'revision'])
@Unique('declared_sale_place', ['fairId', 'id', 'boothId', 'exhibitorId', 'fairDay', 'revision'])
@ForeignKey(() => Booth, ['fairId', 'boothId', 'zoneId'], ['fairId', 'id', 'zoneId'])
@ForeignKey(() => Exhibitor, ['fairId', 'exhibitorId'], ['fairId', 'id'])
@ForeignKey(
  () => DeclaredSale,
  ['fairId', 'revises', 'boothId', 'exhibitorId', 'fairDay', 'previousRevision'],
  ['fairId', 'id', 'boothId', 'exhibitorId', 'fairDay', 'revision'],
  { name: 'declared_sale_extends_chain' },
)
@ForeignKey(
  () => DeclareLink,
  ['fairId', 'linkId', 'boothId', 'exhibitorId'],
  ['fairId', 'id', 'boothId', 'exhibitorId'],
  { name: 'declared_sale_by_its_link' },
)
@ForeignKey(
  () => Register,
  ['fairId', 'registerId', 'exhibitorId'],
  ['fairId', 'id', 'exhibitorId'],
  { name: 'declared_sale_by_its_register' },
)
@Check('declared_sale_revision_positive', 'revision >= 1')
@Check(
  'declared_sale_previous_is_one_less',
  'previous_revision IS NOT DISTINCT FROM nullif(revision, 1) - 1',
)
@Check('declared_sale_first_revises_none', '(revises IS NULL) = (revision = 1)')
@Check('declared_sale_amount_range', 'amount_vnd BETWEEN 0 AND 10000000000')
@Check('declared_sale_count_range', 'sales_count BETWEEN 0 AND 100000')
@Check('declared_sale_usual_range', 'usual_vnd BETWEEN 0 AND 10000000000')
@Check(
  'declared_sale_source_known',
  `source IN ('booth_link', 'till', 'zone_staff', 'delegation_lead', 'organizer')`,
)
@Check(
  'declared_sale_said_by_one',
  `(link_id IS NOT NULL) = (source = 'booth_link') AND (register_id IS NOT NULL) = (source = 'till') AND (account_id IS NOT NULL) = (source IN ('zone_staff', 'delegation_lead', 'organizer'))`,
)
@Check('declared_sale_usual_when_asked', 'usual_vnd IS NULL OR is_confirmed')
export class DeclaredSale {
  @PrimaryColumn('uuid')
  fairId: string;

  /** Made by whoever declares, and kept for ever: the same tap twice is one fact. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  boothId: string;

  @Column('uuid')
  zoneId: string;

  @Column('uuid')
  exhibitorId: string;

  @Column('date')
  fairDay: string;

  /** From 1, without gaps. */
  @Column('integer')
  revision: number;

  @Column('integer', { nullable: true })
  previousRevision: number | null;

  @Column('uuid', { nullable: true })
  revises: string | null;

  @Column('bigint')
  amountVnd: number;

  /** How many sales that was, when it was said. */
  @Column('integer', { nullable: true })
  salesCount: number | null;

  @Column('text')
  source: DeclaredSource;

  @ForeignKey(() => Account)
  @Column('uuid', { nullable: true })
  accountId: string | null;

  @Column('uuid', { nullable: true })
  linkId: string | null;

  @Column('uuid', { nullable: true })
  registerId: string | null;

  /** What was said to be usual when the amount was asked twice; null without a base. */
  @Column('bigint', { nullable: true })
  usualVnd: number | null;

  /** The amount was unusual, was asked twice and confirmed. */
  @Column('boolean')
  isConfirmed: boolean;

  /** When it was said; a till without network sends it later. */
  @Column('timestamptz')
  saidAt: Date;

  /** When it was taken. */
  @Column('timestamptz')
  declaredAt: Date;
}
