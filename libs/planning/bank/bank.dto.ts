/** A bank that a VietQR code can pay to. */
export class BankDto {
  /** Six digits by which NAPAS knows the bank. */
  bin: string;

  /** As people say it, such as Vietcombank. */
  shortName: string;

  /** As its licence says, in Vietnamese; null when no source names it. */
  fullName: string | null;
}
