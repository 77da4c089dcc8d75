import type { FairPlan, PlannedBooth, PlannedFeature, PlannedZone } from './plan.rules';

const BOOTH_CM = 300;
const BLOCK_COUNT = 5;
const BLOCK_DEPTH_CM = 2 * BOOTH_CM;
const SIDE_AISLE_CM = 400;
const MAIN_AISLE_CM = 500;
const FRONT_AISLE_CM = 500;
const STAGE_DEPTH_CM = 1200;
const DOOR_DEPTH_CM = 60;

/** The two selling zones stand side by side, in as many blocks of two rows, back to back. */
const COLUMNS = [
  { zoneCode: '1', letter: 'A', boothsInRow: 7, xCm: SIDE_AISLE_CM },
  {
    zoneCode: '2',
    letter: 'B',
    boothsInRow: 9,
    xCm: SIDE_AISLE_CM + 7 * BOOTH_CM + MAIN_AISLE_CM,
  },
] as const;

const EAST_AISLE_X_CM = COLUMNS[1].xCm + 9 * BOOTH_CM;
const MAIN_AISLE_X_CM = COLUMNS[1].xCm - MAIN_AISLE_CM;
const HALL_WIDTH_CM = EAST_AISLE_X_CM + SIDE_AISLE_CM;
const BLOCK_STEP_CM = BLOCK_DEPTH_CM + SIDE_AISLE_CM;
const FIRST_BLOCK_Y_CM = STAGE_DEPTH_CM + SIDE_AISLE_CM;
const LAST_BLOCK_END_CM = FIRST_BLOCK_Y_CM + BLOCK_COUNT * BLOCK_STEP_CM - SIDE_AISLE_CM;
const HALL_DEPTH_CM = LAST_BLOCK_END_CM + FRONT_AISLE_CM;

/** Numbers run from the gates in the south inwards, row by row, west to east. */
function booths(): PlannedBooth[] {
  return COLUMNS.flatMap(({ zoneCode, letter, boothsInRow, xCm }) => {
    let number = 0;
    return Array.from({ length: 2 * BLOCK_COUNT }, (_, row) => {
      const isSouthRow = row % 2 === 0;
      const block = BLOCK_COUNT - 1 - Math.floor(row / 2);
      const yCm = FIRST_BLOCK_Y_CM + block * BLOCK_STEP_CM + (isSouthRow ? BOOTH_CM : 0);
      return Array.from({ length: boothsInRow }, (_, place): PlannedBooth => {
        number += 1;
        return {
          code: `${letter}${String(number).padStart(2, '0')}`,
          zoneCode,
          kind: 'standard',
          xCm: xCm + place * BOOTH_CM,
          yCm,
          widthCm: BOOTH_CM,
          depthCm: BOOTH_CM,
          faces: isSouthRow ? 'south' : 'north',
        };
      });
    }).flat();
  });
}

function zones(): PlannedZone[] {
  const [west, east] = COLUMNS;
  const selling = {
    kind: 'selling' as const,
    yCm: FIRST_BLOCK_Y_CM,
    depthCm: LAST_BLOCK_END_CM - FIRST_BLOCK_Y_CM,
  };
  const westWidthCm = west.boothsInRow * BOOTH_CM;
  const eastWidthCm = east.boothsInRow * BOOTH_CM;
  return [
    {
      ...selling,
      code: '1',
      nameVi: 'Khu 1 – Xã, phường, đặc khu của Quảng Ninh',
      nameEn: 'Zone 1 – Communes, wards and special zones of Quảng Ninh',
      xCm: west.xCm,
      widthCm: westWidthCm,
    },
    {
      ...selling,
      code: '2',
      nameVi: 'Khu 2 – Tỉnh, thành phố bạn và các tổ chức',
      nameEn: 'Zone 2 – Other provinces, cities and organisations',
      xCm: east.xCm,
      widthCm: eastWidthCm,
    },
    {
      code: '3',
      kind: 'stage',
      nameVi: 'Khu 3 – Sân khấu',
      nameEn: 'Zone 3 – Stage',
      xCm: west.xCm,
      yCm: 0,
      widthCm: westWidthCm,
      depthCm: STAGE_DEPTH_CM,
    },
    {
      code: '4',
      kind: 'exhibition',
      nameVi: 'Khu 4 – Trưng bày thành tựu',
      nameEn: 'Zone 4 – Exhibition of achievements',
      xCm: east.xCm,
      yCm: 0,
      widthCm: eastWidthCm,
      depthCm: STAGE_DEPTH_CM,
    },
  ];
}

function aisles(): PlannedFeature[] {
  const along = (nameVi: string, nameEn: string, xCm: number, widthCm: number): PlannedFeature => ({
    kind: 'aisle',
    nameVi,
    nameEn,
    xCm,
    yCm: 0,
    widthCm,
    depthCm: HALL_DEPTH_CM,
  });
  const across = COLUMNS.flatMap(({ xCm, boothsInRow }) =>
    Array.from({ length: BLOCK_COUNT + 1 }, (_, at): PlannedFeature => ({
      kind: 'aisle',
      nameVi: '',
      nameEn: '',
      xCm,
      yCm: STAGE_DEPTH_CM + at * BLOCK_STEP_CM,
      widthCm: boothsInRow * BOOTH_CM,
      depthCm: at === BLOCK_COUNT ? FRONT_AISLE_CM : SIDE_AISLE_CM,
    })),
  );
  return [
    along('Lối đi phía tây', 'West aisle', 0, SIDE_AISLE_CM),
    along('Lối đi chính', 'Main aisle', MAIN_AISLE_X_CM, MAIN_AISLE_CM),
    along('Lối đi phía đông', 'East aisle', EAST_AISLE_X_CM, SIDE_AISLE_CM),
    ...across,
  ];
}

/** Doors stand on the hall's walls, where an aisle meets them. */
function doors(): PlannedFeature[] {
  const southY = HALL_DEPTH_CM - DOOR_DEPTH_CM;
  const door = (
    kind: 'gate' | 'exit',
    nameVi: string,
    nameEn: string,
    xCm: number,
    yCm: number,
    widthCm: number,
    depthCm = DOOR_DEPTH_CM,
  ): PlannedFeature => ({ kind, nameVi, nameEn, xCm, yCm, widthCm, depthCm });
  const northDoorX = MAIN_AISLE_X_CM + 100;
  return [
    door('gate', 'Cổng 1 (cổng chính)', 'Gate 1 (main gate)', MAIN_AISLE_X_CM, southY, 500),
    door('gate', 'Cổng 2 (phía tây nam)', 'Gate 2 (south-west)', 50, southY, 300),
    door(
      'gate',
      'Cổng 3 (phía đông nam)',
      'Gate 3 (south-east)',
      EAST_AISLE_X_CM + 50,
      southY,
      300,
    ),
    door(
      'gate',
      'Cổng 4 (phía tây, cạnh sân khấu)',
      'Gate 4 (west, by the stage)',
      0,
      1250,
      60,
      300,
    ),
    door('exit', 'Lối thoát hiểm phía bắc', 'North exit', northDoorX, 0, 300),
    door('exit', 'Lối thoát hiểm tây bắc', 'North-west exit', 50, 0, 300),
    door('exit', 'Lối thoát hiểm đông bắc', 'North-east exit', EAST_AISLE_X_CM + 50, 0, 300),
    door('exit', 'Lối thoát hiểm phía đông', 'East exit', HALL_WIDTH_CM - 60, 3250, 60, 300),
  ];
}

/**
 * Template `ocop-160`: the numbers of zones and booths of the fair of autumn-winter 2025 as they
 * were published (70 + 90 booths of 3 × 3 m, a stage, an exhibition). How they stood in the hall
 * was not published: the arrangement is our own, and every square centimetre of it is a booth, an
 * aisle, the stage or the exhibition.
 */
export function ocop160Plan(): FairPlan {
  const [stage, exhibition] = [COLUMNS[0], COLUMNS[1]];
  return {
    hallWidthCm: HALL_WIDTH_CM,
    hallDepthCm: HALL_DEPTH_CM,
    zones: zones(),
    booths: booths(),
    features: [
      ...aisles(),
      ...doors(),
      {
        kind: 'stage',
        nameVi: 'Sân khấu và màn hình LED',
        nameEn: 'Stage and LED screen',
        xCm: stage.xCm + 450,
        yCm: 0,
        widthCm: 1200,
        depthCm: 600,
      },
      {
        kind: 'text',
        nameVi: 'Trưng bày thành tựu kinh tế – xã hội',
        nameEn: 'Socio-economic achievements',
        xCm: exhibition.xCm + 300,
        yCm: 450,
        widthCm: 2100,
        depthCm: 300,
      },
    ],
  };
}
