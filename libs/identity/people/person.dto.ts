import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsUUID } from 'class-validator';
import { ROLES, type Role } from '../role/role';

export class PersonRoleDto {
  role: Role;

  exhibitorId: string | null;

  exhibitorName: string | null;

  /** Of whoever leads one. */
  delegationId: string | null;

  delegationNameVi: string | null;

  delegationNameEn: string | null;

  /** Of zone staff. */
  zoneIds: string[];

  /** Codes of the zones that zone staff looks after. */
  zoneCodes: string[];

  grantedAt: Date;
}

/** Somebody with a role in the fair. */
export class PersonDto {
  accountId: string;

  login: string;

  name: string;

  isYou: boolean;

  /** Closed: signs in no more. */
  isClosed: boolean;

  /**
   * Whether the caller may reset the password and close the account: every role of the person lies
   * in fairs of the caller, none of them is organizer, and the person may not open fairs.
   */
  isInYourHands: boolean;

  /** Whether a phone shows codes for the account, so that it can sign. */
  hasSecondFactor: boolean;

  /** Null when the person never signed in. */
  lastSignInAt: Date | null;

  roles: PersonRoleDto[];
}

export class GiveRoleDto {
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
}

/** A link that lets a person choose a new password; its secret is answered this once. */
export class ResetLinkDto {
  login: string;

  name: string;

  /** For `/reset#token=…`. */
  token: string;

  expiresAt: Date;
}
