import { Injectable } from '@nestjs/common';
import { tooManyWrongLinks } from './link.refusals';
import { WrongTries } from './wrong-tries';

/** One count for every kind of one-time link. Refuses `too_many_wrong_links`. */
@Injectable()
export class WrongLinks extends WrongTries {
  constructor() {
    super(tooManyWrongLinks);
  }
}
