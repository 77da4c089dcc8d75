import {
  ArrayMaxSize,
  ArrayUnique,
  IsBoolean,
  IsEmail,
  IsIn,
  IsISO8601,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';
import { PLACE_SETS } from '../exhibitor/place-sets';
import { PHONE_SHAPE } from '../exhibitor/tax-code.rules';

/** What of a delegation may change at any time: all of it. */
export class ChangeDelegationDto {
  @IsString()
  @Length(1, 200)
  @Matches(/\S/)
  nameVi: string;

  @IsString()
  @Length(1, 200)
  @Matches(/\S/)
  nameEn: string;

  /** Booths it may share out; left out while not decided. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(500)
  quota?: number;

  /** ISO 3166-1 alpha-2 of the country it stands for; VN with a place. */
  @IsOptional()
  @Matches(/^[A-Z]{2}$/)
  countryCode?: string;

  /** Set of the commune, former district or province it stands for. */
  @IsOptional()
  @IsIn(PLACE_SETS)
  placeSet?: (typeof PLACE_SETS)[number];

  @IsOptional()
  @IsString()
  @Length(1, 10)
  placeCode?: string;

  /** Whom to call; shown to organizers alone, as the two below. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Matches(/\S/)
  contactPerson?: string;

  @IsOptional()
  @Matches(PHONE_SHAPE)
  contactPhone?: string;

  @IsOptional()
  @IsEmail({ allow_utf8_local_part: false })
  @Length(3, 254)
  contactMail?: string;

  /** Whether its lead gives the booths of its cluster to its exhibitors; no unless told. */
  @IsOptional()
  @IsBoolean()
  leadGivesBooths?: boolean;
}

export class AddDelegationDto extends ChangeDelegationDto {
  /** Made by the one who asks, UUIDv7: asking again with the same id is asking once. */
  @IsOptional()
  @IsUUID()
  id?: string;
}

/** A locality that comes with its sellers. */
export class DelegationDto {
  id: string;

  nameVi: string;

  nameEn: string;

  /** Booths it may share out; null while not decided. */
  quota: number | null;

  /** ISO 3166-1 alpha-2; null where nobody said which place it stands for. */
  countryCode: string | null;

  placeSet: string | null;

  placeCode: string | null;

  /** Full name of the place on the fair's first day ('Xã Tiên Yên'), else of the country. */
  placeNameVi: string | null;

  placeNameEn: string | null;

  /** Null also for whoever is no organizer of the fair, as the two below. */
  contactPerson: string | null;

  contactPhone: string | null;

  contactMail: string | null;

  /** Whether its lead gives the booths of its cluster to its exhibitors. */
  leadGivesBooths: boolean;

  exhibitorCount: number;

  /** Ids of the booths that are kept for it. */
  boothIds: string[];
}

/** The booths that are kept for a delegation from now on, all of them. */
export class ClusterDto {
  @IsUUID(undefined, { each: true })
  @ArrayUnique()
  @ArrayMaxSize(500)
  boothIds: string[];
}

/** Until when leads add and correct their exhibitors, and give booths. */
export class LeadDeadlineDto {
  /** The last fair day, YYYY-MM-DD; null: the last of the fair. */
  @ValidateIf(({ lastDay }: LeadDeadlineDto) => lastDay !== null)
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  lastDay: string | null;
}
