import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
} from 'class-validator';
import { ROLES, type Role } from '../role/role';
import { NewPersonDto } from '../setup/setup.dto';

export class InviteDto {
  @IsIn(ROLES)
  role: Role;

  /** For the role exhibitor, and for no other. */
  @IsOptional()
  @IsUUID()
  exhibitorId?: string;

  /** For the role delegation_lead, and for no other. */
  @IsOptional()
  @IsUUID()
  delegationId?: string;

  /** For the role zone_staff, and for no other. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  zoneIds?: string[];

  /** Whom it is meant for, to tell invitations apart. */
  @IsOptional()
  @IsString()
  @MaxLength(120)
  forName?: string;
}

/** An invitation nobody has taken yet. */
export class InvitationDto {
  id: string;

  role: Role;

  exhibitorId: string | null;

  exhibitorName: string | null;

  /** Of whoever leads one. */
  delegationNameVi: string | null;

  delegationNameEn: string | null;

  /** Codes of the zones that zone staff looks after. */
  zoneCodes: string[];

  forName: string;

  invitedByName: string;

  invitedAt: Date;

  expiresAt: Date;

  isExpired: boolean;
}

/** A new invitation with its secret, which is shown this once: `/invite#token=…`. */
export class NewInvitationDto extends InvitationDto {
  token: string;
}

export class LinkTokenDto {
  /** The secret behind the `#` of the link. */
  @IsString()
  @Length(1, 200)
  token: string;
}

/** What somebody is invited to. */
export class InvitedDto {
  fairId: string;

  fairCode: string;

  fairNameVi: string;

  fairNameEn: string;

  role: Role;

  exhibitorName: string | null;

  /** Of whoever leads one. */
  delegationNameVi: string | null;

  delegationNameEn: string | null;

  /** Codes of the zones that zone staff looks after. */
  zoneCodes: string[];

  forName: string;

  expiresAt: Date;
}

export class AcceptAsNewPersonDto extends NewPersonDto {
  /** The secret behind the `#` of the link. */
  @IsString()
  @Length(1, 200)
  token: string;
}
