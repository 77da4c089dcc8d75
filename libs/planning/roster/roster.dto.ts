import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

const ROSTER_FILES = ['xlsx', 'exhibitors.csv', 'products.csv'] as const;
const LANGUAGES = ['vi', 'en'] as const;

/** Which file of a fair's exhibitors is wanted. */
export class RosterWantedDto {
  /** A workbook of both tables, or one of them as plain lines. */
  @IsIn(ROSTER_FILES)
  file: (typeof ROSTER_FILES)[number];

  @IsIn(LANGUAGES)
  language: (typeof LANGUAGES)[number];
}

export class RosterTemplateWantedDto {
  @IsIn(LANGUAGES)
  language: (typeof LANGUAGES)[number];
}

/** What the file that is brought is called. */
export class RosterNamedDto {
  @IsString()
  @Length(1, 200)
  @Matches(/\S/)
  name: string;
}

/** Which fair a list is copied from; the caller organizes it too. */
export class CopyRosterDto {
  @IsUUID()
  fairId: string;
}

/** What was found in a row. */
export class RosterFindingDto {
  /** Head of the column, in Vietnamese; null: of the whole row. */
  columnVi: string | null;

  columnEn: string | null;

  /** Field of the row; null: of the whole row. */
  field: string | null;

  code: string;

  /** A bad row is never taken, a doubtful one when somebody says so; a note is only said. */
  weight: 'bad' | 'doubtful' | 'note';

  sentenceVi: string;

  sentenceEn: string;
}

export class RosterCellDto {
  field: string;

  columnVi: string;

  columnEn: string;

  text: string;
}

/** A row of a list, and what is to be said of it. */
export class RosterRowDto {
  /** Its place in the list; choices name it. */
  at: number;

  part: 'exhibitors' | 'products';

  sheet: string;

  /** As a spreadsheet counts: the first is 1. */
  row: number;

  state: 'good' | 'doubtful' | 'bad' | 'known';

  /** As it is written. */
  cells: RosterCellDto[];

  findings: RosterFindingDto[];

  /** Name of whom or what of the fair it is, or looks like. */
  existing: string | null;
}

export class RosterCountsDto {
  good: number;

  doubtful: number;

  bad: number;

  /** Is at the fair already, with nothing to change. */
  known: number;
}

export class UnreadSheetDto {
  sheet: string;

  /** Heads of columns that are none of ours; none of them: the whole sheet was not read. */
  heads: string[];
}

/** A preview of a list: nothing of it is written until it is taken. */
export class RosterDraftDto {
  id: string;

  /** Of the file, or of the fair it was copied from. */
  name: string;

  exhibitors: RosterCountsDto;

  products: RosterCountsDto;

  /** Rows to look at: the bad first, then the doubtful, then the good; at most 2,000. */
  rows: RosterRowDto[];

  /** Rows beyond those. */
  furtherRows: number;

  unread: UnreadSheetDto[];

  /** Of what was judged: taking it says what was seen. */
  seen: string;
}

/** What a doubtful row means. */
export class DoubtfulRowDto {
  @IsInt()
  @Min(0)
  @Max(20_000)
  at: number;

  /** Somebody new, or the one that the fair has, which takes over what the row says. */
  @IsIn(['new', 'existing'])
  as: 'new' | 'existing';
}

/** What of a list is taken: its good rows but those left, and the doubtful rows that are named. */
export class TakeRosterDto {
  /** `seen` of the preview. */
  @IsString()
  @Matches(/^[0-9a-f]{64}$/)
  seen: string;

  /** Good rows that are not wanted. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20_000)
  @IsInt({ each: true })
  @Min(0, { each: true })
  left?: number[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20_000)
  @ValidateNested({ each: true })
  @Type(() => DoubtfulRowDto)
  doubtful?: DoubtfulRowDto[];
}

/** What taking a list wrote. */
export class RosterTakenDto {
  addedExhibitors: number;

  changedExhibitors: number;

  addedProducts: number;

  changedProducts: number;
}
