import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { documentKinds, type DocumentKind } from '@phien/till';
import { VERDICTS, type Verdict } from './set-aside-decision.entity';

export const SET_ASIDE_STATES = ['waiting', 'decided'] as const;

/** Which documents that were set aside are asked for; at most 200 come at once. */
export class SetAsideQuery {
  /** Of one register only. */
  @IsOptional()
  @IsUUID()
  registerId?: string;

  /** `waiting` unless told. */
  @IsOptional()
  @IsIn(SET_ASIDE_STATES)
  @ApiProperty({ enum: SET_ASIDE_STATES, required: false })
  state?: (typeof SET_ASIDE_STATES)[number];

  /** Only those after the one with this id: the last of the page before. */
  @IsOptional()
  @IsUUID()
  after?: string;
}

/** Why an organizer decides so; it is kept with the decision for ever. */
export class DecideSetAsideDto {
  @IsString()
  @Length(3, 500)
  @Matches(/\S/)
  reason: string;
}

export class SetAsideDecisionDto {
  documentId: string;
  @ApiProperty({ enum: VERDICTS })
  verdict: Verdict;
  reason: string;
  decidedByName: string;
  decidedAt: Date;
}

/** Who said first, after the seal, that a document should count. */
export class SetAsideProposalDto {
  reason: string;
  proposedByName: string;
  proposedAt: Date;
  /** Then somebody else must accept. */
  isOwn: boolean;
}

/** A linked document that was not booked, as far as it can be read. */
export class SetAsideDto {
  documentId: string;
  registerId: string;
  registerName: string;
  epoch: number;
  sequence: number;
  exhibitorName: string;
  boothCode: string;
  /** Why it was set aside, snake_case; and in words. */
  code: string;
  whyVi: string;
  whyEn: string;
  setAsideAt: Date;
  /** False when it cannot be read, and so can never be booked. */
  isReadable: boolean;
  /** Null when it cannot be read, and all that follows with it. */
  @ApiProperty({ enum: documentKinds, nullable: true })
  kind: DocumentKind | null;
  totalVnd: number | null;
  /** By the till's clock and the offset it knew. */
  at: Date | null;
  cashier: string | null;
  /** The sale that it takes back. */
  originalId: string | null;
  /** Why, as the cashier wrote. */
  reason: string | null;
  /** Names of the first goods. */
  goods: string[];
  lineCount: number;
  /** Only of a sealed fair, where one proposes and another accepts. */
  proposal: SetAsideProposalDto | null;
  /** Null while it waits. */
  decision: SetAsideDecisionDto | null;
}

export class SetAsidePageDto {
  /** Of the whole fair, or of the register that was asked for. */
  waitingCount: number;
  /** Then accepting takes two. */
  isFairSealed: boolean;
  documents: SetAsideDto[];
  hasMore: boolean;
}
