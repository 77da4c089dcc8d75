import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Two people seal a fair: one proposes, another seals. From then on it stays sealed, and a document
 * that comes late counts only when one of them proposes and another accepts it.
 */
export class FairSeal1760000000970 implements MigrationInterface {
  name = 'FairSeal1760000000970';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fair_seal (
        fair_id uuid NOT NULL REFERENCES fair (id),
        proposed_by uuid NOT NULL REFERENCES account (id),
        proposed_at timestamptz NOT NULL,
        sealed_by uuid REFERENCES account (id),
        sealed_at timestamptz,
        PRIMARY KEY (fair_id),
        CONSTRAINT fair_seal_by_two CHECK (sealed_by <> proposed_by),
        CONSTRAINT fair_seal_whole CHECK ((sealed_by IS NULL) = (sealed_at IS NULL))
      )`);
    await db.query(
      `CREATE TRIGGER fair_seal_for_ever BEFORE UPDATE OR DELETE ON fair_seal
         FOR EACH ROW WHEN (OLD.sealed_at IS NOT NULL) EXECUTE FUNCTION refuse_change()`,
    );
    await db.query(
      `CREATE TRIGGER fair_seal_kept BEFORE TRUNCATE ON fair_seal
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    );
    await db.query(
      `CREATE TRIGGER fair_stays_sealed BEFORE UPDATE OF state ON fair
         FOR EACH ROW WHEN (OLD.state = 'sealed' AND NEW.state <> 'sealed') EXECUTE FUNCTION refuse_change()`,
    );
    /* Asked at the end: whoever brings a sealed fair from elsewhere writes its rows in any order. */
    await db.query(`
      CREATE FUNCTION fair_has_seal() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT 1 FROM fair_seal s WHERE s.fair_id = NEW.id AND s.sealed_at IS NOT NULL) THEN
          RAISE EXCEPTION 'two people seal a fair' USING ERRCODE = '23514', CONSTRAINT = 'fair_sealed_by_two';
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(
      `CREATE CONSTRAINT TRIGGER fair_sealed_by_two AFTER INSERT OR UPDATE OF state ON fair
         DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state = 'sealed') EXECUTE FUNCTION fair_has_seal()`,
    );
    await db.query(`
      CREATE TABLE set_aside_proposal (
        fair_id uuid NOT NULL,
        document_id uuid NOT NULL,
        reason text NOT NULL,
        proposed_by uuid NOT NULL REFERENCES account (id),
        proposed_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, document_id),
        FOREIGN KEY (fair_id, document_id) REFERENCES set_aside (fair_id, document_id),
        CONSTRAINT set_aside_proposal_reasoned CHECK (btrim(reason) <> '' AND length(reason) <= 500)
      )`);
    await db.query(
      `CREATE TRIGGER set_aside_proposal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON set_aside_proposal
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    );
    await db.query(`
      CREATE FUNCTION set_aside_accepted_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM fair f JOIN fair_seal s ON s.fair_id = f.id
             WHERE f.id = NEW.fair_id AND f.state = 'sealed' AND NEW.decided_at >= s.sealed_at)
           AND NOT EXISTS (SELECT 1 FROM set_aside_proposal p WHERE p.fair_id = NEW.fair_id
             AND p.document_id = NEW.document_id AND p.proposed_by <> NEW.decided_by) THEN
          RAISE EXCEPTION 'after the seal two people accept a document'
            USING ERRCODE = '23514', CONSTRAINT = 'set_aside_decision_by_two';
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(
      `CREATE CONSTRAINT TRIGGER set_aside_decision_by_two AFTER INSERT ON set_aside_decision
         DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.verdict = 'accepted')
         EXECUTE FUNCTION set_aside_accepted_by_two()`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER set_aside_decision_by_two ON set_aside_decision`);
    await db.query(`DROP TRIGGER fair_sealed_by_two ON fair`);
    await db.query(`DROP TRIGGER fair_stays_sealed ON fair`);
    await db.query(`DROP TABLE set_aside_proposal, fair_seal`);
    await db.query(`DROP FUNCTION set_aside_accepted_by_two()`);
    await db.query(`DROP FUNCTION fair_has_seal()`);
  }
}
