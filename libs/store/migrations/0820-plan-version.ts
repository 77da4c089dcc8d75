import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many steps a fair's plan has taken, for screens that show it to several organizers at once. */
export class PlanVersion1760000000820 implements MigrationInterface {
  name = 'PlanVersion1760000000820';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE plan_version (
        fair_id uuid PRIMARY KEY REFERENCES fair (id),
        version bigint NOT NULL
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE plan_version`);
  }
}
