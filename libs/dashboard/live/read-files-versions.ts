import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { FilesVersion } from './files-version.entity';

/** How far the files of some fairs have come; 0 where none was ever asked for. */
@Injectable()
export class ReadFilesVersions {
  constructor(private readonly source: DataSource) {}

  async run(fairIds: readonly string[]): Promise<{ fairId: string; version: number }[]> {
    const rows = await this.source.getRepository(FilesVersion).findBy({ fairId: In([...fairIds]) });
    const versions = new Map(rows.map(({ fairId, version }) => [fairId, version]));
    return fairIds.map((fairId) => ({ fairId, version: versions.get(fairId) ?? 0 }));
  }
}
