import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What each phone last said of itself, and what an organizer decided of documents that were set
 * aside. The first is a state, of which only the newest is kept; the second are facts.
 */
export class RegisterStatus1760000000880 implements MigrationInterface {
  name = 'RegisterStatus1760000000880';

  async up(db: QueryRunner): Promise<void> {
    /* Room on every page: a phone's row is written anew each minute, in its place. */
    await db.query(`
      CREATE TABLE register_status (
        fair_id uuid NOT NULL,
        register_id uuid NOT NULL,
        epoch integer NOT NULL,
        number bigint NOT NULL,
        said_at timestamptz NOT NULL,
        clock_offset_ms bigint NOT NULL,
        sequence bigint NOT NULL,
        unsent_count integer NOT NULL,
        clash_count integer NOT NULL,
        shift_opened_at timestamptz,
        is_cart_empty boolean NOT NULL,
        app_build text NOT NULL,
        is_storage_kept boolean,
        storage_used_bytes bigint,
        storage_quota_bytes bigint,
        is_installed boolean NOT NULL,
        received_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, register_id, epoch),
        FOREIGN KEY (fair_id, register_id, epoch) REFERENCES register_epoch (fair_id, register_id, epoch),
        CONSTRAINT register_status_number_positive CHECK (number >= 1),
        CONSTRAINT register_status_counts CHECK (
          unsent_count >= 0 AND clash_count >= 0 AND unsent_count::bigint + clash_count <= sequence),
        CONSTRAINT register_status_build_bounded CHECK (length(app_build) BETWEEN 1 AND 60),
        CONSTRAINT register_status_storage CHECK (storage_used_bytes >= 0 AND storage_quota_bytes >= 0)
      ) WITH (fillfactor = 60)`);
    await db.query(`
      CREATE FUNCTION register_status_grows() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.number <= OLD.number THEN
          RAISE EXCEPTION 'what a phone said before never replaces what it said since'
            USING ERRCODE = '23514', CONSTRAINT = 'register_status_only_newer';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(
      `CREATE TRIGGER register_status_only_newer BEFORE UPDATE ON register_status
         FOR EACH ROW EXECUTE FUNCTION register_status_grows()`,
    );
    await db.query(
      `CREATE INDEX document_shift_idx ON document (fair_id, register_id, epoch, sequence)
         WHERE kind IN ('shift_open', 'shift_close')`,
    );

    await db.query(`
      CREATE TABLE set_aside_decision (
        fair_id uuid NOT NULL,
        document_id uuid NOT NULL,
        verdict text NOT NULL,
        reason text NOT NULL,
        decided_by uuid NOT NULL REFERENCES account (id),
        decided_at timestamptz NOT NULL,
        booked_id uuid,
        PRIMARY KEY (fair_id, document_id),
        FOREIGN KEY (fair_id, document_id) REFERENCES set_aside (fair_id, document_id),
        FOREIGN KEY (fair_id, booked_id) REFERENCES document (fair_id, id),
        CONSTRAINT set_aside_decision_verdict_known CHECK (verdict IN ('accepted', 'refused')),
        CONSTRAINT set_aside_decision_reason_given CHECK (btrim(reason) <> '' AND length(reason) <= 500),
        CONSTRAINT set_aside_decision_accepted_is_booked
          CHECK (booked_id IS NOT DISTINCT FROM CASE WHEN verdict = 'accepted' THEN document_id END)
      )`);
    await db.query(
      `CREATE TRIGGER set_aside_decision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON set_aside_decision
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    );
    /*
     * Booking and refusing meet at the set-aside row: whoever books locks it, whoever refuses holds
     * it by its foreign key, and each looks for the other after that.
     */
    await db.query(`
      CREATE FUNCTION document_not_refused() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM 1 FROM added n JOIN set_aside s ON s.fair_id = n.fair_id AND s.document_id = n.id
          ORDER BY s.fair_id, s.document_id FOR UPDATE OF s;
        IF FOUND AND EXISTS (SELECT 1 FROM added n JOIN set_aside_decision x
            ON x.fair_id = n.fair_id AND x.document_id = n.id AND x.verdict = 'refused') THEN
          RAISE EXCEPTION 'an organizer refused the document'
            USING ERRCODE = '23514', CONSTRAINT = 'document_not_refused';
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(
      `CREATE TRIGGER document_not_refused AFTER INSERT ON document
         REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION document_not_refused()`,
    );
    await db.query(`
      CREATE FUNCTION set_aside_decision_refusable() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM 1 FROM set_aside s WHERE s.fair_id = NEW.fair_id AND s.document_id = NEW.document_id FOR SHARE;
        IF EXISTS (SELECT 1 FROM document d WHERE d.fair_id = NEW.fair_id AND d.id = NEW.document_id) THEN
          RAISE EXCEPTION 'the document is booked'
            USING ERRCODE = '23514', CONSTRAINT = 'set_aside_decision_refused_is_unbooked';
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(
      `CREATE TRIGGER set_aside_decision_refused_is_unbooked AFTER INSERT ON set_aside_decision
         FOR EACH ROW WHEN (NEW.verdict = 'refused') EXECUTE FUNCTION set_aside_decision_refusable()`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER document_not_refused ON document`);
    await db.query(`DROP TABLE set_aside_decision, register_status`);
    await db.query(`DROP INDEX document_shift_idx`);
    await db.query(`DROP FUNCTION document_not_refused()`);
    await db.query(`DROP FUNCTION set_aside_decision_refusable()`);
    await db.query(`DROP FUNCTION register_status_grows()`);
  }
}
