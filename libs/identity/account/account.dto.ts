import { IsString, Length } from 'class-validator';

export class ChangePasswordDto {
  @IsString()
  @Length(1, 200)
  oldPassword: string;

  /** 10 to 200 characters, any. */
  @IsString()
  @Length(1, 200)
  newPassword: string;
}

export class RenameAccountDto {
  @IsString()
  @Length(1, 200)
  name: string;
}

/** Whose password a link resets. */
export class ResettingDto {
  login: string;

  name: string;
}

export class ResetPasswordDto {
  /** The secret behind the `#` of the link. */
  @IsString()
  @Length(1, 200)
  token: string;

  /** 10 to 200 characters, any. */
  @IsString()
  @Length(1, 200)
  password: string;
}

/** One browser in which the account is signed in. */
export class OwnSessionDto {
  id: string;

  startedAt: Date;

  expiresAt: Date;

  /** As the browser names itself. */
  userAgent: string;

  /** The one that asks. */
  isThis: boolean;
}
