import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FairPublication } from './fair-publication.entity';
import { choiceOf } from './choice-of';
import type { PublicationDto } from './public-figures.dto';
import { nothingPublished } from './public-figures.rules';

/** What a fair publishes of itself; nothing until an organizer chose. */
@Injectable()
export class ReadPublication {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string): Promise<PublicationDto> {
    const row = await this.source.getRepository(FairPublication).findOneBy({ fairId });
    return row === null ? nothingPublished : choiceOf(row);
  }
}
