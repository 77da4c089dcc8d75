import { IsString, MaxLength } from 'class-validator';

/** The bank account that an exhibitor's VietQR codes pay to. */
export class PaymentAccountDto {
  /** Six digits by which NAPAS knows the bank: one of `GET /api/banks`. */
  @IsString()
  @MaxLength(20)
  bankBin: string;

  /** Letters and digits, 4 to 19; spaces between them are left out. */
  @IsString()
  @MaxLength(60)
  accountNumber: string;

  /** Whose it is, as the bank writes it. */
  @IsString()
  @MaxLength(200)
  holderName: string;
}

/** The account that is kept for an exhibitor, if there is one. */
export class KeptPaymentAccountDto {
  /** Null while none is kept: its tills then take no payment by VietQR. */
  account: PaymentAccountDto | null;
}
