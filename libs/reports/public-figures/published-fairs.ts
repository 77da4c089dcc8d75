import { Injectable } from '@nestjs/common';
import { WrongTries } from '@phien/identity';
import { DataSource } from 'typeorm';
import { FairPublication } from './fair-publication.entity';
import { fairNotPublished, tooManyFairsAsked } from './publication.refusals';

interface Answer<What> {
  /** Null: there is no such fair, for whoever has no account. */
  what: Promise<What | null>;
  readAtMs: number;
}

/** How old an answer may be, and how long a withdrawn fair may still be seen. */
const KEPT_MS = 5_000;
const CODE_SHAPE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * The fairs that people without an account may look at: published, and no draft. However many ask, a
 * fair is read once in a while; an address that asks for fairs that are not there is told to stop.
 */
@Injectable()
export class PublishedFairs {
  private readonly missed = new WrongTries(tooManyFairsAsked);

  constructor(private readonly source: DataSource) {}

  /**
   * Makes the asking after one thing of a fair, by its code and from an address. Refuses
   * `fair_not_published`, `too_many_fairs_asked`.
   */
  asking<What>(read: (publication: FairPublication) => Promise<What>) {
    const answers = new Map<string, Answer<What>>();
    const look = (code: string): Promise<What | null> => {
      const what = this.find(code).then((found) => found && read(found));
      answers.set(code, { what, readAtMs: Date.now() });
      const forget = () => answers.delete(code);
      what.then((found) => found ?? forget(), forget);
      return what;
    };
    return async (fairCode: string, from: string): Promise<What> => {
      const code = fairCode.toLowerCase();
      const known = answers.get(code);
      const isFresh = known !== undefined && Date.now() - known.readAtMs < KEPT_MS;
      const what = await (isFresh ? known.what : look(code));
      if (what === null) {
        this.missed.add(from);
        throw fairNotPublished();
      }
      return what;
    };
  }

  private async find(code: string): Promise<FairPublication | null> {
    if (!CODE_SHAPE.test(code)) return null;
    return this.source
      .getRepository(FairPublication)
      .createQueryBuilder('publication')
      .innerJoin('fair', 'fair', 'fair.id = publication.fair_id')
      .where(`fair.code = :code AND fair.state <> 'draft' AND publication.isPublished`, { code })
      .getOne();
  }
}
