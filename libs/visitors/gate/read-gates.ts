import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { GateDto } from './gate.dto';
import { Gate } from './gate.entity';

/** The gates of a fair, C2 before C10. */
@Injectable()
export class ReadGates {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string): Promise<GateDto[]> {
    const gates = await this.source
      .getRepository(Gate)
      .createQueryBuilder('gate')
      .where('gate.fairId = :fairId', { fairId })
      .orderBy('length(gate.code)')
      .addOrderBy('gate.code')
      .getMany();
    return gates.map(({ id, code, nameVi, nameEn, xCm, yCm }) => ({
      id,
      code,
      nameVi,
      nameEn,
      xCm,
      yCm,
    }));
  }
}
