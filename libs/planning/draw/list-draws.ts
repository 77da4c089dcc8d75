import { Injectable } from '@nestjs/common';
import { isId } from '@phien/kernel';
import { DataSource } from 'typeorm';
import type { DrawDto } from './draw.dto';
import { drawNotFound } from './draw.refusals';
import { readDraws } from './read-draws';

/** The draws of a fair, the newest first. */
@Injectable()
export class ListDraws {
  constructor(private readonly source: DataSource) {}

  run(fairId: string): Promise<DrawDto[]> {
    return isId(fairId) ? readDraws(this.source.manager, fairId) : Promise.reject(drawNotFound());
  }
}
