import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an exhibitor keeps of its own counter: fuller products, an account to be paid to, cashiers. */
export class Counter1760000000810 implements MigrationInterface {
  name = 'Counter1760000000810';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE product
        ADD COLUMN is_weighed boolean NOT NULL DEFAULT false,
        ADD COLUMN is_sold_out boolean NOT NULL DEFAULT false,
        ADD COLUMN certificate_number text,
        ADD COLUMN certificate_issued_on date,
        ADD COLUMN trace_url text,
        ADD COLUMN withdrawn_at timestamptz,
        ADD CONSTRAINT product_certificate_in_order CHECK (certificate_issued_on <= certificate_expires_on),
        ADD CONSTRAINT product_trace_url_shape CHECK (trace_url ~ '^https?://[^[:space:]]+$')`);
    await db.query(`
      CREATE TABLE product_photo (
        fair_id uuid NOT NULL,
        product_id uuid NOT NULL,
        media_type text NOT NULL,
        bytes bytea NOT NULL,
        sha256 bytea NOT NULL,
        added_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, product_id),
        FOREIGN KEY (fair_id, product_id) REFERENCES product (fair_id, id),
        CONSTRAINT product_photo_type_known CHECK (media_type IN ('image/jpeg', 'image/webp', 'image/png')),
        CONSTRAINT product_photo_bounded CHECK (octet_length(bytes) BETWEEN 1 AND 65536),
        CONSTRAINT product_photo_hash_of_bytes CHECK (sha256 = sha256(bytes))
      )`);
    await db.query(`
      CREATE TABLE payment_account (
        fair_id uuid NOT NULL,
        exhibitor_id uuid NOT NULL,
        bank_bin text NOT NULL,
        account_number text NOT NULL,
        holder_name text NOT NULL,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, exhibitor_id),
        FOREIGN KEY (fair_id, exhibitor_id) REFERENCES exhibitor (fair_id, id),
        CONSTRAINT payment_account_bank_shape CHECK (bank_bin ~ '^[0-9]{6}$'),
        CONSTRAINT payment_account_number_shape CHECK (account_number ~ '^[0-9A-Za-z]{1,19}$')
      )`);
    await db.query(`
      CREATE TABLE cashier (
        fair_id uuid NOT NULL,
        id uuid NOT NULL,
        exhibitor_id uuid NOT NULL,
        name text NOT NULL,
        pin_salt bytea NOT NULL,
        pin_hash bytea NOT NULL,
        pin_rounds integer NOT NULL,
        may_refund boolean NOT NULL,
        added_at timestamptz NOT NULL,
        removed_at timestamptz,
        PRIMARY KEY (fair_id, id),
        FOREIGN KEY (fair_id, exhibitor_id) REFERENCES exhibitor (fair_id, id),
        CONSTRAINT cashier_pin_hashed CHECK (octet_length(pin_salt) = 16 AND octet_length(pin_hash) = 32),
        CONSTRAINT cashier_pin_rounds CHECK (pin_rounds >= 100000)
      )`);
    await db.query(
      `CREATE UNIQUE INDEX cashier_one_name ON cashier (fair_id, exhibitor_id, name) WHERE removed_at IS NULL`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE cashier, payment_account, product_photo`);
    await db.query(`
      ALTER TABLE product DROP COLUMN is_weighed, DROP COLUMN is_sold_out, DROP COLUMN certificate_number,
        DROP COLUMN certificate_issued_on, DROP COLUMN trace_url, DROP COLUMN withdrawn_at`);
  }
}
