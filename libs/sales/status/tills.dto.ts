import { ApiProperty } from '@nestjs/swagger';
import { TILL_ALARMS, TILL_STATES, type TillAlarm, type TillState } from './till-state.rules';

/** A phone at a booth: how it stands, in the server's words, and every number behind them. */
export class TillDto {
  registerId: string;
  /** Which enrolment of the register; 0 while no phone was paired. */
  epoch: number;
  registerName: string;
  exhibitorId: string;
  exhibitorName: string;
  boothId: string;
  boothCode: string;
  zoneCode: string;
  deviceName: string | null;
  enrolledAt: Date | null;
  /** Another phone took its place; what it still holds counts. */
  isReplaced: boolean;
  revokedAt: Date | null;

  /** The worst that is true of it. */
  @ApiProperty({ enum: TILL_STATES })
  state: TillState;
  /** The time in the state's words: silent since, as it said at, closed at, revoked at. */
  since: Date | null;
  /** The most urgent first. */
  @ApiProperty({ enum: TILL_ALARMS, isArray: true })
  alarms: TillAlarm[];

  /** The later of its last delivery and the last it said. */
  lastSeenAt: Date | null;
  isOnline: boolean;
  /** When the ledger last got a document of it. */
  deliveredAt: Date | null;
  /** The last number that the ledger holds; 0 before the first. */
  linkedSequence: number;
  shiftOpenedAt: Date | null;
  /** Who opened or closed the last shift. */
  cashier: string | null;
  /** As it said last, less what came since. */
  unsentCount: number;
  clashCount: number;
  /** Linked, not booked, and nobody decided. */
  setAsideCount: number;

  /** When it last said how it is; null for a phone that never did, and all that follows with it. */
  saidAt: Date | null;
  /** The last number that it had issued. */
  issuedSequence: number | null;
  isCartEmpty: boolean | null;
  /** The server's clock minus the phone's. */
  clockOffsetMs: number | null;
  appBuild: string | null;
  isStorageKept: boolean | null;
  storageUsedBytes: number | null;
  storageQuotaBytes: number | null;
  /** Opened from the home screen, and not in a tab. */
  isInstalled: boolean | null;
}

/** Every phone of a fair, the worst first; a phone that was replaced only while it still holds something. */
export class TillsDto {
  /** Fair time. */
  asOf: Date;
  /** A phone with an open shift is silent after so many minutes. */
  silentAfterMinutes: number;
  tills: TillDto[];
}
