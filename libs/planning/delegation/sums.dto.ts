import { IsIn } from 'class-validator';

/** What is to be said about a row of the sums. */
export class SumsNoteDto {
  code: string;

  vi: string;

  en: string;
}

/** Booths planned, given and left; shares are counted in sixths of a booth. */
export class BoothSumsDto {
  /** Booths it may share out; null while not decided. */
  quota: number | null;

  /** Booths that are kept: of its cluster. */
  keptBooths: number;

  /** Sixths of the cluster that nobody holds. */
  keptFreeSixths: number;

  /** Sixths of the cluster that somebody of elsewhere holds. */
  keptHeldByOthersSixths: number;

  /** Sixths given to its exhibitors, in its cluster. */
  givenInsideSixths: number;

  /** Sixths given to its exhibitors, elsewhere. */
  givenOutsideSixths: number;

  /** Both together. */
  givenSixths: number;

  /** Of the quota; below 0 where more was given; null while it is not decided. */
  quotaLeftSixths: number | null;

  exhibitors: number;

  exhibitorsWithoutBooth: number;
}

/** The sums of one delegation, or of those who came without one. */
export class DelegationSumsRowDto extends BoothSumsDto {
  /** Null: exhibitors without a delegation. */
  delegationId: string | null;

  nameVi: string | null;

  nameEn: string | null;

  notes: SumsNoteDto[];
}

/** The sums of all, beside what the fair itself counts. */
export class FairSumsDto extends BoothSumsDto {
  /** Booths of the fair that can be given. */
  fairBooths: number;

  /** Their sixths that nobody holds. */
  fairFreeSixths: number;

  /** Delegations whose quota is not decided. */
  quotasUndecided: number;

  notes: SumsNoteDto[];
}

/** Planned, allocated and unassigned, by delegation, as of one moment. */
export class DelegationSumsDto {
  /** ISO 8601. */
  asOf: string;

  /** The last fair day, YYYY-MM-DD, that was set for leads to change things; null: the fair's last. */
  leadsUntil: string | null;

  /** Delegations by name, last who came without one. */
  rows: DelegationSumsRowDto[];

  total: FairSumsDto;
}

/** Which file of the sums is wanted. */
export class SumsFileDto {
  @IsIn(['xlsx', 'csv'])
  file: 'xlsx' | 'csv';

  @IsIn(['vi', 'en'])
  language: 'vi' | 'en';
}
