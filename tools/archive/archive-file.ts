import {
  beginSnapshot,
  ParcelWriter,
  readArchivedFair,
  writeArchive,
  type WrittenArchive,
} from '@phien/parcel';
import { Client } from 'pg';
import { fairNotSealed, noSuchFair } from './archive.refusals';

/**
 * Writes everything that one fair is into a file that its verifier checks by itself, read in one
 * snapshot. Throws `fair_not_found`, and `fair_not_sealed` unless a draft is wished for.
 */
export async function archiveFile(
  url: string,
  wish: { code: string; file: string; isDraft: boolean; madeAt: Date },
): Promise<WrittenArchive> {
  const client = new Client({ connectionString: url, application_name: 'phien archive' });
  await client.connect();
  try {
    await beginSnapshot(client, 'READ ONLY');
    const fair = await readArchivedFair(client, { code: wish.code });
    if (fair === undefined) throw noSuchFair(wish.code);
    if (fair.state !== 'sealed' && !wish.isDraft) throw fairNotSealed(wish.code);
    const parcel = await ParcelWriter.create(wish.file, wish.madeAt);
    try {
      return await writeArchive(client, parcel, fair);
    } catch (failure) {
      await parcel.abandon();
      throw failure;
    }
  } finally {
    await client.end();
  }
}
