import {
  ARCHIVE,
  factsOf,
  MANIFEST,
  notAParcel,
  Parcel,
  type ArchiveManifest,
} from '@phien/parcel';
import { createHash } from 'node:crypto';
import { checkChains, type Chained } from './check-chains';
import { checkClosings } from './check-closings';
import { checkDocuments, type Booked } from './check-documents';
import { checkPapers } from './check-papers';
import { rowsOf } from './read-rows';
import { Faults, type Verdict } from './verdict';

/**
 * Checks an archive by itself: no database, no server, and of Phiên only what a till knows. First
 * every byte against the checksums; then, since whoever forges a file forges its checksums too, what
 * the facts say of one another.
 *
 * Throws `not_a_parcel`, `wrong_kind_of_parcel`, `made_by_later_version`, and `parcel_changed` when
 * the file cannot be opened at all.
 */
export async function verifyArchive(file: string): Promise<Verdict> {
  const parcel = await Parcel.open(file, ARCHIVE);
  try {
    const faults = new Faults();
    const manifest = manifestOf(parcel);
    for (const part of await parcel.changedParts()) {
      faults.add(part, 'not as it was written');
    }
    if (faults.found.length > 0) return { ...NOTHING_CHECKED, manifest, faults: faults.all() };
    await checkRowCounts(parcel, manifest, faults);
    const chains = await checkChains(parcel, faults);
    const { booked, setAsideCount } = await checkDocuments(parcel, chains.documents, faults);
    const closings = await checkClosings(parcel, { chained: chains.documents, booked }, faults);
    const paperCount = await checkPapers(parcel, faults);
    checkLedger(manifest, chains.documents, booked, faults);
    return {
      manifest,
      faults: faults.all(),
      uncovered: chains.uncovered,
      checked: {
        chains: chains.chainCount,
        links: chains.documents.size,
        signatures: chains.signatureCount,
        documents: booked.size,
        totalVnd: manifest.ledger.totalVnd,
        setAside: setAsideCount,
        closings: closings.closingCount,
        declared: closings.declaredCount,
        reports: closings.reportCount,
        papers: paperCount,
      },
    };
  } finally {
    parcel.close();
  }
}

const NOTHING_CHECKED: Pick<Verdict, 'uncovered' | 'checked'> = {
  uncovered: [],
  checked: {
    chains: 0,
    links: 0,
    signatures: 0,
    documents: 0,
    totalVnd: 0,
    setAside: 0,
    closings: 0,
    declared: 0,
    reports: 0,
    papers: 0,
  },
};

function manifestOf(parcel: Parcel): ArchiveManifest {
  const manifest = parcel.manifest as unknown as ArchiveManifest;
  const isWhole =
    typeof manifest.fair?.id === 'string' &&
    typeof manifest.ledger?.hash === 'string' &&
    Array.isArray(manifest.migrations) &&
    Array.isArray(manifest.tables);
  if (!isWhole) throw notAParcel(parcel.file);
  return manifest;
}

/* A table that was taken out whole, its line in the list of parts included, is missed by its rows. */
async function checkRowCounts(
  parcel: Parcel,
  manifest: ArchiveManifest,
  faults: Faults,
): Promise<void> {
  for (const { name, rows } of manifest.tables) {
    let count = 0;
    for await (const row of rowsOf<{ fair_id?: string | null; id?: string }>(parcel, name)) {
      count += 1;
      const fairId = name === 'fair' ? row.id : row.fair_id;
      if (fairId !== undefined && fairId !== manifest.fair.id) {
        faults.add(factsOf(name), 'a row of another fair');
      }
    }
    if (count !== rows) faults.add(factsOf(name), `${count} rows of ${rows}`);
  }
}

function checkLedger(
  { ledger }: ArchiveManifest,
  chained: ReadonlyMap<string, Chained>,
  booked: ReadonlyMap<string, Booked>,
  faults: Faults,
): void {
  const sum = createHash('sha256');
  /* Links lie in the archive in the order that the hash is made of. */
  for (const { hash } of chained.values()) sum.update(Buffer.from(hash, 'hex'));
  let totalVnd = 0;
  for (const document of booked.values()) totalVnd += document.totalVnd;
  const isSame =
    ledger.linkCount === chained.size &&
    ledger.documentCount === booked.size &&
    ledger.totalVnd === totalVnd &&
    ledger.hash === sum.digest('hex');
  if (!isSame) faults.add(MANIFEST, 'count, sum or hash of the ledger are others');
}
