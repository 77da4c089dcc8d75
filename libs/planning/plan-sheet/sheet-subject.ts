import type { Language } from '@phien/kernel';
import type { PlanDocument } from '../plan/plan.rules';
import type { Paper } from './paper.rules';

/** All that a plan sheet tells, as it is given to the thread that draws it. */
export interface SheetSubject {
  language: Language;
  paper: Paper;
  fair: { nameVi: string; nameEn: string; venueVi: string; venueEn: string; timeZone: string };
  plan: PlanDocument;
  /** Names of who stands in a booth, by its id; none where only codes are wanted. */
  holders: ReadonlyMap<string, readonly string[]>;
  /** Ids of the booths that are given, named or not. */
  givenIds: ReadonlySet<string>;
  edition: SheetEdition;
  madeAt: Date;
}

/** Which plan it is. */
export type SheetEdition =
  | { of: 'published'; version: number; publishedAt: Date }
  | { of: 'draft'; save: number; publishedVersion: number; differences: number };
