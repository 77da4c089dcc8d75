import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Runs of the allocation engine, with the bytes that it read and what came of it. */
export class Suggestions1760000001100 implements MigrationInterface {
  name = 'Suggestions1760000001100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE suggestion (
        fair_id uuid NOT NULL REFERENCES fair (id),
        id uuid NOT NULL,
        asked_by uuid NOT NULL REFERENCES account (id),
        asked_at timestamptz NOT NULL,
        choice jsonb NOT NULL,
        instance bytea NOT NULL,
        instance_hash bytea NOT NULL,
        claimants jsonb NOT NULL,
        exhibitor_count integer NOT NULL,
        booth_count integer NOT NULL,
        engine text NOT NULL,
        state text NOT NULL,
        started_at timestamptz,
        ended_at timestamptz,
        stop_asked_at timestamptz,
        plan jsonb,
        conflict jsonb,
        reasons jsonb,
        envies jsonb,
        offers jsonb NOT NULL DEFAULT '[]',
        takes integer NOT NULL DEFAULT 0,
        news integer NOT NULL DEFAULT 1,
        heard_at timestamptz,
        PRIMARY KEY (fair_id, id),
        CONSTRAINT suggestion_state_known CHECK (
          state IN ('waiting', 'searching', 'explaining', 'found', 'conflict', 'unknown', 'failed')),
        CONSTRAINT suggestion_instance_hashed CHECK (instance_hash = sha256(instance)),
        CONSTRAINT suggestion_started CHECK (started_at IS NOT NULL OR state IN ('waiting', 'unknown', 'failed')),
        CONSTRAINT suggestion_ended CHECK ((ended_at IS NULL) = (state IN ('waiting', 'searching'))),
        CONSTRAINT suggestion_plan_found CHECK (plan IS NOT NULL OR state NOT IN ('explaining', 'found')),
        CONSTRAINT suggestion_conflict_told CHECK ((conflict IS NOT NULL) = (state = 'conflict'))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX suggestion_one_under_way ON suggestion (fair_id) WHERE state IN ('waiting', 'searching')`,
    );
    /* What was asked never changes, nor what was found once the search ended. */
    await db.query(
      `CREATE TRIGGER suggestion_as_asked BEFORE UPDATE ON suggestion FOR EACH ROW
         WHEN ((OLD.fair_id, OLD.id, OLD.asked_by, OLD.asked_at, OLD.choice, OLD.instance, OLD.claimants)
             IS DISTINCT FROM
             (NEW.fair_id, NEW.id, NEW.asked_by, NEW.asked_at, NEW.choice, NEW.instance, NEW.claimants)
           OR OLD.ended_at IS NOT NULL AND (OLD.ended_at, OLD.plan, OLD.conflict, OLD.engine)
             IS DISTINCT FROM (NEW.ended_at, NEW.plan, NEW.conflict, NEW.engine))
         EXECUTE FUNCTION refuse_change()`,
    );
    await db.query(`
      CREATE FUNCTION suggestion_has_news() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.news := OLD.news + 1;
        RETURN NEW;
      END $$`);
    await db.query(
      `CREATE TRIGGER suggestion_news BEFORE UPDATE ON suggestion FOR EACH ROW
         WHEN ((OLD.state, OLD.stop_asked_at, OLD.plan, OLD.reasons, OLD.offers)
           IS DISTINCT FROM (NEW.state, NEW.stop_asked_at, NEW.plan, NEW.reasons, NEW.offers))
         EXECUTE FUNCTION suggestion_has_news()`,
    );
    await db.query(
      `CREATE TRIGGER suggestion_kept BEFORE DELETE OR TRUNCATE ON suggestion
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE suggestion`);
    await db.query(`DROP FUNCTION suggestion_has_news()`);
  }
}
