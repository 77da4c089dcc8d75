import { createHash } from 'node:crypto';

export const DRAW_KINDS = ['order', 'places'] as const;
/** `order`: who chooses first, second, third. `places`: a booth for each. */
export type DrawKind = (typeof DRAW_KINDS)[number];

export const MOST_LOTS = 600;
export const SHORTEST_SEED = 4;

/** Who and what is drawn, as it is frozen before anybody knows the seed. */
export interface DrawList {
  fairCode: string;
  title: string;
  kind: DrawKind;
  /** sha256 of the sealed number, hex. */
  sealHash: string;
  /** With points in a draw by points, and null in all others. */
  exhibitors: readonly { id: string; name: string; points?: number | null }[];
  /** Empty when the order alone is drawn. */
  boothCodes: readonly string[];
}

/** One exhibitor's lot, by rank. */
export interface Lot {
  exhibitorId: string;
  /** Hex; the smallest is first. */
  lot: string;
  boothCode: string | null;
}

const ONE_LINE = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
const oneLine = (text: string) => text.normalize('NFC').replace(ONE_LINE, ' ').trim();

/** Hex of the sha256 of a text in UTF-8. */
export const hashOfText = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

const isByPoints = (exhibitors: DrawList['exhibitors']) =>
  exhibitors.some(({ points }) => typeof points === 'number');

/** The exact text that is published before the draw; its hash names it. */
export function listText({
  fairCode,
  title,
  kind,
  sealHash,
  exhibitors,
  boothCodes,
}: DrawList): string {
  return [
    'phien-draw/1',
    `fair ${fairCode}`,
    `title ${oneLine(title)}`,
    `kind ${kind}`,
    ...(isByPoints(exhibitors) ? ['order points'] : []),
    `seal ${sealHash}`,
    ...exhibitors.map(({ id, name }) => `exhibitor ${id} ${oneLine(name)}`),
    ...exhibitors.flatMap(({ id, points }) =>
      typeof points === 'number' ? [`points ${id} ${points}`] : [],
    ),
    ...boothCodes.map((code) => `booth ${code}`),
    '',
  ].join('\n');
}

/** A seed as it counts: NFC, without space around it, one blank between words. */
export const seedOf = oneLine;

/**
 * The lots in their order. Each exhibitor's lot is sha256 of "list hash, sealed number, seed, its id",
 * joined by blanks; each booth's the same with its code; the smallest exhibitor is first and gets the
 * smallest booth. So nobody who does not know both the sealed number and the seed can tell the
 * outcome, and anybody who knows them can work it out with any sha256. In a draw by points whoever
 * has more of them is before the others, and the lots decide among equals.
 */
export function drawLots(
  list: Pick<DrawList, 'exhibitors' | 'boothCodes'>,
  { listHash, seal, seed }: { listHash: string; seal: string; seed: string },
): Lot[] {
  const lotOf = (what: string) => hashOfText([listHash, seal, seed, what].join(' '));
  const sorted = (whats: readonly string[]) =>
    whats.map((what) => ({ what, lot: lotOf(what) })).sort((a, b) => (a.lot < b.lot ? -1 : 1));
  const booths = sorted(list.boothCodes);
  const pointsOf = new Map(list.exhibitors.map(({ id, points }) => [id, points ?? 0]));
  const ranked = sorted(list.exhibitors.map(({ id }) => id)).sort(
    (a, b) => (pointsOf.get(b.what) ?? 0) - (pointsOf.get(a.what) ?? 0),
  );
  return ranked.map(({ what, lot }, at) => ({
    exhibitorId: what,
    lot,
    boothCode: booths[at]?.what ?? null,
  }));
}
