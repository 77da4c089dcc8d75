import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A picture under the plan that is being drawn: what organizers draw over, and never published. */
export class PlanBackdrop1760000001055 implements MigrationInterface {
  name = 'PlanBackdrop1760000001055';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE plan_backdrop (
        fair_id uuid PRIMARY KEY REFERENCES fair (id),
        media_type text NOT NULL,
        bytes bytea NOT NULL,
        sha256 bytea NOT NULL,
        width_px integer NOT NULL,
        height_px integer NOT NULL,
        x_cm integer NOT NULL,
        y_cm integer NOT NULL,
        width_cm integer NOT NULL,
        opacity_percent smallint NOT NULL,
        is_locked boolean NOT NULL,
        added_by uuid NOT NULL REFERENCES account (id),
        added_at timestamptz NOT NULL,
        CONSTRAINT plan_backdrop_type_known CHECK (media_type IN ('image/jpeg', 'image/webp', 'image/png')),
        CONSTRAINT plan_backdrop_bounded CHECK (
          octet_length(bytes) BETWEEN 1 AND 6291456 AND width_px BETWEEN 1 AND 8192 AND height_px BETWEEN 1 AND 8192),
        CONSTRAINT plan_backdrop_hash_of_bytes CHECK (sha256 = sha256(bytes)),
        CONSTRAINT plan_backdrop_placed CHECK (
          width_cm BETWEEN 10 AND 1000000 AND opacity_percent BETWEEN 5 AND 100)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE plan_backdrop`);
  }
}
