import type { PlanFeatureKind, ZoneKind } from '@phien/planning';
import type { EntityManager } from 'typeorm';

/** Integer centimetres from the hall's north-west corner; x to the east, y to the south. */
export interface Ground {
  xCm: number;
  yCm: number;
  widthCm: number;
  depthCm: number;
}

/**
 * How the fair stood when a day was closed. Frozen with the figures: a plan that is changed later
 * must not change what a report of this day shows.
 */
export interface DayPlan {
  hallWidthCm: number;
  hallDepthCm: number;
  zones: (Ground & { code: string; nameVi: string; nameEn: string; kind: ZoneKind })[];
  features: (Ground & { kind: PlanFeatureKind; nameVi: string; nameEn: string })[];
  booths: (Ground & { boothId: string })[];
}

const GROUND = `x_cm AS "xCm", y_cm AS "yCm", width_cm AS "widthCm", depth_cm AS "depthCm"`;

/** The plan of a fair as it stands. */
export async function readDayPlan(em: EntityManager, fairId: string): Promise<DayPlan> {
  const [hall] = await em.query<[Pick<DayPlan, 'hallWidthCm' | 'hallDepthCm'>]>(
    `SELECT hall_width_cm AS "hallWidthCm", hall_depth_cm AS "hallDepthCm" FROM fair WHERE id = $1`,
    [fairId],
  );
  return {
    ...hall,
    zones: await em.query(
      `SELECT code, name_vi AS "nameVi", name_en AS "nameEn", kind, ${GROUND}
         FROM zone WHERE fair_id = $1 ORDER BY code`,
      [fairId],
    ),
    features: await em.query(
      `SELECT kind, name_vi AS "nameVi", name_en AS "nameEn", ${GROUND}
         FROM plan_feature WHERE fair_id = $1 ORDER BY kind, id`,
      [fairId],
    ),
    booths: await em.query(
      `SELECT id AS "boothId", ${GROUND} FROM booth WHERE fair_id = $1 ORDER BY code, id`,
      [fairId],
    ),
  };
}
