import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A fair, its days, its plan in integer centimetres, and who stands where. */
export class Planning1760000000300 implements MigrationInterface {
  name = 'Planning1760000000300';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE product_class (
        code text PRIMARY KEY,
        parent_code text REFERENCES product_class (code),
        name_vi text NOT NULL,
        name_en text NOT NULL,
        position smallint NOT NULL
      )`);
    await db.query(`
      CREATE TABLE fair (
        id uuid PRIMARY KEY,
        code text NOT NULL UNIQUE,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        venue_vi text NOT NULL,
        venue_en text NOT NULL,
        time_zone text NOT NULL,
        day_cut_minutes smallint NOT NULL DEFAULT 0,
        closing_grace_minutes smallint NOT NULL DEFAULT 60,
        booth_money_visible_to text NOT NULL DEFAULT 'organizers',
        state text NOT NULL,
        is_demo boolean NOT NULL,
        hall_width_cm integer NOT NULL,
        hall_depth_cm integer NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT fair_code_shape CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        CONSTRAINT fair_day_cut_range CHECK (day_cut_minutes BETWEEN 0 AND 719),
        CONSTRAINT fair_booth_money_known CHECK (booth_money_visible_to IN ('organizers', 'officials', 'everyone')),
        CONSTRAINT fair_state_known CHECK (state IN ('draft', 'published', 'running', 'closed', 'sealed'))
      )`);
    await db.query(`
      CREATE TABLE fair_day (
        fair_id uuid NOT NULL REFERENCES fair (id),
        day date NOT NULL,
        opens_at time NOT NULL,
        closes_at time NOT NULL,
        is_open boolean NOT NULL DEFAULT true,
        note_vi text NOT NULL DEFAULT '',
        note_en text NOT NULL DEFAULT '',
        PRIMARY KEY (fair_id, day),
        CONSTRAINT fair_day_hours CHECK (opens_at < closes_at)
      )`);
    await db.query(`
      CREATE TABLE zone (
        fair_id uuid NOT NULL REFERENCES fair (id),
        id uuid NOT NULL,
        code text NOT NULL,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        kind text NOT NULL,
        x_cm integer NOT NULL,
        y_cm integer NOT NULL,
        width_cm integer NOT NULL,
        depth_cm integer NOT NULL,
        PRIMARY KEY (fair_id, id),
        UNIQUE (fair_id, code),
        CONSTRAINT zone_kind_known CHECK (kind IN ('selling', 'stage', 'exhibition')),
        CONSTRAINT zone_size CHECK (width_cm > 0 AND depth_cm > 0)
      )`);
    await db.query(`
      CREATE TABLE booth (
        fair_id uuid NOT NULL REFERENCES fair (id),
        id uuid NOT NULL,
        zone_id uuid NOT NULL,
        code text NOT NULL,
        kind text NOT NULL DEFAULT 'standard',
        x_cm integer NOT NULL,
        y_cm integer NOT NULL,
        width_cm integer NOT NULL,
        depth_cm integer NOT NULL,
        faces text NOT NULL,
        PRIMARY KEY (fair_id, id),
        UNIQUE (fair_id, code),
        UNIQUE (fair_id, id, zone_id),
        FOREIGN KEY (fair_id, zone_id) REFERENCES zone (fair_id, id),
        CONSTRAINT booth_kind_known CHECK (kind IN ('standard', 'custom')),
        CONSTRAINT booth_faces_known CHECK (faces IN ('north', 'east', 'south', 'west')),
        CONSTRAINT booth_size CHECK (width_cm > 0 AND depth_cm > 0)
      )`);
    await db.query(`
      CREATE TABLE plan_feature (
        fair_id uuid NOT NULL REFERENCES fair (id),
        id uuid NOT NULL,
        kind text NOT NULL,
        name_vi text NOT NULL DEFAULT '',
        name_en text NOT NULL DEFAULT '',
        x_cm integer NOT NULL,
        y_cm integer NOT NULL,
        width_cm integer NOT NULL,
        depth_cm integer NOT NULL,
        PRIMARY KEY (fair_id, id),
        CONSTRAINT plan_feature_kind_known CHECK (kind IN ('aisle', 'gate', 'stage', 'exit', 'text'))
      )`);
    await db.query(`
      CREATE TABLE delegation (
        fair_id uuid NOT NULL REFERENCES fair (id),
        id uuid NOT NULL,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        quota smallint,
        PRIMARY KEY (fair_id, id),
        CONSTRAINT delegation_quota_range CHECK (quota >= 0)
      )`);
    await db.query(`
      CREATE TABLE exhibitor (
        fair_id uuid NOT NULL REFERENCES fair (id),
        id uuid NOT NULL,
        name text NOT NULL,
        kind text NOT NULL,
        origin text NOT NULL,
        country_code text NOT NULL,
        place_set text,
        place_code text,
        former_district text,
        tax_code text,
        pays_vat boolean NOT NULL,
        delegation_id uuid,
        is_demo boolean NOT NULL,
        PRIMARY KEY (fair_id, id),
        FOREIGN KEY (fair_id, delegation_id) REFERENCES delegation (fair_id, id),
        FOREIGN KEY (place_set, place_code) REFERENCES place (set, code),
        CONSTRAINT exhibitor_kind_known CHECK (kind IN
          ('enterprise', 'cooperative', 'cooperativeGroup', 'household', 'facility', 'farm', 'tradePromotion', 'locality')),
        CONSTRAINT exhibitor_origin_known CHECK (origin IN ('inProvince', 'otherProvince', 'foreign')),
        CONSTRAINT exhibitor_origin_matches_country CHECK ((origin = 'foreign') = (country_code <> 'VN')),
        CONSTRAINT exhibitor_place_whole CHECK ((place_set IS NULL) = (place_code IS NULL)),
        CONSTRAINT exhibitor_country_shape CHECK (country_code ~ '^[A-Z]{2}$')
      )`);
    await db.query(`
      CREATE TABLE product (
        fair_id uuid NOT NULL REFERENCES fair (id),
        id uuid NOT NULL,
        exhibitor_id uuid NOT NULL,
        name text NOT NULL,
        class_code text REFERENCES product_class (code),
        star smallint,
        star_year smallint,
        certificate_expires_on date,
        barcode text,
        price_vnd bigint NOT NULL,
        unit text NOT NULL,
        vat_rate_percent smallint,
        is_demo boolean NOT NULL,
        PRIMARY KEY (fair_id, id),
        FOREIGN KEY (fair_id, exhibitor_id) REFERENCES exhibitor (fair_id, id),
        CONSTRAINT product_star_range CHECK (star BETWEEN 3 AND 5),
        CONSTRAINT product_price_range CHECK (price_vnd BETWEEN 0 AND 1000000000000),
        CONSTRAINT product_vat_range CHECK (vat_rate_percent BETWEEN 0 AND 100),
        CONSTRAINT product_barcode_shape CHECK (barcode ~ '^[0-9]{13}$')
      )`);
    await db.query(`
      CREATE TABLE allocation (
        fair_id uuid NOT NULL REFERENCES fair (id),
        id uuid NOT NULL,
        booth_id uuid NOT NULL,
        exhibitor_id uuid NOT NULL,
        sharer_id uuid NOT NULL,
        sixths int4multirange NOT NULL,
        during tstzrange NOT NULL,
        freed_at timestamptz,
        PRIMARY KEY (fair_id, id),
        FOREIGN KEY (fair_id, booth_id) REFERENCES booth (fair_id, id),
        FOREIGN KEY (fair_id, exhibitor_id) REFERENCES exhibitor (fair_id, id),
        CONSTRAINT allocation_sixths_range CHECK (NOT isempty(sixths) AND sixths <@ '{[0,6)}'::int4multirange),
        CONSTRAINT allocation_sixths_once EXCLUDE USING gist
          (fair_id WITH =, booth_id WITH =, during WITH &&, sixths WITH &&) WHERE (freed_at IS NULL),
        CONSTRAINT allocation_one_sharer EXCLUDE USING gist
          (fair_id WITH =, booth_id WITH =, during WITH &&, sharer_id WITH <>) WHERE (freed_at IS NULL)
      )`);
    await db.query(
      `ALTER TABLE role_grant ADD CONSTRAINT role_grant_fair_id_fkey FOREIGN KEY (fair_id) REFERENCES fair (id)`,
    );
    await db.query(
      `ALTER TABLE role_grant ADD CONSTRAINT role_grant_fair_id_exhibitor_id_fkey
         FOREIGN KEY (fair_id, exhibitor_id) REFERENCES exhibitor (fair_id, id)`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE role_grant DROP CONSTRAINT role_grant_fair_id_exhibitor_id_fkey`);
    await db.query(`ALTER TABLE role_grant DROP CONSTRAINT role_grant_fair_id_fkey`);
    await db.query(
      `DROP TABLE allocation, product, exhibitor, delegation, plan_feature, booth, zone, fair_day, fair, product_class`,
    );
  }
}
