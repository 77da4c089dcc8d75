import { placeRows } from '@phien/places';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Administrative units that exhibitors come from. One row per (set, code), whatever the unit was
 * called in its time: the row holds its last name and the whole span of its life, and libs/places
 * knows the earlier names (the town of Đông Triều that became a city is one row, 205).
 */
export class Places1760000000150 implements MigrationInterface {
  name = 'Places1760000000150';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE place (
        set text NOT NULL,
        code text NOT NULL,
        kind text NOT NULL,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        full_name_vi text NOT NULL,
        full_name_en text NOT NULL,
        valid_from date,
        valid_to date,
        PRIMARY KEY (set, code),
        CONSTRAINT place_set_known CHECK (set IN ('63', '34', 'qn-districts', 'qn-communes')),
        CONSTRAINT place_kind_known CHECK (kind IN
          ('municipality', 'province', 'city', 'town', 'district', 'ward', 'commune', 'specialZone')),
        CONSTRAINT place_life CHECK (valid_from <= valid_to)
      )`);
    await db.query(
      `INSERT INTO place (set, code, kind, name_vi, name_en, full_name_vi, full_name_en, valid_from, valid_to)
       SELECT set, code, kind, name_vi, name_en, full_name_vi, full_name_en, valid_from, valid_to
       FROM jsonb_populate_recordset(NULL::place, $1::jsonb)`,
      [JSON.stringify(placeRows())],
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE place`);
  }
}
