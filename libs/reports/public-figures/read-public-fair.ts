import { Injectable } from '@nestjs/common';
import { choiceOf } from './choice-of';
import type { PublicFiguresDto } from './public-figures.dto';
import { PublishedFairs } from './published-fairs';
import { ReadPublicFigures } from './read-public-figures';

/** The figures that a fair publishes, by its code. Refuses as `PublishedFairs` does. */
@Injectable()
export class ReadPublicFair {
  readonly run: (code: string, from: string) => Promise<PublicFiguresDto>;

  constructor(fairs: PublishedFairs, readFigures: ReadPublicFigures) {
    this.run = fairs.asking((publication) =>
      readFigures.run(publication.fairId, choiceOf(publication)),
    );
  }
}
