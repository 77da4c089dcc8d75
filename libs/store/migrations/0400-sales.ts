import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ledger. A link is any document that extends its register's chain, whatever it says; a
 * document is what could be booked of it; a set-aside row stands where it could not.
 */
export class Sales1760000000400 implements MigrationInterface {
  name = 'Sales1760000000400';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE register (
        fair_id uuid NOT NULL REFERENCES fair (id),
        id uuid NOT NULL,
        exhibitor_id uuid NOT NULL,
        booth_id uuid NOT NULL,
        name text NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, id),
        UNIQUE (fair_id, id, exhibitor_id),
        FOREIGN KEY (fair_id, exhibitor_id) REFERENCES exhibitor (fair_id, id),
        FOREIGN KEY (fair_id, booth_id) REFERENCES booth (fair_id, id)
      )`);
    await db.query(`
      CREATE TABLE enrolment_code (
        fair_id uuid NOT NULL,
        code_hash bytea NOT NULL,
        register_id uuid NOT NULL,
        issued_by uuid NOT NULL REFERENCES account (id),
        issued_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (fair_id, code_hash),
        FOREIGN KEY (fair_id, register_id) REFERENCES register (fair_id, id),
        CONSTRAINT enrolment_code_hashed CHECK (octet_length(code_hash) = 32)
      )`);
    await db.query(`CREATE INDEX enrolment_code_code_hash_idx ON enrolment_code (code_hash)`);
    await db.query(`
      CREATE TABLE register_epoch (
        fair_id uuid NOT NULL,
        register_id uuid NOT NULL,
        epoch integer NOT NULL,
        public_key bytea NOT NULL,
        genesis bytea NOT NULL,
        device_name text NOT NULL,
        enrolled_at timestamptz NOT NULL,
        superseded_at timestamptz,
        revoked_at timestamptz,
        PRIMARY KEY (fair_id, register_id, epoch),
        UNIQUE (fair_id, register_id, epoch, genesis),
        FOREIGN KEY (fair_id, register_id) REFERENCES register (fair_id, id),
        CONSTRAINT register_epoch_positive CHECK (epoch >= 1),
        CONSTRAINT register_epoch_genesis_of_key CHECK (genesis = sha256(convert_to(
          fair_id::text || ':' || register_id::text || ':' || epoch::text || ':' || encode(public_key, 'hex'), 'UTF8')))
      )`);
    await db.query(`
      CREATE TABLE link (
        fair_id uuid NOT NULL,
        register_id uuid NOT NULL,
        epoch integer NOT NULL,
        sequence bigint NOT NULL,
        previous_sequence bigint,
        previous_hash bytea NOT NULL,
        hash bytea NOT NULL,
        genesis bytea,
        document_id uuid NOT NULL,
        canonical bytea NOT NULL,
        received_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, register_id, epoch, sequence),
        UNIQUE (fair_id, document_id),
        UNIQUE (fair_id, register_id, epoch, sequence, hash),
        FOREIGN KEY (fair_id, register_id, epoch) REFERENCES register_epoch (fair_id, register_id, epoch),
        FOREIGN KEY (fair_id, register_id, epoch, genesis)
          REFERENCES register_epoch (fair_id, register_id, epoch, genesis),
        CONSTRAINT link_extends_chain FOREIGN KEY (fair_id, register_id, epoch, previous_sequence, previous_hash)
          REFERENCES link (fair_id, register_id, epoch, sequence, hash),
        CONSTRAINT link_sequence_positive CHECK (sequence >= 1),
        CONSTRAINT link_previous_is_one_less CHECK (previous_sequence IS NOT DISTINCT FROM nullif(sequence, 1) - 1),
        CONSTRAINT link_starts_from_genesis
          CHECK (genesis IS NOT DISTINCT FROM CASE WHEN sequence = 1 THEN previous_hash END),
        CONSTRAINT link_previous_hash_length CHECK (octet_length(previous_hash) = 32),
        CONSTRAINT link_canonical_bounded CHECK (octet_length(canonical) <= 65536),
        CONSTRAINT link_hash_of_bytes CHECK (hash = sha256(previous_hash || canonical))
      )`);
    await db.query(`
      CREATE TABLE document (
        fair_id uuid NOT NULL,
        id uuid NOT NULL,
        register_id uuid NOT NULL,
        epoch integer NOT NULL,
        sequence bigint NOT NULL,
        kind text NOT NULL,
        exhibitor_id uuid NOT NULL,
        booth_id uuid NOT NULL,
        zone_id uuid NOT NULL,
        shift_id uuid NOT NULL,
        original_id uuid,
        cashier text NOT NULL,
        total_vnd bigint NOT NULL,
        float_vnd bigint,
        counted_vnd bigint,
        cash_moved_vnd bigint,
        till_at timestamptz NOT NULL,
        corrected_at timestamptz NOT NULL,
        received_at timestamptz NOT NULL,
        fair_day date NOT NULL,
        fair_minute smallint NOT NULL,
        flags text[] NOT NULL,
        PRIMARY KEY (fair_id, id),
        UNIQUE (fair_id, id, exhibitor_id),
        FOREIGN KEY (fair_id, id) REFERENCES link (fair_id, document_id),
        FOREIGN KEY (fair_id, register_id, exhibitor_id) REFERENCES register (fair_id, id, exhibitor_id),
        FOREIGN KEY (fair_id, booth_id, zone_id) REFERENCES booth (fair_id, id, zone_id),
        FOREIGN KEY (fair_id, original_id, exhibitor_id) REFERENCES document (fair_id, id, exhibitor_id),
        CONSTRAINT document_kind_known
          CHECK (kind IN ('sale', 'refund', 'void', 'shift_open', 'shift_close', 'cash_move')),
        CONSTRAINT document_sign CHECK (CASE kind
          WHEN 'sale' THEN total_vnd >= 0 AND original_id IS NULL
          WHEN 'refund' THEN total_vnd <= 0 AND original_id IS NOT NULL
          WHEN 'void' THEN total_vnd <= 0 AND original_id IS NOT NULL
          ELSE total_vnd = 0 AND original_id IS NULL END),
        CONSTRAINT document_cash_fields CHECK (
          (float_vnd IS NOT NULL) = (kind = 'shift_open') AND
          (counted_vnd IS NOT NULL) = (kind = 'shift_close') AND
          (cash_moved_vnd IS NOT NULL) = (kind = 'cash_move')),
        CONSTRAINT document_minute_range CHECK (fair_minute BETWEEN 0 AND 2159)
      )`);
    await db.query(
      `CREATE UNIQUE INDEX document_one_void ON document (fair_id, original_id) WHERE kind = 'void'`,
    );
    await db.query(
      `CREATE INDEX document_original_idx ON document (fair_id, original_id) WHERE original_id IS NOT NULL`,
    );
    await db.query(`CREATE INDEX document_day_idx ON document (fair_id, fair_day)`);
    await db.query(`
      CREATE TABLE document_line (
        fair_id uuid NOT NULL,
        document_id uuid NOT NULL,
        line_no smallint NOT NULL,
        product_id uuid,
        name text NOT NULL,
        class_code text,
        star smallint,
        quantity_milli bigint NOT NULL,
        unit text NOT NULL,
        unit_vnd bigint NOT NULL,
        discount_vnd bigint NOT NULL,
        amount_vnd bigint NOT NULL,
        vat_rate_percent smallint,
        vat_vnd bigint,
        PRIMARY KEY (fair_id, document_id, line_no),
        FOREIGN KEY (fair_id, document_id) REFERENCES document (fair_id, id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT document_line_quantity CHECK (quantity_milli <> 0),
        CONSTRAINT document_line_price CHECK (unit_vnd >= 0),
        CONSTRAINT document_line_star CHECK (star BETWEEN 3 AND 5),
        CONSTRAINT document_line_vat CHECK ((vat_rate_percent IS NULL) = (vat_vnd IS NULL))
      )`);
    await db.query(`
      CREATE TABLE document_payment (
        fair_id uuid NOT NULL,
        document_id uuid NOT NULL,
        payment_no smallint NOT NULL,
        method text NOT NULL,
        amount_vnd bigint NOT NULL,
        tendered_vnd bigint,
        change_vnd bigint,
        PRIMARY KEY (fair_id, document_id, payment_no),
        FOREIGN KEY (fair_id, document_id) REFERENCES document (fair_id, id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT document_payment_method_known CHECK (method IN ('cash', 'vietqr', 'card', 'wallet', 'other')),
        CONSTRAINT document_payment_cash_is_tendered_less_change CHECK (
          (tendered_vnd IS NULL) = (method <> 'cash') AND (change_vnd IS NULL) = (method <> 'cash') AND
          (method <> 'cash' OR amount_vnd = tendered_vnd - change_vnd))
      )`);
    await db.query(`
      CREATE TABLE set_aside (
        fair_id uuid NOT NULL,
        document_id uuid NOT NULL,
        code text NOT NULL,
        original_id uuid,
        set_aside_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, document_id),
        FOREIGN KEY (fair_id, document_id) REFERENCES link (fair_id, document_id)
      )`);
    await db.query(
      `CREATE INDEX set_aside_original_idx ON set_aside (fair_id, original_id) WHERE original_id IS NOT NULL`,
    );
    await db.query(`
      CREATE TABLE signed_head (
        fair_id uuid NOT NULL,
        register_id uuid NOT NULL,
        epoch integer NOT NULL,
        sequence bigint NOT NULL,
        hash bytea NOT NULL,
        signature bytea NOT NULL,
        received_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, register_id, epoch, sequence),
        CONSTRAINT signed_head_of_link FOREIGN KEY (fair_id, register_id, epoch, sequence, hash)
          REFERENCES link (fair_id, register_id, epoch, sequence, hash)
      )`);
    await db.query(`
      CREATE TABLE conflicting_document (
        fair_id uuid NOT NULL,
        register_id uuid NOT NULL,
        epoch integer NOT NULL,
        sequence bigint NOT NULL,
        hash bytea NOT NULL,
        document_id uuid NOT NULL,
        canonical bytea NOT NULL,
        received_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, register_id, epoch, sequence, hash),
        FOREIGN KEY (fair_id, register_id, epoch) REFERENCES register_epoch (fair_id, register_id, epoch)
      )`);

    await db.query(`
      CREATE FUNCTION document_batch_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE bad uuid;
      BEGIN
        SELECT n.id INTO bad FROM added n
          LEFT JOIN LATERAL (SELECT sum(amount_vnd) AS vnd FROM document_line x
            WHERE x.fair_id = n.fair_id AND x.document_id = n.id) l ON true
          LEFT JOIN LATERAL (SELECT sum(amount_vnd) AS vnd FROM document_payment x
            WHERE x.fair_id = n.fair_id AND x.document_id = n.id) p ON true
          WHERE coalesce(l.vnd, 0) <> n.total_vnd OR coalesce(p.vnd, 0) <> n.total_vnd
             OR (n.kind NOT IN ('sale', 'refund', 'void') AND (l.vnd IS NOT NULL OR p.vnd IS NOT NULL))
          LIMIT 1;
        IF bad IS NOT NULL THEN
          RAISE EXCEPTION 'lines, payments and total of % differ', bad
            USING ERRCODE = '23514', CONSTRAINT = 'document_balanced';
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(
      `CREATE TRIGGER document_balanced AFTER INSERT ON document
         REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION document_batch_balanced()`,
    );

    /* The originals are locked first, in order, so two refunds at once cannot both find room. */
    await db.query(`
      CREATE FUNCTION document_refunds_covered() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE bad uuid; broken text;
      BEGIN
        IF NOT EXISTS (SELECT 1 FROM added WHERE original_id IS NOT NULL) THEN RETURN NULL; END IF;
        PERFORM 1 FROM document d
          WHERE (d.fair_id, d.id) IN (SELECT fair_id, original_id FROM added WHERE original_id IS NOT NULL)
          ORDER BY d.fair_id, d.id FOR NO KEY UPDATE;
        SELECT o.id, CASE
            WHEN o.kind <> 'sale' THEN 'document_original_is_sale'
            WHEN r.voids > 0 AND (r.answers > 1 OR r.vnd <> -o.total_vnd) THEN 'document_void_is_whole'
            ELSE 'document_refund_covered' END
          INTO bad, broken
          FROM (SELECT DISTINCT fair_id, original_id FROM added WHERE original_id IS NOT NULL) a
          JOIN document o ON o.fair_id = a.fair_id AND o.id = a.original_id
          JOIN LATERAL (SELECT sum(x.total_vnd) AS vnd, count(*) AS answers, count(*) FILTER (WHERE x.kind = 'void') AS voids
            FROM document x WHERE x.fair_id = o.fair_id AND x.original_id = o.id) r ON true
          WHERE o.kind <> 'sale' OR o.total_vnd + r.vnd < 0
             OR (r.voids > 0 AND (r.answers > 1 OR r.vnd <> -o.total_vnd))
          LIMIT 1;
        IF bad IS NOT NULL THEN
          RAISE EXCEPTION 'refunds and voids of % are more than it holds', bad
            USING ERRCODE = '23514', CONSTRAINT = broken;
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(
      `CREATE TRIGGER document_refunds_covered AFTER INSERT ON document
         REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION document_refunds_covered()`,
    );

    await db.query(`
      CREATE FUNCTION refuse_parts_of_closed_document() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM added n, LATERAL (SELECT 1 FROM document d
            WHERE d.fair_id = n.fair_id AND d.id = n.document_id OFFSET 0) y) THEN
          RAISE EXCEPTION 'the document is closed' USING ERRCODE = '23514', CONSTRAINT = 'document_is_closed';
        END IF;
        RETURN NULL;
      END $$`);
    for (const part of ['document_line', 'document_payment']) {
      await db.query(
        `CREATE TRIGGER ${part}_first AFTER INSERT ON ${part}
           REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_parts_of_closed_document()`,
      );
    }
    for (const facts of [
      'link',
      'document',
      'document_line',
      'document_payment',
      'set_aside',
      'signed_head',
      'conflicting_document',
    ]) {
      await db.query(
        `CREATE TRIGGER ${facts}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${facts}
           FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
      );
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `DROP TABLE conflicting_document, signed_head, set_aside, document_payment, document_line, document, link,
         register_epoch, enrolment_code, register`,
    );
    await db.query(`DROP FUNCTION document_batch_balanced()`);
    await db.query(`DROP FUNCTION document_refunds_covered()`);
    await db.query(`DROP FUNCTION refuse_parts_of_closed_document()`);
  }
}
