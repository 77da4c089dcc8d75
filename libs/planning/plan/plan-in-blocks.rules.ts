import type { Sentence } from '@phien/kernel';
import type { FairPlan, PlannedBooth, PlannedFeature, PlannedZone } from './plan.rules';

const BOOTH_CM = 300;
const BLOCK_DEPTH_CM = 2 * BOOTH_CM;
const SIDE_AISLE_CM = 400;
const MAIN_AISLE_CM = 500;
const FRONT_AISLE_CM = 500;
const STAGE_DEPTH_CM = 1_200;
const DOOR_DEPTH_CM = 60;
const GATE_CM = 300;

/** One selling zone of a hall: its blocks stand one behind the other, each of two rows back to back. */
export interface Column {
  zoneCode: string;
  letter: string;
  name: Sentence;
  boothsInRow: number;
  /** The last row may be shorter. */
  booths: number;
}

interface Placed extends Column {
  xCm: number;
  widthCm: number;
}

/**
 * A hall of selling zones side by side between upright aisles, the stage and an exhibition in the
 * north, gates in the south where an aisle ends, exits in the north and the east. Booths are 3 × 3 m;
 * numbers run from the gates inwards, row by row, west to east.
 */
export function planInBlocks(columns: readonly Column[], blocks: number): FairPlan {
  let xCm = SIDE_AISLE_CM;
  const placed = columns.map((column): Placed => {
    const here = { ...column, xCm, widthCm: column.boothsInRow * BOOTH_CM };
    xCm += here.widthCm + MAIN_AISLE_CM;
    return here;
  });
  const eastAisleXCm = xCm - MAIN_AISLE_CM;
  const hallWidthCm = eastAisleXCm + SIDE_AISLE_CM;
  const stepCm = BLOCK_DEPTH_CM + SIDE_AISLE_CM;
  const firstBlockYCm = STAGE_DEPTH_CM + SIDE_AISLE_CM;
  const lastBlockEndCm = firstBlockYCm + blocks * stepCm - SIDE_AISLE_CM;
  const hallDepthCm = lastBlockEndCm + FRONT_AISLE_CM;
  const upright = [
    { xCm: 0, widthCm: SIDE_AISLE_CM },
    ...placed
      .slice(1)
      .map((column) => ({ xCm: column.xCm - MAIN_AISLE_CM, widthCm: MAIN_AISLE_CM })),
    { xCm: eastAisleXCm, widthCm: SIDE_AISLE_CM },
  ];
  const unnamed = { kind: 'aisle' as const, nameVi: '', nameEn: '' };
  const across = placed.flatMap((column) =>
    Array.from({ length: blocks + 1 }, (_, at): PlannedFeature => ({
      ...unnamed,
      xCm: column.xCm,
      yCm: STAGE_DEPTH_CM + at * stepCm,
      widthCm: column.widthCm,
      depthCm: at === blocks ? FRONT_AISLE_CM : SIDE_AISLE_CM,
    })),
  );
  const door = (
    kind: 'gate' | 'exit',
    name: Sentence,
    place: { xCm: number; yCm: number; widthCm: number; depthCm: number },
  ): PlannedFeature => ({ kind, nameVi: name.vi, nameEn: name.en, ...place });
  const inMiddle = (aisle: { xCm: number; widthCm: number }, yCm: number) => ({
    ...{ xCm: aisle.xCm + (aisle.widthCm - GATE_CM) / 2, yCm, widthCm: GATE_CM },
    depthCm: DOOR_DEPTH_CM,
  });
  return {
    hallWidthCm,
    hallDepthCm,
    zones: zonesOf(placed, firstBlockYCm, lastBlockEndCm),
    booths: placed.flatMap((column) => boothsOf(column, blocks, firstBlockYCm, stepCm)),
    features: [
      ...upright.map((aisle) => ({ ...unnamed, ...aisle, yCm: 0, depthCm: hallDepthCm })),
      ...across,
      ...upright.map((aisle, at) =>
        door(
          'gate',
          { vi: `Cổng ${at + 1}`, en: `Gate ${at + 1}` },
          inMiddle(aisle, hallDepthCm - DOOR_DEPTH_CM),
        ),
      ),
      ...upright.map((aisle, at) =>
        door(
          'exit',
          { vi: `Lối thoát hiểm bắc ${at + 1}`, en: `North exit ${at + 1}` },
          inMiddle(aisle, 0),
        ),
      ),
      door(
        'exit',
        { vi: 'Lối thoát hiểm phía đông', en: 'East exit' },
        {
          xCm: hallWidthCm - DOOR_DEPTH_CM,
          yCm: Math.round(hallDepthCm / 2),
          widthCm: DOOR_DEPTH_CM,
          depthCm: GATE_CM,
        },
      ),
      {
        kind: 'stage',
        nameVi: 'Sân khấu',
        nameEn: 'Stage',
        xCm: SIDE_AISLE_CM + 300,
        yCm: 0,
        widthCm: 1_200,
        depthCm: 600,
      },
    ],
  };
}

function boothsOf(
  column: Placed,
  blocks: number,
  firstBlockYCm: number,
  stepCm: number,
): PlannedBooth[] {
  const digits = Math.max(2, String(column.booths).length);
  return Array.from({ length: column.booths }, (_, at): PlannedBooth => {
    const row = Math.floor(at / column.boothsInRow);
    const isSouthRow = row % 2 === 0;
    const block = blocks - 1 - Math.floor(row / 2);
    return {
      code: `${column.letter}${String(at + 1).padStart(digits, '0')}`,
      zoneCode: column.zoneCode,
      kind: 'standard',
      xCm: column.xCm + (at % column.boothsInRow) * BOOTH_CM,
      yCm: firstBlockYCm + block * stepCm + (isSouthRow ? BOOTH_CM : 0),
      widthCm: BOOTH_CM,
      depthCm: BOOTH_CM,
      faces: isSouthRow ? 'south' : 'north',
    };
  });
}

/** The stage stands before the first zone, the exhibition before the second. */
function zonesOf(
  placed: readonly Placed[],
  firstBlockYCm: number,
  lastBlockEndCm: number,
): PlannedZone[] {
  const selling = placed.map((column): PlannedZone => ({
    code: column.zoneCode,
    nameVi: column.name.vi,
    nameEn: column.name.en,
    kind: 'selling',
    xCm: column.xCm,
    yCm: firstBlockYCm,
    widthCm: column.widthCm,
    depthCm: lastBlockEndCm - firstBlockYCm,
  }));
  const north = (['stage', 'exhibition'] as const).flatMap((kind, at): PlannedZone[] => {
    const column = placed[at];
    const code = String(placed.length + at + 1);
    if (!column) return [];
    return [
      {
        code,
        kind,
        nameVi: kind === 'stage' ? `Khu ${code} – Sân khấu` : `Khu ${code} – Trưng bày thành tựu`,
        nameEn: kind === 'stage' ? `Zone ${code} – Stage` : `Zone ${code} – Exhibition`,
        xCm: column.xCm,
        yCm: 0,
        widthCm: column.widthCm,
        depthCm: STAGE_DEPTH_CM,
      },
    ];
  });
  return [...selling, ...north];
}
