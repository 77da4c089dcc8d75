import { IsString, Length } from 'class-validator';

/** How one's own account signs. */
export class SecondFactorDto {
  /** Whether a phone is set up and codes are taken. */
  isOn: boolean;

  /** Since when; null while it is not. */
  since: Date | null;
}

export class OfferSecondFactorDto {
  @IsString()
  @Length(1, 200)
  password: string;
}

/** What a phone is set up with; answered this once. */
export class SecondFactorOfferDto {
  /** `otpauth://…`, for the QR code. */
  uri: string;

  /** The same secret for typing, in groups of four. */
  secret: string;
}

export class ConfirmSecondFactorDto {
  /** Six digits that the phone shows. */
  @IsString()
  @Length(1, 20)
  code: string;
}
