import { setImmediate as breath } from 'node:timers/promises';
import {
  exhibitorsJudge,
  type ExhibitorsWorld,
  type JudgedExhibitor,
} from './judge-exhibitors.rules';
import { productsJudge, type JudgedProduct, type ProductsWorld } from './judge-products.rules';
import type { RosterRow } from './roster-row';

export type JudgedRow = JudgedExhibitor | JudgedProduct;
export type RosterWorld = ExhibitorsWorld & ProductsWorld;

/* A long list takes a second: in between, others are served. */
const ROWS_A_BREATH = 200;

/** Judges a list against a fair as it is: which rows are good, doubtful, bad, or known already. */
export async function judgeRoster(
  rows: readonly RosterRow[],
  world: RosterWorld,
): Promise<JudgedRow[]> {
  const numbered = rows.map((row, at) => ({ at, row }));
  const of = (part: RosterRow['part']) => numbered.filter(({ row }) => row.part === part);
  const exhibitors = await judgeAll(of('exhibitors'), exhibitorsJudge(world));
  const products = await judgeAll(of('products'), productsJudge(exhibitors, world));
  return [...exhibitors, ...products].sort((one, other) => one.at - other.at);
}

async function judgeAll<Judged>(
  rows: readonly { at: number; row: RosterRow }[],
  judge: (at: number, row: RosterRow) => Judged,
): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const { at, row } of rows) {
    if (judged.length % ROWS_A_BREATH === ROWS_A_BREATH - 1) await breath();
    judged.push(judge(at, row));
  }
  return judged;
}
