import type { EntityManager } from 'typeorm';
import type { VerifiedArchiveDto } from './verify.dto';

/** The archive of a fair whose bytes have this hash; null when there is none. */
export async function verifiedArchive(
  em: EntityManager,
  hash: string,
): Promise<VerifiedArchiveDto | null> {
  const [found] = await em.query<
    (Omit<VerifiedArchiveDto, 'madeAt' | 'newerEdition'> & { madeAt: Date; latest: number })[]
  >(
    `SELECT f.name_vi AS "fairNameVi", f.name_en AS "fairNameEn", f.time_zone AS "timeZone",
            f.is_demo AS "isDemo", a.edition, a.made_at AS "madeAt", a.size_bytes AS "sizeBytes",
            (SELECT max(edition) FROM fair_archive l WHERE l.fair_id = a.fair_id) AS latest
       FROM fair_archive a JOIN fair f ON f.id = a.fair_id WHERE a.sha256 = $1`,
    [Buffer.from(hash, 'hex')],
  );
  if (found === undefined) return null;
  const { latest, madeAt, ...archive } = found;
  return {
    ...archive,
    madeAt: madeAt.toISOString(),
    newerEdition: latest === archive.edition ? null : latest,
  };
}
