import { Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { FindWallLink } from './find-wall-link';
import type { WallDto } from './wall.dto';

/** What a wall is, by its secret. Refuses `wall_link_unknown`, `too_many_wrong_links`. */
@Injectable()
export class ReadWall {
  constructor(
    private readonly findLink: FindWallLink,
    private readonly clock: Clock,
  ) {}

  async run(token: string, from: string): Promise<WallDto> {
    const { fairId, name, audience, language } = await this.findLink.run(token, from);
    return { fairId, name, audience, language, now: this.clock.now().toISOString() };
  }
}
