import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ZoneDto } from './plan.dto';
import { Zone } from './zone.entity';

/** The zones of a fair by code. */
@Injectable()
export class ListZones {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string): Promise<ZoneDto[]> {
    const zones = await this.source
      .getRepository(Zone)
      .find({ where: { fairId }, order: { code: 'ASC' } });
    return zones.map(({ id, code, nameVi, nameEn, kind, xCm, yCm, widthCm, depthCm }) => ({
      id,
      code,
      nameVi,
      nameEn,
      kind,
      xCm,
      yCm,
      widthCm,
      depthCm,
    }));
  }
}
