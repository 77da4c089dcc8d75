import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { FairKind } from './fair-kind.rules';
import type { FairState } from './fair-state.rules';

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
@Check('fair_kind_known', `kind IN ('fair', 'goods_week', 'point_of_sale')`)
@Check('fair_series_length', `length(series) <= 200 AND series = btrim(series)`)
@Check('fair_open_end_of_kind', `NOT has_open_end OR kind = 'point_of_sale'`)
@Check('fair_version_counts', `version >= 1`)
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
  /** As people set it; what is shown follows the clock as well. */
  @Column('text') state: FairState;
  @Column('text', { default: 'fair' }) kind: FairKind;
  /** The name that fairs of one row share, such as those of every autumn; empty of one alone. */
  @Column('text', { default: '' }) series: string;
  /** Its days are written on as they come. */
  @Column('boolean', { default: false }) hasOpenEnd: boolean;
  /** Counts changes of its names, venue and days, so that nobody overwrites another's. */
  @Column('integer', { default: 1 }) version: number;
  /** The last fair day on which leads of delegations change things; null: the fair's last. */
  @Column('date', { nullable: true }) leadsUntil: string | null;
  @Column('boolean') isDemo: boolean;
  @Column('integer') hallWidthCm: number;
  @Column('integer') hallDepthCm: number;
  @Column('timestamptz') createdAt: Date;
}
