import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was set aside waits until an organizer accepts it, or, when only its sale was missing, until
 * that is there and phone and fair are still open. An api that has not heard of the setting aside
 * books nothing over it.
 */
export class SetAsideWaits1760000001105 implements MigrationInterface {
  name = 'SetAsideWaits1760000001105';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION document_not_refused() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM 1 FROM added n JOIN set_aside s ON s.fair_id = n.fair_id AND s.document_id = n.id
          ORDER BY s.fair_id, s.document_id FOR UPDATE OF s;
        IF NOT FOUND THEN RETURN NULL; END IF;
        IF EXISTS (SELECT 1 FROM added n JOIN set_aside_decision x
            ON x.fair_id = n.fair_id AND x.document_id = n.id AND x.verdict = 'refused') THEN
          RAISE EXCEPTION 'an organizer refused the document'
            USING ERRCODE = '23514', CONSTRAINT = 'document_not_refused';
        END IF;
        IF EXISTS (SELECT 1 FROM added n
            JOIN set_aside s ON s.fair_id = n.fair_id AND s.document_id = n.id
            JOIN register_epoch e
              ON e.fair_id = n.fair_id AND e.register_id = n.register_id AND e.epoch = n.epoch
            JOIN fair f ON f.id = n.fair_id
            WHERE (s.code <> 'original_missing' OR e.revoked_at IS NOT NULL OR f.state = 'sealed')
              AND NOT EXISTS (SELECT 1 FROM set_aside_decision x
                WHERE x.fair_id = n.fair_id AND x.document_id = n.id)) THEN
          RAISE EXCEPTION 'the document was set aside, and nobody accepted it'
            USING ERRCODE = '23514', CONSTRAINT = 'document_not_set_aside';
        END IF;
        RETURN NULL;
      END $$`);
    /* Who accepts says so first and books then; that it is booked is asked at the end. */
    await db.query(
      `ALTER TABLE set_aside_decision ALTER CONSTRAINT set_aside_decision_fair_id_booked_id_fkey
         DEFERRABLE INITIALLY DEFERRED`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `ALTER TABLE set_aside_decision ALTER CONSTRAINT set_aside_decision_fair_id_booked_id_fkey
         NOT DEFERRABLE`,
    );
    await db.query(`
      CREATE OR REPLACE FUNCTION document_not_refused() RETURNS trigger LANGUAGE plpgsql AS $$
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
  }
}
