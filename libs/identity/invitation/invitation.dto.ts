import { IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { ROLES, type Role } from '../role/role';
import { NewPersonDto } from '../setup/setup.dto';

export class InviteDto {
  @IsIn(ROLES)
  role: Role;

  /** For the role exhibitor, and for no other. */
  @IsOptional()
  @IsUUID()
  exhibitorId?: string;

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

  forName: string;

  expiresAt: Date;
}

export class AcceptAsNewPersonDto extends NewPersonDto {
  /** The secret behind the `#` of the link. */
  @IsString()
  @Length(1, 200)
  token: string;
}
