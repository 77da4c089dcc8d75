import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ArchiveDto, ArchivesDto, WantedArchiveDto } from './archive.dto';
import { WantedArchive } from './wanted-archive.entity';

/** The archives of a fair, the newest first, and how far the one is that someone waits for. */
@Injectable()
export class ReadArchives {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string): Promise<ArchivesDto> {
    const wanted = await this.source.getRepository(WantedArchive).findOneBy({ fairId });
    const rows = await this.source.query<(Omit<ArchiveDto, 'madeAt'> & { madeAt: Date })[]>(
      `SELECT f.edition, f.made_at AS "madeAt", a.name AS "askedByName", f.size_bytes AS "sizeBytes",
              encode(f.sha256, 'hex') AS sha256
         FROM fair_archive f JOIN account a ON a.id = f.asked_by
        WHERE f.fair_id = $1 ORDER BY f.edition DESC`,
      [fairId],
    );
    return {
      wanted: wanted && describeWanted(wanted),
      archives: rows.map(({ madeAt, ...row }) => ({ ...row, madeAt: madeAt.toISOString() })),
    };
  }
}

function describeWanted({ percent, failedCode }: WantedArchive): WantedArchiveDto {
  const state = failedCode !== null ? 'failed' : percent === null ? 'waiting' : 'making';
  return { state, percent, failedCode };
}
