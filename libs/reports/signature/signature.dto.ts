import { IsOptional, IsString, Length, Matches } from 'class-validator';
import type { Summed } from '../closing/sums.rules';

export class SignClosingDto {
  /** Hex, of the revision as it was reviewed. */
  @Matches(/^[0-9a-f]{64}$/)
  hash: string;

  /** Six digits that the signer's phone shows. */
  @IsString()
  @Length(1, 20)
  code: string;

  /** Why it is signed though parts do not sum; 10 to 500 characters, and only then. */
  @IsOptional()
  @IsString()
  @Length(10, 500)
  @Matches(/^[^\p{Cc}\p{Cs}]*$/u)
  exception?: string;
}

/** Who signed which revision, and when. */
export class SignatureDto {
  /** YYYY-MM-DD */
  day: string;
  revision: number;
  signerName: string;
  /** ISO 8601, fair time. */
  signedAt: string;
  /** Why it was signed though parts do not sum; null where all do. */
  exception: string | null;
  isYours: boolean;
}

/** A breakdown beside its total. */
export class SumCheckDto {
  of: Summed;
  unit: 'vnd' | 'visits';
  parts: number;
  total: number;
}

/** What an official has before them when they sign, besides the closing itself. */
export class ClosingReviewDto {
  /** YYYY-MM-DD */
  day: string;
  revision: number;
  /** Hex. */
  hash: string;
  /** Whether the figures still give that hash. */
  isUnaltered: boolean;
  isLatest: boolean;
  /** Documents and declarations of the day that no revision holds yet. */
  waitingCount: number;
  sums: SumCheckDto[];
  signatures: SignatureDto[];
}
