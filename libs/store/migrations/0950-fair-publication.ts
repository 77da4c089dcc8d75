import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a fair tells people without an account; none tells anything until an organizer chooses. */
export class FairPublication1760000000950 implements MigrationInterface {
  name = 'FairPublication1760000000950';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fair_publication (
        fair_id uuid NOT NULL REFERENCES fair (id),
        is_published boolean NOT NULL,
        shows_visits boolean NOT NULL,
        shows_revenue boolean NOT NULL,
        shows_booths boolean NOT NULL,
        visits_step integer NOT NULL,
        revenue_step_vnd bigint NOT NULL,
        delay_minutes smallint,
        set_by uuid NOT NULL REFERENCES account (id),
        set_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id),
        CONSTRAINT fair_publication_visits_step_known CHECK (visits_step IN (10, 100, 1000)),
        CONSTRAINT fair_publication_revenue_step_known
          CHECK (revenue_step_vnd IN (1000000, 10000000, 100000000)),
        CONSTRAINT fair_publication_delay_known CHECK (delay_minutes IN (0, 15, 60))
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE fair_publication`);
  }
}
