import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DelegationDto } from './exhibitor.dto';

/** The delegations of a fair by name, each with how many exhibitors it brings. */
@Injectable()
export class ListDelegations {
  constructor(private readonly source: DataSource) {}

  run(fairId: string): Promise<DelegationDto[]> {
    return this.source.query<DelegationDto[]>(
      `SELECT d.id, d.name_vi AS "nameVi", d.name_en AS "nameEn", d.quota,
              (SELECT count(*)::int FROM exhibitor e
                WHERE e.fair_id = d.fair_id AND e.delegation_id = d.id) AS "exhibitorCount"
         FROM delegation d
        WHERE d.fair_id = $1
        ORDER BY d.name_vi, d.id`,
      [fairId],
    );
  }
}
