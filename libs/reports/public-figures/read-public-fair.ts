import { Injectable } from '@nestjs/common';
import { WrongTries } from '@phien/identity';
import { DataSource } from 'typeorm';
import { FairPublication } from './fair-publication.entity';
import { choiceOf } from './choice-of';
import type { PublicFiguresDto } from './public-figures.dto';
import { fairNotPublished, tooManyFairsAsked } from './publication.refusals';
import { ReadPublicFigures } from './read-public-figures';

interface Answer {
  /** Null: there is no such fair, for whoever has no account. */
  figures: Promise<PublicFiguresDto | null>;
  readAtMs: number;
}

/** How old an answer may be, and how long a withdrawn fair may still be seen. */
const KEPT_MS = 5_000;
const CODE_SHAPE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * What a fair publishes, by its code. However many ask, a fair is read once in a while; an address
 * that asks for fairs that are not there is told to stop. Refuses `fair_not_published`,
 * `too_many_fairs_asked`.
 */
@Injectable()
export class ReadPublicFair {
  private readonly answers = new Map<string, Answer>();
  private readonly missed = new WrongTries(tooManyFairsAsked);

  constructor(
    private readonly source: DataSource,
    private readonly readFigures: ReadPublicFigures,
  ) {}

  async run(code: string, from: string): Promise<PublicFiguresDto> {
    const asked = code.toLowerCase();
    const known = this.answers.get(asked);
    const isFresh = known !== undefined && Date.now() - known.readAtMs < KEPT_MS;
    const figures = await (isFresh ? known.figures : this.look(asked));
    if (figures === null) {
      this.missed.add(from);
      throw fairNotPublished();
    }
    return figures;
  }

  private look(code: string): Promise<PublicFiguresDto | null> {
    const figures = this.read(code);
    this.answers.set(code, { figures, readAtMs: Date.now() });
    const forget = () => this.answers.delete(code);
    figures.then((found) => found ?? forget(), forget);
    return figures;
  }

  private async read(code: string): Promise<PublicFiguresDto | null> {
    if (!CODE_SHAPE.test(code)) return null;
    const publication = await this.source
      .getRepository(FairPublication)
      .createQueryBuilder('publication')
      .innerJoin('fair', 'fair', 'fair.id = publication.fair_id')
      .where(`fair.code = :code AND publication.isPublished AND fair.state <> 'draft'`, { code })
      .getOne();
    return publication && this.readFigures.run(publication.fairId, choiceOf(publication));
  }
}
