import { IsString, Length } from 'class-validator';

/** Whether the install still waits for its first account. */
export class SetupStateDto {
  isNeeded: boolean;
}

export class NewPersonDto {
  /** What the person will sign in with; capitals and blanks around it do not count. */
  @IsString()
  @Length(1, 200)
  login: string;

  @IsString()
  @Length(1, 200)
  name: string;

  /** 10 to 200 characters, any. */
  @IsString()
  @Length(1, 200)
  password: string;
}

export class SetUpDto extends NewPersonDto {
  /** The secret behind the `#` of the link. */
  @IsString()
  @Length(1, 200)
  token: string;
}
