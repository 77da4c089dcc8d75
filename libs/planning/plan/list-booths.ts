import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SIXTHS_OF_A_BOOTH, sixthsIn } from '../allocation/sixths.rules';
import { Booth } from './booth.entity';
import { BoothDto } from './plan.dto';

interface Holding {
  allocationId: string;
  boothId: string;
  exhibitorId: string;
  name: string;
  sixths: string;
}

/** The booths of a fair by code, each with who stands in it. */
@Injectable()
export class ListBooths {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string): Promise<BoothDto[]> {
    const [booths, holdings] = await Promise.all([
      this.source.getRepository(Booth).find({ where: { fairId }, order: { code: 'ASC' } }),
      this.source.query<Holding[]>(
        `SELECT a.id AS "allocationId", a.booth_id AS "boothId", a.exhibitor_id AS "exhibitorId", e.name, a.sixths
         FROM allocation a JOIN exhibitor e ON e.fair_id = a.fair_id AND e.id = a.exhibitor_id
         WHERE a.fair_id = $1 AND a.freed_at IS NULL
         ORDER BY a.sixths`,
        [fairId],
      ),
    ]);
    return booths.map((booth) => {
      const holders = holdings
        .filter(({ boothId }) => boothId === booth.id)
        .map(({ allocationId, exhibitorId, name, sixths }) => ({
          allocationId,
          exhibitorId,
          name,
          sixths: sixthsIn(sixths).length,
        }));
      return {
        id: booth.id,
        code: booth.code,
        zoneId: booth.zoneId,
        kind: booth.kind,
        faces: booth.faces,
        xCm: booth.xCm,
        yCm: booth.yCm,
        widthCm: booth.widthCm,
        depthCm: booth.depthCm,
        freeSixths: SIXTHS_OF_A_BOOTH - holders.reduce((sum, { sixths }) => sum + sixths, 0),
        holders,
      };
    });
  }
}
