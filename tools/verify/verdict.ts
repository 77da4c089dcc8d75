import type { ArchiveManifest } from '@phien/parcel';

/** Something that is not as the facts say, and where. */
export interface Fault {
  /** The part of the archive, by its name in the file. */
  where: string;
  what: string;
}

/** What no phone vouches for. */
export interface Uncovered {
  register: string;
  epoch: number;
  /** Documents after the last head that the phone signed. */
  documents: number;
}

/** What a verification found. */
export interface Verdict {
  manifest: ArchiveManifest;
  faults: Fault[];
  uncovered: Uncovered[];
  checked: {
    chains: number;
    links: number;
    signatures: number;
    documents: number;
    totalVnd: number;
    setAside: number;
    closings: number;
    declared: number;
    reports: number;
    papers: number;
  };
}

/* As many as a person reads. */
const TOLD = 50;

/** Collects faults, and counts on when there are more than anyone would read. */
export class Faults {
  readonly found: Fault[] = [];
  private untold = 0;

  add(where: string, what: string): void {
    if (this.found.length < TOLD) this.found.push({ where, what });
    else this.untold += 1;
  }

  all(): Fault[] {
    if (this.untold === 0) return this.found;
    return [...this.found, { where: '…', what: `and ${this.untold} more` }];
  }
}
