import { planInBlocks } from './plan-in-blocks.rules';
import type { FairPlan } from './plan.rules';

/**
 * Template `ocop-250`: the numbers of booths of the fair of summer 2019 as they were published (110
 * of the province's districts, 123 of other provinces, 17 foreign). The arrangement is our own.
 */
export function ocop250Plan(): FairPlan {
  return planInBlocks(
    [
      {
        ...{ zoneCode: '1', letter: 'A', boothsInRow: 11, booths: 110 },
        name: { vi: 'Khu 1 – Trong tỉnh', en: 'Zone 1 – Of the province' },
      },
      {
        ...{ zoneCode: '2', letter: 'B', boothsInRow: 13, booths: 123 },
        name: { vi: 'Khu 2 – Tỉnh, thành phố bạn', en: 'Zone 2 – Other provinces and cities' },
      },
      {
        ...{ zoneCode: '3', letter: 'C', boothsInRow: 2, booths: 17 },
        name: { vi: 'Khu 3 – Quốc tế', en: 'Zone 3 – Foreign' },
      },
    ],
    5,
  );
}

/**
 * Template `ocop-460`: as many booths as the fair of 2018 had, 32 of them foreign. How the others were
 * shared out and how they stood was not published: 200, 228 and the arrangement are our own.
 */
export function ocop460Plan(): FairPlan {
  return planInBlocks(
    [
      {
        ...{ zoneCode: '1', letter: 'A', boothsInRow: 13, booths: 200 },
        name: { vi: 'Khu 1 – Trong tỉnh', en: 'Zone 1 – Of the province' },
      },
      {
        ...{ zoneCode: '2', letter: 'B', boothsInRow: 15, booths: 228 },
        name: { vi: 'Khu 2 – Tỉnh, thành phố bạn', en: 'Zone 2 – Other provinces and cities' },
      },
      {
        ...{ zoneCode: '3', letter: 'C', boothsInRow: 2, booths: 32 },
        name: { vi: 'Khu 3 – Quốc tế', en: 'Zone 3 – Foreign' },
      },
    ],
    8,
  );
}

/** Template `empty`: a hall of 60 × 40 m with nothing in it, to be drawn. */
export function emptyPlan(): FairPlan {
  return { hallWidthCm: 6_000, hallDepthCm: 4_000, zones: [], booths: [], features: [] };
}
