import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readWallLinks } from './read-wall-links';
import type { WallLinkDto } from './wall.dto';

/** The wall links of a fair in use. */
@Injectable()
export class ListWallLinks {
  constructor(private readonly source: DataSource) {}

  run(fairId: string): Promise<WallLinkDto[]> {
    return readWallLinks(this.source.manager, fairId);
  }
}
