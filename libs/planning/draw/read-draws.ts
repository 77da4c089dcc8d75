import type { EntityManager } from 'typeorm';
import type { DrawDto, DrawOutcomeDto } from './draw.dto';
import type { DrawOutcome } from './draw-outcome.entity';
import type { Draw } from './draw.entity';

interface Row extends Pick<
  Draw,
  'id' | 'title' | 'kind' | 'list' | 'listHash' | 'seal' | 'preparedAt'
> {
  preparedByName: string;
  seed: string | null;
  lots: DrawOutcome['lots'] | null;
  drawnAt: Date | null;
  drawnByName: string | null;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
  areBoothsGiven: boolean;
}

const linesOf = (list: string, word: string) =>
  list
    .split('\n')
    .filter((line) => line.startsWith(`${word} `))
    .map((line) => line.slice(word.length + 1));

/** Draws of a fair, the newest first; all of them, or the one that is named. */
export async function readDraws(
  em: EntityManager,
  fairId: string,
  drawId?: string,
): Promise<DrawDto[]> {
  const rows = await em.query<Row[]>(
    `SELECT d.id, d.title, d.kind, d.list, d.list_hash AS "listHash", d.seal,
            d.prepared_at AS "preparedAt", p.name AS "preparedByName",
            o.seed, o.lots, o.drawn_at AS "drawnAt", b.name AS "drawnByName",
            w.withdrawn_at AS "withdrawnAt", w.reason AS "withdrawnReason",
            EXISTS (SELECT 1 FROM allocation a WHERE a.fair_id = d.fair_id
              AND a.id = (o.lots -> 0 ->> 'allocationId')::uuid) AS "areBoothsGiven"
     FROM draw d
     JOIN account p ON p.id = d.prepared_by
     LEFT JOIN draw_outcome o ON o.fair_id = d.fair_id AND o.draw_id = d.id
     LEFT JOIN account b ON b.id = o.drawn_by
     LEFT JOIN draw_withdrawal w ON w.fair_id = d.fair_id AND w.draw_id = d.id
     WHERE d.fair_id = $1 AND ($2::uuid IS NULL OR d.id = $2)
     ORDER BY d.prepared_at DESC, d.id DESC`,
    [fairId, drawId ?? null],
  );
  return rows.map(drawOf);
}

function drawOf(row: Row): DrawDto {
  const points = new Map(
    linesOf(row.list, 'points').map((line) => {
      const [id = '', number = ''] = line.split(' ');
      return [id, Number(number)];
    }),
  );
  const byPoints = linesOf(row.list, 'order').includes('points');
  const exhibitors = linesOf(row.list, 'exhibitor').map((line) => {
    const at = line.indexOf(' ');
    const id = line.slice(0, at);
    return { id, name: line.slice(at + 1), points: byPoints ? (points.get(id) ?? 0) : null };
  });
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    byPoints,
    exhibitorCount: exhibitors.length,
    preparedAt: row.preparedAt.toISOString(),
    preparedByName: row.preparedByName,
    drawnAt: row.drawnAt?.toISOString() ?? null,
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    withdrawnReason: row.withdrawnReason,
    list: row.list,
    listHash: row.listHash,
    exhibitors,
    boothCodes: linesOf(row.list, 'booth'),
    outcome: outcomeOf(row, new Map(exhibitors.map(({ id, name }) => [id, name]))),
    areBoothsGiven: row.areBoothsGiven,
  };
}

/** The sealed number is told here alone, and only once the lots are drawn. */
function outcomeOf(
  { lots, seed, seal, drawnAt, drawnByName }: Row,
  names: ReadonlyMap<string, string>,
): DrawOutcomeDto | null {
  if (lots === null || seed === null || drawnAt === null) return null;
  return {
    seed,
    seal,
    lots: lots.map(({ exhibitorId, lot, boothCode }, at) => ({
      rank: at + 1,
      exhibitorId,
      exhibitorName: names.get(exhibitorId) ?? '',
      lot,
      boothCode,
    })),
    drawnByName: drawnByName ?? '',
    drawnAt: drawnAt.toISOString(),
  };
}
