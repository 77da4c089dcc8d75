import { IsBoolean, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

/** Someone who sells for an exhibitor. The PIN is never told. */
export class CashierDto {
  id: string;
  exhibitorId: string;
  name: string;
  /** May give money back: refunds and voids. */
  mayRefund: boolean;
  addedAt: Date;
}

export class CashiersWantedDto {
  /** Of this exhibitor alone. */
  @IsOptional()
  @IsUUID()
  exhibitorId?: string;
}

export class AddCashierDto {
  @IsUUID()
  exhibitorId: string;

  /** Stands on the slips; one of its kind at the exhibitor. */
  @IsString()
  @Length(1, 60)
  @Matches(/\S/)
  name: string;

  /** 4 to 6 digits: the tills' screen lock, which works without network. */
  @Matches(/^[0-9]{4,6}$/)
  pin: string;

  @IsBoolean()
  mayRefund: boolean;
}

/** What is left out stays as it is. */
export class ChangeCashierDto {
  @IsOptional()
  @IsString()
  @Length(1, 60)
  @Matches(/\S/)
  name?: string;

  /** 4 to 6 digits. */
  @IsOptional()
  @Matches(/^[0-9]{4,6}$/)
  pin?: string;

  @IsOptional()
  @IsBoolean()
  mayRefund?: boolean;
}
