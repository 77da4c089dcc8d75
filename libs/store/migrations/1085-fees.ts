import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a booth costs, what is charged for it, and what was paid. A rate and a relief are withdrawn,
 * never edited; charges and payments are facts, and what was wrong is taken back by a further fact.
 */
export class Fees1760000001085 implements MigrationInterface {
  name = 'Fees1760000001085';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fee_account (
        fair_id uuid NOT NULL REFERENCES fair (id),
        bank_bin text NOT NULL,
        account_number text NOT NULL,
        holder_name text NOT NULL,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id),
        CONSTRAINT fee_account_bank_shape CHECK (bank_bin ~ '^[0-9]{6}$'),
        CONSTRAINT fee_account_number_shape CHECK (account_number ~ '^[0-9A-Za-z]{1,19}$')
      )`);
    await db.query(`
      CREATE TABLE fee_rate (
        fair_id uuid NOT NULL REFERENCES fair (id),
        id uuid NOT NULL,
        zone_code text,
        booth_kind text,
        area_from_m2 integer,
        area_below_m2 integer,
        valid_from date,
        valid_to date,
        per text NOT NULL,
        price_vnd bigint NOT NULL,
        vat_rate_percent smallint,
        added_by uuid NOT NULL REFERENCES account (id),
        added_at timestamptz NOT NULL,
        withdrawn_by uuid REFERENCES account (id),
        withdrawn_at timestamptz,
        PRIMARY KEY (fair_id, id),
        CONSTRAINT fee_rate_kind_known CHECK (booth_kind IN ('standard', 'custom')),
        CONSTRAINT fee_rate_area_in_order CHECK (area_from_m2 >= 0 AND area_below_m2 > coalesce(area_from_m2, 0)),
        CONSTRAINT fee_rate_days_in_order CHECK (valid_from <= valid_to),
        CONSTRAINT fee_rate_per_known CHECK (per IN ('booth', 'square_metre', 'day')),
        CONSTRAINT fee_rate_price_range CHECK (price_vnd BETWEEN 0 AND 100000000000),
        CONSTRAINT fee_rate_vat_range CHECK (vat_rate_percent BETWEEN 0 AND 100),
        CONSTRAINT fee_rate_withdrawal_whole CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL)),
        CONSTRAINT fee_rate_once EXCLUDE USING gist (
          fair_id WITH =, (coalesce(zone_code, '')) WITH =, (coalesce(booth_kind, '')) WITH =,
          sign(num_nonnulls(area_from_m2, area_below_m2)) WITH =,
          int4range(coalesce(area_from_m2, 0), area_below_m2) WITH &&,
          daterange(valid_from, valid_to, '[]') WITH &&) WHERE (withdrawn_at IS NULL)
      )`);
    await db.query(`
      CREATE TABLE fee_relief (
        fair_id uuid NOT NULL REFERENCES fair (id),
        id uuid NOT NULL,
        ground text NOT NULL,
        min_star smallint,
        exhibitor_kind text,
        exhibitor_id uuid,
        delegation_id uuid,
        reason text NOT NULL,
        given_by uuid NOT NULL REFERENCES account (id),
        given_at timestamptz NOT NULL,
        withdrawn_by uuid REFERENCES account (id),
        withdrawn_at timestamptz,
        PRIMARY KEY (fair_id, id),
        FOREIGN KEY (fair_id, exhibitor_id) REFERENCES exhibitor (fair_id, id),
        FOREIGN KEY (fair_id, delegation_id) REFERENCES delegation (fair_id, id),
        CONSTRAINT fee_relief_ground_named CHECK (
          ground IN ('ocop', 'kind', 'exhibitor', 'delegation')
          AND (ground = 'ocop') = (min_star IS NOT NULL)
          AND (ground = 'kind') = (exhibitor_kind IS NOT NULL)
          AND (ground = 'exhibitor') = (exhibitor_id IS NOT NULL)
          AND (ground = 'delegation') = (delegation_id IS NOT NULL)),
        CONSTRAINT fee_relief_star_range CHECK (min_star BETWEEN 3 AND 5),
        CONSTRAINT fee_relief_reasoned CHECK (length(btrim(reason)) BETWEEN 1 AND 300),
        CONSTRAINT fee_relief_withdrawal_whole CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
      )`);
    await db.query(`
      CREATE TABLE fee_payer (
        fair_id uuid NOT NULL REFERENCES fair (id),
        id uuid NOT NULL,
        exhibitor_id uuid,
        delegation_id uuid,
        reference text NOT NULL,
        PRIMARY KEY (fair_id, id),
        UNIQUE (fair_id, reference),
        UNIQUE (fair_id, exhibitor_id),
        UNIQUE (fair_id, delegation_id),
        FOREIGN KEY (fair_id, exhibitor_id) REFERENCES exhibitor (fair_id, id),
        FOREIGN KEY (fair_id, delegation_id) REFERENCES delegation (fair_id, id),
        CONSTRAINT fee_payer_is_one CHECK (num_nonnulls(exhibitor_id, delegation_id) = 1),
        CONSTRAINT fee_payer_reference_shape CHECK (reference ~ '^PH[2-9A-HJ-NP-Z]{6}$')
      )`);
    await db.query(`
      CREATE TABLE fee_reckoning (
        fair_id uuid NOT NULL REFERENCES fair (id),
        id uuid NOT NULL,
        changes_hash text NOT NULL,
        due_on date NOT NULL,
        reckoned_by uuid NOT NULL REFERENCES account (id),
        reckoned_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, id),
        CONSTRAINT fee_reckoning_hash_shape CHECK (changes_hash ~ '^[0-9a-f]{64}$')
      )`);
    await db.query(`
      CREATE TABLE fee_charge (
        fair_id uuid NOT NULL,
        allocation_id uuid NOT NULL,
        turn smallint NOT NULL,
        previous_turn smallint,
        reckoning_id uuid NOT NULL,
        payer_id uuid NOT NULL,
        exhibitor_id uuid NOT NULL,
        booth_code text NOT NULL,
        zone_code text NOT NULL,
        sixths smallint NOT NULL,
        given_on date NOT NULL,
        rate_id uuid NOT NULL,
        per text NOT NULL,
        unit_price_vnd bigint NOT NULL,
        quantity_milli integer NOT NULL,
        price_vnd bigint NOT NULL,
        relief_id uuid,
        waived_vnd bigint NOT NULL,
        amount_vnd bigint NOT NULL,
        vat_rate_percent smallint,
        vat_vnd bigint NOT NULL,
        due_on date NOT NULL,
        PRIMARY KEY (fair_id, allocation_id, turn),
        FOREIGN KEY (fair_id, allocation_id) REFERENCES allocation (fair_id, id),
        FOREIGN KEY (fair_id, allocation_id, previous_turn) REFERENCES fee_charge (fair_id, allocation_id, turn),
        FOREIGN KEY (fair_id, reckoning_id) REFERENCES fee_reckoning (fair_id, id),
        FOREIGN KEY (fair_id, payer_id) REFERENCES fee_payer (fair_id, id),
        FOREIGN KEY (fair_id, exhibitor_id) REFERENCES exhibitor (fair_id, id),
        FOREIGN KEY (fair_id, rate_id) REFERENCES fee_rate (fair_id, id),
        FOREIGN KEY (fair_id, relief_id) REFERENCES fee_relief (fair_id, id),
        CONSTRAINT fee_charge_turns_follow CHECK (turn >= 1 AND previous_turn IS NOT DISTINCT FROM nullif(turn - 1, 0)),
        CONSTRAINT fee_charge_sixths_range CHECK (sixths BETWEEN 1 AND 6),
        CONSTRAINT fee_charge_sum CHECK (amount_vnd = price_vnd - waived_vnd),
        CONSTRAINT fee_charge_signs CHECK (CASE WHEN turn % 2 = 1
          THEN price_vnd >= 0 AND waived_vnd BETWEEN 0 AND price_vnd AND vat_vnd BETWEEN 0 AND amount_vnd
          ELSE price_vnd <= 0 AND waived_vnd BETWEEN price_vnd AND 0 AND vat_vnd BETWEEN amount_vnd AND 0 END),
        CONSTRAINT fee_charge_waived_for_a_reason CHECK (waived_vnd = 0 OR relief_id IS NOT NULL)
      )`);
    /* A charge that is taken back is taken back whole, from whom it was charged to. */
    await db.query(`
      CREATE FUNCTION fee_charge_mirrored() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT 1 FROM fee_charge c
             WHERE c.fair_id = NEW.fair_id AND c.allocation_id = NEW.allocation_id AND c.turn = NEW.turn - 1
               AND (c.payer_id, c.exhibitor_id, c.due_on, -c.price_vnd, -c.waived_vnd, -c.vat_vnd)
                 = (NEW.payer_id, NEW.exhibitor_id, NEW.due_on, NEW.price_vnd, NEW.waived_vnd, NEW.vat_vnd)) THEN
          RAISE EXCEPTION 'a charge is taken back as it was made'
            USING ERRCODE = '23514', CONSTRAINT = 'fee_charge_mirrors';
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(
      `CREATE TRIGGER fee_charge_mirrors AFTER INSERT ON fee_charge
         FOR EACH ROW WHEN (NEW.turn % 2 = 0) EXECUTE FUNCTION fee_charge_mirrored()`,
    );
    await db.query(`
      CREATE TABLE fee_payment (
        fair_id uuid NOT NULL,
        id uuid NOT NULL,
        payer_id uuid NOT NULL,
        paid_on date NOT NULL,
        amount_vnd bigint NOT NULL,
        method text NOT NULL,
        bank_text text NOT NULL,
        note text NOT NULL,
        recorded_by uuid NOT NULL REFERENCES account (id),
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, id),
        FOREIGN KEY (fair_id, payer_id) REFERENCES fee_payer (fair_id, id),
        CONSTRAINT fee_payment_amount_range CHECK (amount_vnd BETWEEN 1 AND 100000000000),
        CONSTRAINT fee_payment_method_known CHECK (method IN ('transfer', 'cash', 'other')),
        CONSTRAINT fee_payment_texts CHECK (length(bank_text) <= 200 AND length(note) <= 200)
      )`);
    await db.query(`
      CREATE TABLE fee_payment_struck (
        fair_id uuid NOT NULL,
        payment_id uuid NOT NULL,
        reason text NOT NULL,
        struck_by uuid NOT NULL REFERENCES account (id),
        struck_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, payment_id),
        FOREIGN KEY (fair_id, payment_id) REFERENCES fee_payment (fair_id, id),
        CONSTRAINT fee_payment_struck_reasoned CHECK (length(btrim(reason)) BETWEEN 1 AND 200)
      )`);
    for (const facts of [
      'fee_payer',
      'fee_reckoning',
      'fee_charge',
      'fee_payment',
      'fee_payment_struck',
    ]) {
      await db.query(
        `CREATE TRIGGER ${facts}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${facts}
           FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
      );
    }
    for (const kept of ['fee_rate', 'fee_relief']) {
      await db.query(
        `CREATE TRIGGER ${kept}_withdrawn_once BEFORE UPDATE ON ${kept} FOR EACH ROW
           WHEN (OLD.withdrawn_at IS NOT NULL OR to_jsonb(NEW) - '{withdrawn_at,withdrawn_by}'::text[]
             <> to_jsonb(OLD) - '{withdrawn_at,withdrawn_by}'::text[])
           EXECUTE FUNCTION refuse_change()`,
      );
      await db.query(
        `CREATE TRIGGER ${kept}_kept BEFORE DELETE OR TRUNCATE ON ${kept}
           FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
      );
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE fee_payment_struck, fee_payment, fee_charge`);
    await db.query(`DROP TABLE fee_reckoning, fee_payer, fee_relief, fee_rate, fee_account`);
    await db.query(`DROP FUNCTION fee_charge_mirrored()`);
  }
}
