import { Injectable } from '@nestjs/common';
import { WrongTries } from '@phien/identity';
import { DataSource } from 'typeorm';
import { Closing } from '../closing/closing.entity';
import type { ClosedRevision } from '../report/report.rules';
import { readSignatures } from '../signature/read-signatures';
import type { NewerRevisionDto, VerifiedDocumentDto, VerifiedFileDto } from './verify.dto';
import { documentUnknown, tooManyUnknownDocuments } from './verify.refusals';

const HASH_SHAPE = /^[0-9a-f]{64}$/;

interface Found {
  closing: Closing;
  file: VerifiedFileDto | null;
}

/**
 * Tells whoever holds a hash what it is the hash of: a revision, or one of its stored files. Right
 * ones are always answered, for a whole hall shares one address; an address that asks for many that
 * are none is told to stop. Refuses `document_unknown`, `too_many_unknown_documents`.
 */
@Injectable()
export class VerifyDocument {
  private readonly missed = new WrongTries(tooManyUnknownDocuments);

  constructor(private readonly source: DataSource) {}

  async run(typed: string, from: string): Promise<VerifiedDocumentDto> {
    const hash = typed.toLowerCase();
    const found = HASH_SHAPE.test(hash) ? await this.find(hash) : null;
    if (found === null) {
      this.missed.add(from);
      throw documentUnknown();
    }
    const { closing, file } = found;
    const { fairId, day, revision, figures } = closing;
    const { fair, totals, coverage } = figures;
    const em = this.source.manager;
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
      newer: await this.newerThan(closing),
    };
  }

  private async find(hash: string): Promise<Found | null> {
    const closing = await this.source
      .getRepository(Closing)
      .createQueryBuilder('closing')
      .where(`encode(closing.hash, 'hex') = :hash`, { hash })
      .getOne();
    if (closing !== null) return { closing, file: null };
    const [file] = await this.source.query<(ClosedRevision & VerifiedFileDto)[]>(
      `SELECT fair_id AS "fairId", day, revision, language, format
         FROM report WHERE encode(sha256, 'hex') = $1`,
      [hash],
    );
    if (file === undefined) return null;
    const { language, format, ...of } = file;
    const its = await this.source.getRepository(Closing).findOneByOrFail(of);
    return { closing: its, file: { language, format } };
  }

  private async newerThan({ fairId, day, revision }: Closing): Promise<NewerRevisionDto | null> {
    const em = this.source.manager;
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
}
