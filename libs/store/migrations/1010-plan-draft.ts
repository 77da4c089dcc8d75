import type { MigrationInterface, QueryRunner } from 'typeorm';

const placed = `'xCm', x_cm, 'yCm', y_cm, 'widthCm', width_cm, 'depthCm', depth_cm`;

/**
 * The plan that people see and the plan that is being drawn are two. Organizers draw a draft, one for
 * a fair, saved under a version so that two of them cannot write over each other; publishing keeps the
 * whole plan for ever and brings the rows of zones, booths and features to it. What was drawn before
 * is version 1. A booth that has sold keeps its code and its size, or figures of days that are over
 * would be told of another booth; its zone is kept by the documents' own key.
 */
export class PlanDraft1760000001010 implements MigrationInterface {
  name = 'PlanDraft1760000001010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE published_plan (
        fair_id uuid NOT NULL REFERENCES fair (id),
        version integer NOT NULL,
        follows integer,
        draft_version integer,
        document jsonb NOT NULL,
        published_by uuid REFERENCES account (id),
        published_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, version),
        CONSTRAINT published_plan_of_draft UNIQUE (fair_id, draft_version),
        FOREIGN KEY (fair_id, follows) REFERENCES published_plan (fair_id, version),
        CONSTRAINT published_plan_in_order CHECK (version >= 1 AND coalesce(follows, 0) = version - 1),
        CONSTRAINT published_plan_shape CHECK (jsonb_typeof(document) = 'object')
      )`);
    await db.query(
      `CREATE TRIGGER published_plan_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON published_plan
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    );
    await db.query(`
      CREATE TABLE plan_draft (
        fair_id uuid PRIMARY KEY REFERENCES fair (id),
        version integer NOT NULL,
        document jsonb NOT NULL,
        CONSTRAINT plan_draft_version_range CHECK (version >= 1),
        CONSTRAINT plan_draft_shape CHECK (jsonb_typeof(document) = 'object' AND length(document::text) <= 2000000)
      )`);
    await db.query(`
      CREATE TABLE plan_draft_save (
        fair_id uuid NOT NULL REFERENCES plan_draft (fair_id),
        version integer NOT NULL,
        id uuid NOT NULL,
        saved_by uuid NOT NULL REFERENCES account (id),
        saved_at timestamptz NOT NULL,
        item_ids jsonb NOT NULL,
        names jsonb NOT NULL,
        PRIMARY KEY (fair_id, version),
        CONSTRAINT plan_draft_save_once UNIQUE (fair_id, id),
        CONSTRAINT plan_draft_save_shape CHECK (jsonb_typeof(item_ids) = 'array' AND jsonb_typeof(names) = 'array')
      )`);
    await db.query(`ALTER TABLE plan_feature DROP CONSTRAINT plan_feature_kind_known`);
    await db.query(
      `ALTER TABLE plan_feature ADD CONSTRAINT plan_feature_kind_known CHECK
         (kind IN ('aisle', 'gate', 'stage', 'exit', 'text', 'power', 'water', 'ventilation'))`,
    );
    await db.query(`
      INSERT INTO published_plan (fair_id, version, document, published_at)
      SELECT f.id, 1, jsonb_build_object(
               'hallWidthCm', f.hall_width_cm, 'hallDepthCm', f.hall_depth_cm, 'leastAisleCm', 300,
               'zones', coalesce((SELECT jsonb_agg(jsonb_build_object('id', id, 'code', code, 'nameVi', name_vi,
                   'nameEn', name_en, 'kind', kind, ${placed}) ORDER BY code) FROM zone WHERE fair_id = f.id), '[]'),
               'booths', coalesce((SELECT jsonb_agg(jsonb_build_object('id', id, 'code', code, 'zoneId', zone_id,
                   'kind', kind, 'faces', faces, ${placed}) ORDER BY code) FROM booth WHERE fair_id = f.id), '[]'),
               'features', coalesce((SELECT jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'nameVi', name_vi,
                   'nameEn', name_en, ${placed}) ORDER BY id) FROM plan_feature WHERE fair_id = f.id), '[]')),
             f.created_at
        FROM fair f`);
    /* Once a statement, so that the ledger is looked through once however many booths change. */
    await db.query(`
      CREATE FUNCTION booth_keeps_history() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (
          SELECT 1 FROM was JOIN now ON now.fair_id = was.fair_id AND now.id = was.id
           WHERE (now.code, now.width_cm, now.depth_cm) IS DISTINCT FROM (was.code, was.width_cm, was.depth_cm)
             AND (EXISTS (SELECT 1 FROM document d WHERE d.fair_id = was.fair_id AND d.booth_id = was.id)
               OR EXISTS (SELECT 1 FROM declared_sale s WHERE s.fair_id = was.fair_id AND s.booth_id = was.id))
        ) THEN
          RAISE EXCEPTION 'a booth that has sold keeps its code and its size'
            USING ERRCODE = '23514', CONSTRAINT = 'booth_keeps_history';
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(
      `CREATE TRIGGER booth_keeps_history AFTER UPDATE ON booth
         REFERENCING OLD TABLE AS was NEW TABLE AS now
         FOR EACH STATEMENT EXECUTE FUNCTION booth_keeps_history()`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER booth_keeps_history ON booth`);
    await db.query(`DROP FUNCTION booth_keeps_history()`);
    await db.query(`DELETE FROM plan_feature WHERE kind IN ('power', 'water', 'ventilation')`);
    await db.query(`ALTER TABLE plan_feature DROP CONSTRAINT plan_feature_kind_known`);
    await db.query(
      `ALTER TABLE plan_feature ADD CONSTRAINT plan_feature_kind_known CHECK
         (kind IN ('aisle', 'gate', 'stage', 'exit', 'text'))`,
    );
    await db.query(`DROP TABLE plan_draft_save, plan_draft, published_plan`);
  }
}
