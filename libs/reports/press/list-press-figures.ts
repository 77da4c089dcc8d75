import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Closing } from '../closing/closing.entity';
import type { PressFigureDto } from './press.dto';
import { pressValue } from './press.rules';

type Row = Omit<PressFigureDto, 'latestRevision' | 'latestValue' | 'toldAt' | 'notedAt'> & {
  toldAt: Date;
  notedAt: Date;
};

/** What was given to the press of a fair, the newest first, beside what the latest revision has. */
@Injectable()
export class ListPressFigures {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string): Promise<PressFigureDto[]> {
    const rows = await this.source.query<Row[]>(
      `SELECT p.id, p.day, p.revision, p.figure, p.value, p.told_as AS "toldAs",
              p.told_to AS "toldTo", p.told_by AS "toldBy", p.told_at AS "toldAt",
              a.name AS "notedByName", p.noted_at AS "notedAt", k.reason AS "struckReason",
              EXISTS (SELECT 1 FROM closing_signature s WHERE s.fair_id = p.fair_id
                AND s.day = p.day AND s.revision = p.revision) AS "isSigned"
         FROM press_figure p
         JOIN account a ON a.id = p.noted_by
         LEFT JOIN press_figure_struck k ON k.fair_id = p.fair_id AND k.press_figure_id = p.id
        WHERE p.fair_id = $1
        ORDER BY p.told_at DESC, p.id DESC`,
      [fairId],
    );
    const latest = await this.latestOf(fairId, [...new Set(rows.map(({ day }) => day))]);
    return rows.map((row) => {
      const closing = latest.get(row.day);
      return {
        ...row,
        toldAt: row.toldAt.toISOString(),
        notedAt: row.notedAt.toISOString(),
        latestRevision: closing?.revision ?? row.revision,
        latestValue: closing === undefined ? null : pressValue(row.figure, closing),
      };
    });
  }

  private async latestOf(fairId: string, days: string[]): Promise<Map<string, Closing>> {
    if (days.length === 0) return new Map();
    const closings = await this.source
      .getRepository(Closing)
      .createQueryBuilder('closing')
      .distinctOn(['closing.day'])
      .where('closing.fair_id = :fairId AND closing.day = ANY(:days)', { fairId, days })
      .orderBy('closing.day')
      .addOrderBy('closing.revision', 'DESC')
      .getMany();
    return new Map(closings.map((closing) => [closing.day, closing]));
  }
}
