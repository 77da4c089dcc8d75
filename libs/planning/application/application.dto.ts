import type { Language } from '@phien/kernel';
import type { PlaceSet } from '@phien/places';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PlaceChoicesDto } from '../exhibitor/exhibitor.dto';
import { EXHIBITOR_KINDS, type ExhibitorKind } from '../exhibitor/exhibitor.entity';
import { ProductClassDto } from '../product/product.dto';
import { PLACE_SETS } from '../exhibitor/place-sets';
import type { FileType } from './application-file.rules';
import type { ApplicationAction, ApplicationState } from './application-steps.rules';

/* A draft is kept as it is typed; what is wrong with it is said when it is sent. */
const DRAFTED = 1_000;

/** What an applicant sells, in short. */
export class ApplicationProductDto {
  @IsOptional()
  @IsString()
  @MaxLength(DRAFTED)
  name?: string;

  /** Dotted code of a class without another below it. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  classCode?: string | null;

  /** OCOP stars, 3 to 5, as the applicant says. */
  @IsOptional()
  @IsInt()
  star?: number | null;

  /** Integer VND for one unit, VAT included. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000_000_000)
  priceVnd?: number | null;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  unit?: string;

  /** 0, 5, 8 or 10; of an applicant who charges VAT. */
  @IsOptional()
  @IsInt()
  vatRatePercent?: number | null;
}

/** What place an applicant wants, in the words of `fair-alloc/1`. */
export class ApplicationWishesDto {
  /** Booths wanted. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10)
  size?: number;

  /** Sixths of the booth that it uses: 6 alone, 3 or 2 when it shares. */
  @IsOptional()
  @IsIn([6, 3, 2])
  units?: number;

  @IsOptional()
  @IsBoolean()
  power?: boolean;

  @IsOptional()
  @IsBoolean()
  water?: boolean;

  /** Cooks, and needs smoke taken away. */
  @IsOptional()
  @IsBoolean()
  cook?: boolean;

  @IsOptional()
  @IsBoolean()
  corner?: boolean;

  /** At the front of a main passage. */
  @IsOptional()
  @IsBoolean()
  front?: boolean;

  /** Near an entrance. */
  @IsOptional()
  @IsBoolean()
  gate?: boolean;

  /** Codes of booths, the best first. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(3)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  choices?: string[];

  /** Names of whom it wants to stand away from. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @IsString({ each: true })
  @MaxLength(DRAFTED, { each: true })
  apart?: string[];

  /** Names of whom it wants to stand beside. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @IsString({ each: true })
  @MaxLength(DRAFTED, { each: true })
  together?: string[];
}

/** An application as far as it is written. */
export class ApplicationContentDto {
  @IsOptional()
  @IsIn(EXHIBITOR_KINDS)
  kind?: ExhibitorKind;

  @IsOptional()
  @IsString()
  @MaxLength(DRAFTED)
  name?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  taxCode?: string;

  /** False or left out: charges no VAT. */
  @IsOptional()
  @IsBoolean()
  paysVat?: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(DRAFTED)
  representative?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  phone?: string;

  @IsOptional()
  @IsString()
  @MaxLength(320)
  mail?: string;

  /** ISO 3166-1 alpha-2; VN unless told. */
  @IsOptional()
  @Matches(/^[A-Z]{2}$/)
  countryCode?: string;

  @IsOptional()
  @IsIn(PLACE_SETS)
  placeSet?: PlaceSet;

  @IsOptional()
  @IsString()
  @Length(1, 10)
  placeCode?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ApplicationProductDto)
  products?: ApplicationProductDto[];

  @IsOptional()
  @ValidateNested()
  @Type(() => ApplicationWishesDto)
  wishes?: ApplicationWishesDto;

  @IsOptional()
  @IsString()
  @MaxLength(4_000)
  note?: string;
}

export class StartApplicationDto {
  /** Twelve letters and digits that the one who asks made at random: they open it again. */
  @IsString()
  @MaxLength(40)
  code: string;

  @IsIn(['vi', 'en'])
  language: Language;

  @ValidateNested()
  @Type(() => ApplicationContentDto)
  content: ApplicationContentDto;
}

export class SaveApplicationDto {
  /** Of the application that was written in. */
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  version: number;

  @IsIn(['vi', 'en'])
  language: Language;

  @ValidateNested()
  @Type(() => ApplicationContentDto)
  content: ApplicationContentDto;
}

export class ApplicationFileNamedDto {
  /** As the file is called where it comes from. */
  @IsString()
  @Length(1, 500)
  name: string;
}

/** Until when a fair takes applications. */
export class SetApplicationCallDto {
  /** YYYY-MM-DD in the fair's zone; the whole day still counts. */
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  lastDay: string;

  /** Whether who waits is told their place in the line. */
  @IsBoolean()
  showsPlace: boolean;
}

export class ApplicationCallDto {
  /** YYYY-MM-DD. */
  lastDay: string;

  showsPlace: boolean;

  /** Whether one can be sent now. */
  isOpen: boolean;
}

/** All that a form needs to know of its fair. */
export class ApplicationFormDto extends ApplicationCallDto {
  fairNameVi: string;

  fairNameEn: string;

  venueVi: string;

  venueEn: string;

  timeZone: string;

  /** YYYY-MM-DD; null while the fair has no days. */
  firstDay: string | null;

  fairLastDay: string | null;

  places: PlaceChoicesDto;

  classes: ProductClassDto[];

  /** Codes of the booths for selling. */
  boothCodes: string[];

  mostFiles: number;

  mostFileBytes: number;
}

export class ApplicationFileDto {
  id: string;

  name: string;

  mediaType: FileType;

  byteCount: number;
}

/** An application, for who wrote it. */
export class OwnApplicationDto {
  state: ApplicationState;

  version: number;

  /** By which organizers speak of it; null until it is sent. */
  number: number | null;

  content: ApplicationContentDto;

  files: ApplicationFileDto[];

  /** Whether it can be written in. */
  isOpenToWrite: boolean;

  /** What the organizers said with its present state. */
  message: string | null;

  /** 1 is next; null unless it waits and the fair tells places. */
  placeInLine: number | null;

  /** ISO 8601, fair time. */
  changedAt: string;

  sentAt: string | null;
}

/** An application in the list of all that were sent. */
export class ApplicationSummaryDto {
  id: string;

  number: number;

  state: ApplicationState;

  name: string;

  kind: ExhibitorKind;

  placeNameVi: string;

  placeNameEn: string;

  /** Codes of the classes of what it sells. */
  classCodes: string[];

  /** Booths wanted. */
  size: number;

  /** Sixths of a booth. */
  units: number;

  fileCount: number;

  /** 1 is next; null unless it waits. */
  placeInLine: number | null;

  /** ISO 8601, fair time; the last time. */
  sentAt: string;
}

/** The applications of a fair. */
export class ApplicationsDto {
  /** Null while the fair takes none. */
  call: ApplicationCallDto | null;

  /** Begun and not sent: what is in them is their writers' alone. */
  draftCount: number;

  applications: ApplicationSummaryDto[];
}

export class ApplicationStepDto {
  number: number;

  action: ApplicationAction;

  state: ApplicationState;

  message: string | null;

  /** Fields that a later sending changed. */
  changed: string[];

  /** Null: whoever applies. */
  byName: string | null;

  /** ISO 8601, fair time. */
  at: string;
}

/** An exhibitor of the fair that an application may come from. */
export class LikeExhibitorDto {
  id: string;

  name: string;

  taxCode: string | null;

  boothCodes: string[];

  /** `tax_code`: the same one; `name`: called the same, or nearly. */
  because: 'tax_code' | 'name';
}

/** One application, for organizers. */
export class ApplicationDto extends ApplicationSummaryDto {
  version: number;

  /** As it was sent. */
  content: ApplicationContentDto;

  files: ApplicationFileDto[];

  steps: ApplicationStepDto[];

  /** What may be done with it now. */
  actions: ApplicationAction[];

  likeExhibitors: LikeExhibitorDto[];

  exhibitorId: string | null;
}

/** The version says what was read: whoever decides on less is told. */
export class ApplicationVersionDto {
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  version: number;
}

export class AcceptApplicationDto extends ApplicationVersionDto {
  /** An exhibitor that the fair has; left out, a new one is made. */
  @IsOptional()
  @IsUUID()
  exhibitorId?: string;
}

export class ApplicationMessageDto extends ApplicationVersionDto {
  @IsString()
  @Length(1, 2_000)
  message: string;
}

export class OrderWaitingListDto {
  /** Everyone who waits, the next first. */
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(2_000)
  @IsUUID(undefined, { each: true })
  applicationIds: string[];
}

export class ApplicationCodeDto {
  /** Told this once. */
  code: string;
}

/** What place an exhibitor asked for when it applied. */
export class ExhibitorWishesDto {
  exhibitorId: string;

  applicationId: string;

  number: number;

  wishes: ApplicationWishesDto;

  note: string | null;
}
