import { IsBooleanString, IsIn } from 'class-validator';
import { PAPER_NAMES, type Paper } from './paper.rules';

export const SHEET_FILES = ['pdf', 'svg'] as const;
export type SheetFile = (typeof SHEET_FILES)[number];
const SHEET_PLANS = ['published', 'draft'] as const;
const LANGUAGES = ['vi', 'en'] as const;

/** Which plan of a fair is wanted, and on what. */
export class PlanSheetWantedDto {
  @IsIn(SHEET_PLANS)
  of: (typeof SHEET_PLANS)[number];

  @IsIn(PAPER_NAMES)
  paper: Paper;

  @IsIn(SHEET_FILES)
  file: SheetFile;

  /** Whether booths tell who stands in them. */
  @IsBooleanString()
  names: 'true' | 'false';

  @IsIn(LANGUAGES)
  language: (typeof LANGUAGES)[number];
}
