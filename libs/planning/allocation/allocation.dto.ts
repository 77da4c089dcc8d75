import { IsIn, IsUUID } from 'class-validator';
import { SHARES, type Share } from './sixths.rules';

/** A booth, or a share of it, to be given to an exhibitor for the whole fair. */
export class AllocateBoothDto {
  /** Made by the one who asks, UUIDv7: asking again with the same id is asking once. */
  @IsUUID()
  id: string;

  @IsUUID()
  boothId: string;

  @IsUUID()
  exhibitorId: string;

  @IsIn(SHARES)
  share: Share;
}

/** Which part of a booth an exhibitor holds. */
export class AllocationDto {
  id: string;

  boothId: string;

  boothCode: string;

  zoneId: string;

  exhibitorId: string;

  exhibitorName: string;

  /** The sixths of the booth it holds, 0 to 5. */
  sixths: number[];
}
