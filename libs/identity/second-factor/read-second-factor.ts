import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { Caller } from '../session/caller.dto';
import type { SecondFactorDto } from './second-factor.dto';
import { SecondFactor } from './second-factor.entity';

/** Whether one's own account has a phone for codes. */
@Injectable()
export class ReadSecondFactor {
  constructor(private readonly source: DataSource) {}

  async run({ accountId }: Caller): Promise<SecondFactorDto> {
    const factor = await this.source
      .getRepository(SecondFactor)
      .findOneBy({ accountId, retiredAt: IsNull() });
    const since = factor?.confirmedAt ?? null;
    return { isOn: since !== null, since };
  }
}
