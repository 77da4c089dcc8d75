export {
  ARCHIVE,
  factsOf,
  paperFile,
  reportFile,
  type ArchiveManifest,
} from './archive/archive-form.rules';
export { KEPT, LEFT_OUT } from './archive/archive-tables';
export {
  beginSnapshot,
  readArchivedFair,
  writeArchive,
  type WrittenArchive,
} from './archive/write-archive';
export {
  columnsOf,
  plainText,
  quoted,
  readForeignKeys,
  readLedgers,
  readMigrations,
  readSequences,
  readTables,
  type Connection,
  type ForeignKey,
  type LedgerSum,
  type SavedTable,
} from './database/read-database';
export type { ParcelPlace } from './parcel-place';
export { Parcel } from './parcel-reader';
export { notAParcel, parcelChanged } from './parcel.refusals';
export { MANIFEST, type Manifest } from './parcel.rules';
export { ParcelWriter } from './parcel-writer';
export { phienVersion } from './phien-version';
export { rewriteParcel } from './testing/rewrite-parcel';
