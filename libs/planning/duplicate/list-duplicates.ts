import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { readExhibitors } from '../exhibitor/read-exhibitor';
import { DuplicatesDto } from './duplicate.dto';
import { likelyPairs, pairKey } from './duplicates.rules';
import { ExhibitorsApart } from './exhibitors-apart.entity';
import { readMerges } from './read-merges';
import { whatHolds } from './what-holds';

const MOST_PAIRS = 100;

/** Who is probably at the fair twice, with what differs and what holds each; and who was merged. */
@Injectable()
export class ListDuplicates {
  constructor(private readonly source: DataSource) {}

  async run(fairId: string): Promise<DuplicatesDto> {
    const { manager: em } = this.source;
    const [exhibitors, apart, merges] = await Promise.all([
      readExhibitors(em, fairId, null),
      em.findBy(ExhibitorsApart, { fairId }),
      readMerges(em, fairId, null),
    ]);
    const two = new Set(apart.map(({ lowId, highId }) => pairKey(lowId, highId)));
    const all = likelyPairs(exhibitors, two);
    const pairs = all.slice(0, MOST_PAIRS);
    const ids = [...new Set(pairs.flatMap(({ first, second }) => [first.id, second.id]))];
    const [holders, products] = await Promise.all([
      whatHolds(em, fairId, ids),
      productCounts(em, fairId, ids),
    ]);
    const likely = (exhibitor: (typeof exhibitors)[number]) => ({
      exhibitor,
      productCount: products.get(exhibitor.id) ?? 0,
      holders: (holders.get(exhibitor.id) ?? []).map(({ what, count }) => ({
        whatVi: what.vi,
        whatEn: what.en,
        count,
      })),
    });
    return {
      pairs: pairs.map(({ first, second, reasons }) => ({
        reasons,
        first: likely(first),
        second: likely(second),
      })),
      furtherPairs: all.length - pairs.length,
      merges,
    };
  }
}

async function productCounts(em: EntityManager, fairId: string, ids: readonly string[]) {
  const rows = await em.query<{ id: string; count: number }[]>(
    `SELECT exhibitor_id AS id, count(*)::int AS count FROM product
      WHERE fair_id = $1 AND exhibitor_id = ANY($2) AND withdrawn_at IS NULL GROUP BY exhibitor_id`,
    [fairId, ids],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}
