import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

export type FairState = 'draft' | 'published' | 'running' | 'closed' | 'sealed';
export const BOOTH_MONEY_VISIBLE_TO = ['organizers', 'officials', 'everyone'] as const;
export type BoothMoneyVisibleTo = (typeof BOOTH_MONEY_VISIBLE_TO)[number];

/** One edition of a fair: its hall, its time zone, and who may see the money of a single booth. */
@Entity('fair')
@Unique(['code'])
@Check('fair_code_shape', `code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('fair_day_cut_range', `day_cut_minutes BETWEEN 0 AND 719`)
@Check('fair_closing_grace_range', `closing_grace_minutes BETWEEN 0 AND 720`)
@Check(
  'fair_booth_money_known',
  `booth_money_visible_to IN ('organizers', 'officials', 'everyone')`,
)
@Check('fair_state_known', `state IN ('draft', 'published', 'running', 'closed', 'sealed')`)
export class Fair {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') nameVi: string;
  @Column('text') nameEn: string;
  @Column('text') venueVi: string;
  @Column('text') venueEn: string;
  /** IANA name, such as Asia/Ho_Chi_Minh: fair days are cut in it. */
  @Column('text') timeZone: string;
  /** Minutes after midnight until which a sale still belongs to the day before. */
  @Column('smallint', { default: 0 }) dayCutMinutes: number;
  @Column('smallint', { default: 60 }) closingGraceMinutes: number;
  @Column('text', { default: 'organizers' }) boothMoneyVisibleTo: BoothMoneyVisibleTo;
  @Column('text') state: FairState;
  @Column('boolean') isDemo: boolean;
  @Column('integer') hallWidthCm: number;
  @Column('integer') hallDepthCm: number;
  @Column('timestamptz') createdAt: Date;
}
