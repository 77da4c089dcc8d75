import { IsString, Length } from 'class-validator';

export class SignInDto {
  /** Capitals and blanks around it do not count. */
  @IsString()
  @Length(1, 200)
  login: string;

  @IsString()
  @Length(1, 200)
  password: string;
}
