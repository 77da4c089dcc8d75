import { Injectable } from '@nestjs/common';
import { Fair } from '@phien/planning';
import { DataSource } from 'typeorm';
import { attachmentNamed, readRevision } from '../report/report.rules';
import { archiveNotFound } from './archive.refusals';
import { FairArchivePiece } from './fair-archive-piece.entity';
import { FairArchive } from './fair-archive.entity';

/** A stored archive as it is sent: what it is called, and its bytes as they are read. */
export interface OpenedArchive {
  sizeBytes: number;
  /** Hex. */
  sha256: string;
  contentDisposition: string;
  pieces: AsyncIterable<Buffer>;
}

/** A stored archive, byte for byte; one piece of it is in memory at a time. Refuses `archive_not_found`. */
@Injectable()
export class OpenArchive {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string, text: string): Promise<OpenedArchive> {
    const edition = readRevision(text);
    const archive =
      edition === null
        ? null
        : await this.source.getRepository(FairArchive).findOneBy({ fairId, edition });
    if (archive === null) throw archiveNotFound();
    const fair = await this.source.getRepository(Fair).findOneByOrFail({ id: fairId });
    return {
      sizeBytes: archive.sizeBytes,
      sha256: archive.sha256.toString('hex'),
      contentDisposition: attachmentNamed({
        ascii: `archive-${fair.code.slice(0, 80)}-${archive.edition}.phien`,
        name: `Lưu trữ ${archive.edition} - ${fair.nameVi}.phien`,
        format: 'zip',
      }),
      pieces: this.piecesOf(archive),
    };
  }

  private async *piecesOf({ fairId, edition, pieceCount }: FairArchive): AsyncGenerator<Buffer> {
    const pieces = this.source.getRepository(FairArchivePiece);
    for (let pieceNo = 1; pieceNo <= pieceCount; pieceNo += 1) {
      yield (await pieces.findOneByOrFail({ fairId, edition, pieceNo })).bytes;
    }
  }
}
