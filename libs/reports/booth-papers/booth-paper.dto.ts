import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { REPORT_LANGUAGES, type ReportLanguage } from '../report/report.rules';
import { BOOTH_PAPERS, type BoothPaper } from './booth-paper.rules';

/** Which of them, in which language. */
export class BoothPaperWantedDto {
  @IsIn(BOOTH_PAPERS)
  @ApiProperty({ enum: BOOTH_PAPERS })
  file: BoothPaper;

  @IsIn(REPORT_LANGUAGES)
  @ApiProperty({ enum: REPORT_LANGUAGES })
  language: ReportLanguage;
}
