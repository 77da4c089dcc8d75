import {
  IsIn,
  IsInt,
  IsISO8601,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { PRESS_FIGURES, type PressFigureKind } from './press.rules';

const PLAIN = /^[^\p{Cc}\p{Cs}]*[^\p{Cc}\p{Cs}\p{Z}][^\p{Cc}\p{Cs}]*$/u;

export class NotePressFigureDto {
  /** Made by whoever notes it; the same again is the same note. */
  @IsUUID()
  id: string;

  /** YYYY-MM-DD */
  @Matches(/^\d{4}-\d\d-\d\d$/)
  day: string;

  @IsInt()
  @Min(1)
  @Max(999_999)
  revision: number;

  @IsIn(PRESS_FIGURES)
  figure: PressFigureKind;

  /** As it was said: "hơn 1,2 tỷ đồng". */
  @IsString()
  @Length(1, 200)
  @Matches(PLAIN)
  toldAs: string;

  /** Newspaper, broadcaster, or who asked. */
  @IsString()
  @Length(1, 200)
  @Matches(PLAIN)
  toldTo: string;

  /** Who said it. */
  @IsString()
  @Length(1, 200)
  @Matches(PLAIN)
  toldBy: string;

  /** ISO 8601, fair time; not before the revision was closed. */
  @IsISO8601({ strict: true })
  toldAt: string;
}

export class StrikePressFigureDto {
  @IsString()
  @Length(1, 200)
  @Matches(PLAIN)
  reason: string;
}

/** A figure that was given to the press. */
export class PressFigureDto {
  id: string;
  /** YYYY-MM-DD */
  day: string;
  revision: number;
  figure: PressFigureKind;
  /** As the revision has it: VND for money, else a count. */
  value: number;
  toldAs: string;
  toldTo: string;
  toldBy: string;
  /** ISO 8601, fair time. */
  toldAt: string;
  notedByName: string;
  notedAt: string;
  /** Whether the revision it is of was signed. */
  isSigned: boolean;
  /** The latest revision of that day, and the figure there. */
  latestRevision: number;
  latestValue: number | null;
  /** Why the note was struck out; null while it stands. */
  struckReason: string | null;
}
