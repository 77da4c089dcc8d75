import { Inject, Injectable } from '@nestjs/common';
import { Clock, fairMoment } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { dayToShow, figuresAsOf } from './board.rules';

/** How far a fair's figures are, without the figures. */
export interface BoardState {
  fairId: string;
  /** The day its board shows by itself. */
  day: string;
  version: number;
  asOf: string;
}

interface Row {
  fairId: string;
  timeZone: string;
  dayCutMinutes: number;
  fairCreatedAt: Date;
  version: number;
  foldedAt: Date | null;
  hasWaitingFacts: boolean;
  days: string[];
}

/** The state of several fairs' boards in one query, for heartbeats. */
@Injectable()
export class ReadBoardState {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(fairIds: readonly string[]): Promise<BoardState[]> {
    const now = this.clock.now();
    const rows = await this.source.query<Row[]>(
      `SELECT f.id AS "fairId", f.time_zone AS "timeZone", f.day_cut_minutes AS "dayCutMinutes",
              f.created_at AS "fairCreatedAt", coalesce(v.version, 0)::bigint AS version,
              v.folded_at AS "foldedAt",
              EXISTS (SELECT 1 FROM outbox o WHERE o.fair_id = f.id AND o.reader = 'fold')
                AS "hasWaitingFacts",
              ARRAY(SELECT day::text FROM fair_day d WHERE d.fair_id = f.id) AS days
         FROM fair f LEFT JOIN board_version v ON v.fair_id = f.id
        WHERE f.id = ANY($1::uuid[])`,
      [fairIds],
    );
    return rows.map((row) => ({
      fairId: row.fairId,
      day: dayToShow(row.days, fairMoment(now, row.timeZone, row.dayCutMinutes).day),
      version: row.version,
      asOf: figuresAsOf({ ...row, now }).toISOString(),
    }));
  }
}
