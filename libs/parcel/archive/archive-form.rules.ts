import type { Manifest } from '../parcel.rules';

/** The form of an archive. Layout 2 holds the papers of its fair as well; 1 is read as before. */
export const ARCHIVE = { kind: 'phien-archive', layout: 2 } as const;

/** What an archive says of itself. */
export interface ArchiveManifest extends Manifest {
  fair: {
    id: string;
    code: string;
    nameVi: string;
    nameEn: string;
    timeZone: string;
    dayCutMinutes: number;
    state: string;
  };
  /** The steps of the schema that the facts are in. */
  migrations: string[];
  tables: { name: string; rows: number; withheld: string[] }[];
  ledger: { linkCount: number; documentCount: number; totalVnd: number; hash: string };
}

/** One row a line, as a JSON object by column. */
export const factsOf = (table: string) => `facts/${table}.jsonl`;

/** A report as it was printed. */
export const reportFile = (report: {
  day: string;
  revision: number;
  kind: string;
  language: string;
  format: string;
}) =>
  `reports/${report.day}-r${report.revision}-${report.kind}-${report.language}.${report.format}`;

/** A file of another paper as it was made. */
export const paperFile = (file: {
  paper: { id: string; kind: string; day: string | null; edition: number };
  language: string;
  format: string;
}) => {
  const { id, kind, day, edition } = file.paper;
  return `papers/${kind}-${day ?? 'fair'}-e${edition}-${id}-${file.language}.${file.format}`;
};
