import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { SHARES, type Share } from './sixths.rules';

/** For whom, and how much: where could it stand? */
export class ChoicesWantedDto {
  @IsUUID()
  exhibitorId: string;

  /** The whole booth unless told; the share it has when something is moved. */
  @IsOptional()
  @IsIn(SHARES)
  share?: Share;

  /** The allocation that is to be moved, or to get another share. */
  @IsOptional()
  @IsUUID()
  movingId?: string;
}

export class ChoiceWantedDto extends ChoicesWantedDto {
  @IsUUID()
  boothId: string;
}

/** What is wrong with a choice, or what to know before making it. */
export class FindingDto {
  /** The code of the refusal that the choice would meet, or of a warning. */
  code: string;

  /** True: it can be chosen all the same. */
  isWarning: boolean;

  vi: string;

  en: string;
}

/** Whether a booth can be given, and what is to be said about it. */
export class BoothChoiceDto {
  boothId: string;

  boothCode: string;

  fits: boolean;

  findings: FindingDto[];
}
