import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';

/** Which lines of a fair's log are asked for. */
export class AuditWantedDto {
  /** Only this action, such as booth_allocated. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  @Matches(/^[a-z_]+$/)
  action?: string;

  /** Only lines about this: a booth, an exhibitor, an account, an allocation. */
  @IsOptional()
  @IsUUID()
  about?: string;

  /** Only lines before the one with this id: the last of the page before. */
  @IsOptional()
  @IsUUID()
  before?: string;

  /** 50 unless told. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}

/** Who did what, and when. */
export class AuditEntryDto {
  id: string;

  /** Real time; ISO 8601. */
  at: string;

  /** Null when no account did it. */
  accountId: string | null;

  accountName: string | null;

  /** snake_case, what was done: `role_granted`. */
  action: string;

  /** Id of what it was done to. */
  subjectId: string;

  /** The values that were written down with it. */
  values: object;
}

/** Lines of the log, newest first. */
export class AuditPageDto {
  entries: AuditEntryDto[];

  /** `before` of the next page; null when this is the last. */
  next: string | null;
}
