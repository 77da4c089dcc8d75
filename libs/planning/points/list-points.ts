import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ExhibitorPointsDto } from './points.dto';
import { readPoints } from './read-points';

/** The points that hold at a fair, the most first. */
@Injectable()
export class ListPoints {
  constructor(private readonly source: DataSource) {}

  run(fairId: string): Promise<ExhibitorPointsDto[]> {
    return readPoints(this.source.manager, fairId);
  }
}
