import type { EntityManager } from 'typeorm';
import type { Difference, ReconciliationCheck } from './reconciliation-check';

interface DayRow {
  day: string;
  documentsVnd: number;
  linesVnd: number;
  paymentsVnd: number;
}

/** Documents against their lines and payments, day by day; links against what was booked or set aside. */
export class LedgerCheck implements ReconciliationCheck {
  async run(em: EntityManager, fairId: string): Promise<Difference[]> {
    return [...(await this.parts(em, fairId)), ...(await this.unbooked(em, fairId))];
  }

  private async parts(em: EntityManager, fairId: string): Promise<Difference[]> {
    const days: DayRow[] = await em.query(
      `SELECT d.fair_day AS day, sum(d.total_vnd)::bigint AS "documentsVnd",
              coalesce(sum(l.vnd), 0)::bigint AS "linesVnd",
              coalesce(sum(p.vnd), 0)::bigint AS "paymentsVnd"
         FROM document d
         LEFT JOIN (SELECT document_id, sum(amount_vnd) AS vnd FROM document_line
                     WHERE fair_id = $1 GROUP BY document_id) l ON l.document_id = d.id
         LEFT JOIN (SELECT document_id, sum(amount_vnd) AS vnd FROM document_payment
                     WHERE fair_id = $1 GROUP BY document_id) p ON p.document_id = d.id
        WHERE d.fair_id = $1
        GROUP BY d.fair_day ORDER BY d.fair_day`,
      [fairId],
    );
    return days
      .flatMap(({ day, documentsVnd, linesVnd, paymentsVnd }): Difference[] => [
        {
          what: 'lines of documents',
          key: day,
          unit: 'vnd',
          expected: documentsVnd,
          found: linesVnd,
        },
        {
          what: 'payments of documents',
          key: day,
          unit: 'vnd',
          expected: documentsVnd,
          found: paymentsVnd,
        },
      ])
      .filter(({ expected, found }) => expected !== found);
  }

  private async unbooked(em: EntityManager, fairId: string): Promise<Difference[]> {
    const [row]: { linked: number; answered: number }[] = await em.query(
      `SELECT count(*) AS linked, count(*) FILTER (WHERE d.id IS NOT NULL OR s.document_id IS NOT NULL) AS answered
         FROM link k
         LEFT JOIN document d ON d.fair_id = k.fair_id AND d.id = k.document_id
         LEFT JOIN set_aside s ON s.fair_id = k.fair_id AND s.document_id = k.document_id
        WHERE k.fair_id = $1`,
      [fairId],
    );
    if (!row || row.linked === row.answered) return [];
    return [
      {
        what: 'linked documents booked or set aside',
        key: 'fair',
        unit: 'count',
        expected: row.linked,
        found: row.answered,
      },
    ];
  }
}
