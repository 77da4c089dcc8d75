import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Kinds of fairs, series, opening evenings; and what a fair keeps once it has facts: its days and
 * whether they count, the zone and the cut they were counted by, and that it is no draft.
 */
export class FairKinds1760000001050 implements MigrationInterface {
  name = 'FairKinds1760000001050';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE fair
        ADD kind text NOT NULL DEFAULT 'fair',
        ADD series text NOT NULL DEFAULT '',
        ADD has_open_end boolean NOT NULL DEFAULT false,
        ADD version integer NOT NULL DEFAULT 1,
        ADD CONSTRAINT fair_kind_known CHECK (kind IN ('fair', 'goods_week', 'point_of_sale')),
        ADD CONSTRAINT fair_series_length CHECK (length(series) <= 200 AND series = btrim(series)),
        ADD CONSTRAINT fair_open_end_of_kind CHECK (NOT has_open_end OR kind = 'point_of_sale'),
        ADD CONSTRAINT fair_version_counts CHECK (version >= 1)`);
    await db.query(`
      ALTER TABLE fair_day
        ADD is_opening boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT fair_day_opening_uncounted CHECK (NOT (is_open AND is_opening))`);
    await db.query(`
      CREATE FUNCTION fair_day_has_facts(of_fair uuid, on_day date) RETURNS boolean
        LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN EXISTS (SELECT 1 FROM document d WHERE d.fair_id = of_fair AND d.fair_day = on_day)
          OR EXISTS (SELECT 1 FROM declared_sale s WHERE s.fair_id = of_fair AND s.fair_day = on_day)
          OR EXISTS (SELECT 1 FROM gate_count g WHERE g.fair_id = of_fair AND g.fair_day = on_day)
          OR EXISTS (SELECT 1 FROM hand_count h WHERE h.fair_id = of_fair AND h.fair_day = on_day)
          OR EXISTS (SELECT 1 FROM closing c WHERE c.fair_id = of_fair AND c.day = on_day);
      END $$`);
    await db.query(`
      CREATE FUNCTION fair_has_facts(of_fair uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN EXISTS (SELECT 1 FROM link l WHERE l.fair_id = of_fair)
          OR EXISTS (SELECT 1 FROM declared_sale s WHERE s.fair_id = of_fair)
          OR EXISTS (SELECT 1 FROM gate_count g WHERE g.fair_id = of_fair)
          OR EXISTS (SELECT 1 FROM hand_count h WHERE h.fair_id = of_fair)
          OR EXISTS (SELECT 1 FROM closing c WHERE c.fair_id = of_fair);
      END $$`);
    await db.query(`
      CREATE FUNCTION fair_day_keeps_facts() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF fair_day_has_facts(OLD.fair_id, OLD.day) THEN
          RAISE EXCEPTION 'a day with facts stays as it counts'
            USING ERRCODE = '23514', CONSTRAINT = 'fair_day_keeps_facts';
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(
      `CREATE TRIGGER fair_day_stays AFTER DELETE ON fair_day
         FOR EACH ROW EXECUTE FUNCTION fair_day_keeps_facts()`,
    );
    await db.query(
      `CREATE TRIGGER fair_day_counts_as_before AFTER UPDATE ON fair_day FOR EACH ROW
         WHEN ((OLD.fair_id, OLD.day, OLD.is_open, OLD.is_opening)
           IS DISTINCT FROM (NEW.fair_id, NEW.day, NEW.is_open, NEW.is_opening))
         EXECUTE FUNCTION fair_day_keeps_facts()`,
    );
    await db.query(`
      CREATE FUNCTION fair_keeps_facts() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF fair_has_facts(NEW.id) THEN
          RAISE EXCEPTION 'a fair with facts keeps its zone and its day cut, and is no draft'
            USING ERRCODE = '23514', CONSTRAINT = 'fair_keeps_facts';
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(
      `CREATE TRIGGER fair_counts_as_before AFTER UPDATE OF time_zone, day_cut_minutes, state ON fair
         FOR EACH ROW WHEN (OLD.time_zone <> NEW.time_zone OR OLD.day_cut_minutes <> NEW.day_cut_minutes
           OR (OLD.state <> 'draft' AND NEW.state = 'draft'))
         EXECUTE FUNCTION fair_keeps_facts()`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER fair_counts_as_before ON fair`);
    await db.query(`DROP TRIGGER fair_day_counts_as_before ON fair_day`);
    await db.query(`DROP TRIGGER fair_day_stays ON fair_day`);
    await db.query(`DROP FUNCTION fair_keeps_facts()`);
    await db.query(`DROP FUNCTION fair_day_keeps_facts()`);
    await db.query(`DROP FUNCTION fair_has_facts(uuid)`);
    await db.query(`DROP FUNCTION fair_day_has_facts(uuid, date)`);
    await db.query(`ALTER TABLE fair_day DROP is_opening`);
    await db.query(`ALTER TABLE fair DROP version, DROP has_open_end, DROP series, DROP kind`);
  }
}
