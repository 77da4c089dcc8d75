import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the mail is that tells an applicant of a step of their application. */
export class ApplicationMail1760000001071 implements MigrationInterface {
  name = 'ApplicationMail1760000001071';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE application_mail (
        fair_id uuid NOT NULL,
        application_id uuid NOT NULL,
        step integer NOT NULL,
        state text NOT NULL,
        tries smallint NOT NULL,
        next_try_at timestamptz,
        last_error text,
        sent_at timestamptz,
        PRIMARY KEY (fair_id, application_id, step),
        FOREIGN KEY (fair_id, application_id, step)
          REFERENCES application_step (fair_id, application_id, number),
        CONSTRAINT application_mail_state_known CHECK (state IN ('waiting', 'sent', 'failed')),
        CONSTRAINT application_mail_tries_counted CHECK (tries >= 0),
        CONSTRAINT application_mail_waits_until CHECK ((state = 'waiting') = (next_try_at IS NOT NULL)),
        CONSTRAINT application_mail_sent_once CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
        CONSTRAINT application_mail_says_why CHECK (state <> 'failed' OR last_error IS NOT NULL)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE application_mail`);
  }
}
