import { Injectable } from '@nestjs/common';
import { WrongTries } from '@phien/identity';
import { DataSource } from 'typeorm';
import type { VerifiedDocumentDto } from './verify.dto';
import { documentUnknown, tooManyUnknownDocuments } from './verify.refusals';
import { verifiedArchive } from './verified-archive';
import { verifiedClosing } from './verified-closing';
import { verifiedPaper } from './verified-paper';

const NOTHING: VerifiedDocumentDto = { closing: null, paper: null, archive: null };

const HASH_SHAPE = /^[0-9a-f]{64}$/;

/**
 * Tells whoever holds a hash what it is the hash of: a revision, another paper, a stored file of
 * either, or an archive. Right ones are always answered, for a whole hall shares one address; an address that asks for
 * many that are none is told to stop. Refuses `document_unknown`, `document_empty`,
 * `too_many_unknown_documents`.
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
    return found;
  }

  private async find(hash: string): Promise<VerifiedDocumentDto | null> {
    const em = this.source.manager;
    const closing = await verifiedClosing(em, hash);
    if (closing !== null) return { ...NOTHING, closing };
    const paper = await verifiedPaper(em, hash);
    if (paper !== null) return { ...NOTHING, paper };
    const archive = await verifiedArchive(em, hash);
    return archive && { ...NOTHING, archive };
  }
}
