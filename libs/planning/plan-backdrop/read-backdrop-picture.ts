import { Injectable } from '@nestjs/common';
import { isId } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { backdropNotFound } from './backdrop.refusals';
import { PlanBackdrop } from './plan-backdrop.entity';

/** The picture itself. Refuses `backdrop_not_found`. */
@Injectable()
export class ReadBackdropPicture {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string): Promise<Pick<PlanBackdrop, 'mediaType' | 'bytes'>> {
    const laid = isId(fairId)
      ? await this.source.getRepository(PlanBackdrop).findOneBy({ fairId })
      : null;
    if (!laid) throw backdropNotFound();
    return laid;
  }
}
