import { ApiProperty } from '@nestjs/swagger';

export const ARCHIVE_STATES = ['waiting', 'making', 'failed'] as const;
export type ArchiveState = (typeof ARCHIVE_STATES)[number];

/** An archive that someone waits for. */
export class WantedArchiveDto {
  @ApiProperty({ enum: ARCHIVE_STATES })
  state: ArchiveState;
  /** How much is made, 0 to 100; null unless it is being made. */
  percent: number | null;
  /** Why the last try ended without a file. */
  failedCode: string | null;
}

/** An archive that is there to be downloaded. */
export class ArchiveDto {
  /** From 1: later facts make another. */
  edition: number;
  /** ISO 8601, fair time. */
  madeAt: string;
  askedByName: string;
  sizeBytes: number;
  /** Of the whole file, hex. */
  sha256: string;
}

/** The archives of a sealed fair. */
export class ArchivesDto {
  /** Null while nobody waits for one. */
  wanted: WantedArchiveDto | null;
  /** The newest first. */
  archives: ArchiveDto[];
}
