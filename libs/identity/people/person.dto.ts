import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { ROLES, type Role } from '../role/role';

export class PersonRoleDto {
  role: Role;

  exhibitorId: string | null;

  exhibitorName: string | null;

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
}

/** A link that lets a person choose a new password; its secret is answered this once. */
export class ResetLinkDto {
  login: string;

  name: string;

  /** For `/reset#token=…`. */
  token: string;

  expiresAt: Date;
}
