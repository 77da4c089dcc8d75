import { IsUUID } from 'class-validator';
import { ExhibitorDto } from '../exhibitor/exhibitor.dto';
import type { DuplicateReason } from './duplicates.rules';

/** What names an exhibitor and is never written again. */
export class HolderDto {
  whatVi: string;

  whatEn: string;

  count: number;
}

/** One of two that are probably one. */
export class LikelyExhibitorDto {
  exhibitor: ExhibitorDto;

  /** In its catalogue. */
  productCount: number;

  /** Empty: it may go into the other. */
  holders: HolderDto[];
}

/** Two exhibitors that are probably one. */
export class DuplicatePairDto {
  reasons: DuplicateReason[];

  first: LikelyExhibitorDto;

  second: LikelyExhibitorDto;
}

/** A merge that was done; nothing takes it back. */
export class MergeDto {
  keptId: string;

  keptName: string;

  mergedId: string;

  mergedName: string;

  mergedTaxCode: string | null;

  /** Products that came along. */
  products: number;

  /** Of these, taken out of the catalogue because the kept one sells them already. */
  productsSoldTwice: number;

  /** Accounts and open invitations that came along. */
  people: number;

  /** Whose account did it. */
  mergedByName: string;

  /** ISO 8601, fair time. */
  mergedAt: string;
}

export class DuplicatesDto {
  /** The surest first. */
  pairs: DuplicatePairDto[];

  /** Pairs that are not among them, for there were too many. */
  furtherPairs: number;

  /** The newest first. */
  merges: MergeDto[];
}

export class MergeExhibitorsDto {
  /** The one that goes: what hangs from it comes along. */
  @IsUUID()
  mergedId: string;
}

export class TellApartDto {
  @IsUUID()
  otherId: string;
}
