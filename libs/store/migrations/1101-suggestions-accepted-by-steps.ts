import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That a suggestion was accepted is told by the log of steps, where it may be undone, and nowhere else. */
export class SuggestionsAcceptedBySteps1760000001101 implements MigrationInterface {
  name = 'SuggestionsAcceptedBySteps1760000001101';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER suggestion_news ON suggestion`);
    await db.query(
      `ALTER TABLE suggestion DROP COLUMN accepted_at, DROP COLUMN accepted_by, DROP COLUMN accepted_step_id`,
    );
    await db.query(
      `CREATE TRIGGER suggestion_news BEFORE UPDATE ON suggestion FOR EACH ROW
         WHEN ((OLD.state, OLD.stop_asked_at, OLD.plan, OLD.reasons, OLD.offers)
           IS DISTINCT FROM (NEW.state, NEW.stop_asked_at, NEW.plan, NEW.reasons, NEW.offers))
         EXECUTE FUNCTION suggestion_has_news()`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER suggestion_news ON suggestion`);
    await db.query(`
      ALTER TABLE suggestion
        ADD COLUMN accepted_at timestamptz,
        ADD COLUMN accepted_by uuid REFERENCES account (id),
        ADD COLUMN accepted_step_id uuid,
        ADD CONSTRAINT suggestion_accepted_whole CHECK (num_nonnulls(accepted_at, accepted_by, accepted_step_id) IN (0, 3)),
        ADD CONSTRAINT suggestion_accepted_plan CHECK (accepted_at IS NULL OR state IN ('explaining', 'found'))`);
    await db.query(
      `CREATE TRIGGER suggestion_news BEFORE UPDATE ON suggestion FOR EACH ROW
         WHEN ((OLD.state, OLD.stop_asked_at, OLD.plan, OLD.reasons, OLD.offers, OLD.accepted_at)
           IS DISTINCT FROM (NEW.state, NEW.stop_asked_at, NEW.plan, NEW.reasons, NEW.offers, NEW.accepted_at))
         EXECUTE FUNCTION suggestion_has_news()`,
    );
  }
}
