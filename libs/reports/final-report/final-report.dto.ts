import { ApiProperty } from '@nestjs/swagger';
import {
  IsBase64,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { REPORT_LANGUAGES, type ReportLanguage } from '../report/report.rules';
import { FIELD_STATES, type FieldState } from './final-field.rules';

/* Something to read; lines may be broken, and nothing else controls. */
const READABLE = /^(?=[\s\S]*\S)(?:\n|[^\p{Cc}\p{Cs}])*$/u;
const ONE_LINE = /^(?=.*\S)[^\p{Cc}\p{Cs}]*$/u;

/** The same in both languages. */
export class BothLanguagesDto {
  vi: string;
  en: string;
}

/** What a person wrote of a field; `textEn` is empty where nobody translated it. */
export class WrittenTextDto {
  textVi: string;
  textEn: string;
  byName: string;
  /** ISO 8601 */
  at: string;
}

/** A field of the report: what the ledger says, what a person wrote, and which of them is printed. */
export class FinalFieldDto {
  field: string;
  nameVi: string;
  nameEn: string;
  @ApiProperty({ enum: FIELD_STATES })
  state: FieldState;
  /** Of what was written of it; 0 while nobody wrote anything. */
  revision: number;
  /** Null where only a person knows it. */
  @ApiProperty({ type: BothLanguagesDto, nullable: true })
  ledger: BothLanguagesDto | null;
  /** Where the ledger's value comes from. */
  @ApiProperty({ type: BothLanguagesDto, nullable: true })
  source: BothLanguagesDto | null;
  @ApiProperty({ type: WrittenTextDto, nullable: true })
  written: WrittenTextDto | null;
  /** Who last wrote it, left it out, or went back to the ledger. */
  changedByName: string | null;
  changedAt: string | null;
}

/** A frame that an organizer brought for a language. */
export class BroughtFrameDto {
  @ApiProperty({ enum: REPORT_LANGUAGES })
  language: ReportLanguage;
  /** 0 while the house's own is used and nothing was ever brought. */
  revision: number;
  /** Of the file; null where the house's own is used. */
  name: string | null;
  broughtByName: string | null;
  broughtAt: string | null;
}

/** The report on a fair as it would be printed now. */
export class FinalReportDto {
  /** ISO 8601, fair time. */
  asOf: string;
  /** Days are still to come, or one is not closed with all its shifts. */
  isProvisional: boolean;
  fields: FinalFieldDto[];
  frames: BroughtFrameDto[];
}

export class WriteFinalFieldDto {
  /** The revision that was seen: another's change meanwhile is not written over. */
  @IsInt()
  @Min(0)
  @Max(100_000)
  revision: number;

  @IsIn(FIELD_STATES)
  @ApiProperty({ enum: FIELD_STATES })
  state: FieldState;

  /** Where it is typed. */
  @IsOptional()
  @IsString()
  @Length(1, 4_000)
  @Matches(READABLE)
  textVi?: string;

  @IsOptional()
  @IsString()
  @MaxLength(4_000)
  @Matches(/^(?:\n|[^\p{Cc}\p{Cs}])*$/u)
  textEn?: string;

  /** Of a field of one's own. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Matches(ONE_LINE)
  nameVi?: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Matches(ONE_LINE)
  nameEn?: string;
}

export class BringFrameDto {
  /** The revision that was seen. */
  @IsInt()
  @Min(0)
  @Max(100_000)
  revision: number;

  /** Of the file; the house's own frame again when both are left out. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Matches(ONE_LINE)
  name?: string;

  /** The file's bytes, a .docx of at most 600,000. */
  @IsOptional()
  @IsBase64()
  @MaxLength(810_000)
  base64?: string;
}
