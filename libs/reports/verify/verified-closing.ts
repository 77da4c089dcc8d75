import type { EntityManager } from 'typeorm';
import { Closing } from '../closing/closing.entity';
import type { ClosedRevision } from '../report/report.rules';
import { readSignatures } from '../signature/read-signatures';
import type { NewerRevisionDto, VerifiedClosingDto, VerifiedFileDto } from './verify.dto';

interface Found {
  closing: Closing;
  file: VerifiedFileDto | null;
}

/** The revision whose hash this is, or of whose files one has it; null when there is none. */
export async function verifiedClosing(
  em: EntityManager,
  hash: string,
): Promise<VerifiedClosingDto | null> {
  const found = await find(em, hash);
  if (found === null) return null;
  const { closing, file } = found;
  const { fairId, day, revision, figures } = closing;
  const { fair, totals, coverage } = figures;
  return {
    fairNameVi: fair.nameVi,
    fairNameEn: fair.nameEn,
    timeZone: fair.timeZone,
    isDemo: fair.isDemo,
    day,
    revision,
    closedAt: closing.closedAt.toISOString(),
    reason: closing.reason,
    isComplete: closing.isComplete,
    file,
    figures: {
      revenueVnd: totals.revenueVnd,
      measuredVnd: totals.measuredVnd,
      declaredVnd: closing.declaredVnd,
      salesCount: totals.salesCount,
      entries: closing.entries,
      boothsHeard: coverage.boothsHeard,
      boothsAllocated: coverage.boothsAllocated,
    },
    signatures: (await readSignatures(em, { fairId, day, revision }, null)).map(
      ({ signerName, signedAt, exception }) => ({ signerName, signedAt, exception }),
    ),
    newer: await newerThan(em, closing),
  };
}

async function find(em: EntityManager, hash: string): Promise<Found | null> {
  const closing = await em
    .getRepository(Closing)
    .createQueryBuilder('closing')
    .where(`encode(closing.hash, 'hex') = :hash`, { hash })
    .getOne();
  if (closing !== null) return { closing, file: null };
  const [file] = await em.query<(ClosedRevision & VerifiedFileDto)[]>(
    `SELECT fair_id AS "fairId", day, revision, language, format
       FROM report WHERE encode(sha256, 'hex') = $1`,
    [hash],
  );
  if (file === undefined) return null;
  const { language, format, ...of } = file;
  const its = await em.getRepository(Closing).findOneByOrFail(of);
  return { closing: its, file: { language, format } };
}

async function newerThan(
  em: EntityManager,
  { fairId, day, revision }: Closing,
): Promise<NewerRevisionDto | null> {
  const latest = await em
    .getRepository(Closing)
    .findOneOrFail({ where: { fairId, day }, order: { revision: 'DESC' } });
  if (latest.revision === revision) return null;
  const signatures = await readSignatures(em, { fairId, day, revision: latest.revision }, null);
  return {
    revision: latest.revision,
    closedAt: latest.closedAt.toISOString(),
    reason: latest.reason,
    isSigned: signatures.length > 0,
  };
}
