import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was published about fairs of the past: one row for what one source says, and never an average.
 * These facts are of the house and hang from no fair: the next fair is compared with them as well. Who
 * added one, and as an organizer of which fair, stands on it; only organizers of that fair may retract
 * it. Which statement a fair is compared with, where sources contradict each other, is its own decision.
 */
export class PastFairs1760000000920 implements MigrationInterface {
  name = 'PastFairs1760000000920';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE past_fair (
        code text PRIMARY KEY,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        scope text NOT NULL,
        first_day date,
        last_day date,
        venue text,
        note_vi text NOT NULL DEFAULT '',
        note_en text NOT NULL DEFAULT '',
        added_as text NOT NULL,
        added_in uuid REFERENCES fair (id),
        added_by uuid REFERENCES account (id),
        added_at timestamptz NOT NULL,
        UNIQUE (name_vi),
        CONSTRAINT past_fair_code_shape CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        CONSTRAINT past_fair_named CHECK (length(name_vi) BETWEEN 1 AND 200 AND length(name_en) BETWEEN 1 AND 200),
        CONSTRAINT past_fair_scope_known CHECK (scope IN ('provincial', 'regional', 'out_of_province')),
        CONSTRAINT past_fair_days CHECK (first_day <= last_day),
        CONSTRAINT past_fair_added_by_one CHECK (
          added_as IN ('seed', 'organizer') AND
          (added_by IS NOT NULL) = (added_as = 'organizer') AND
          (added_in IS NOT NULL) = (added_as = 'organizer'))
      )`);
    await db.query(`
      CREATE TABLE past_source (
        id uuid PRIMARY KEY,
        past_fair_code text NOT NULL REFERENCES past_fair (code),
        publisher text NOT NULL,
        title text,
        address text,
        published_on date,
        CONSTRAINT past_source_of_fair UNIQUE (id, past_fair_code),
        CONSTRAINT past_source_named CHECK (length(publisher) BETWEEN 1 AND 300),
        CONSTRAINT past_source_findable CHECK (
          coalesce(length(title), 0) + coalesce(length(address), 0) >= 1)
      )`);
    await db.query(`
      CREATE TABLE past_figure (
        id uuid PRIMARY KEY,
        past_fair_code text NOT NULL REFERENCES past_fair (code),
        source_id uuid NOT NULL,
        kind text NOT NULL,
        part text NOT NULL,
        part_vi text NOT NULL DEFAULT '',
        part_en text NOT NULL DEFAULT '',
        place_set text,
        place_code text,
        country_code text,
        first_days integer NOT NULL DEFAULT 0,
        value bigint NOT NULL,
        exactness text NOT NULL,
        is_planned boolean NOT NULL,
        note_vi text NOT NULL DEFAULT '',
        note_en text NOT NULL DEFAULT '',
        added_as text NOT NULL,
        added_in uuid REFERENCES fair (id),
        added_by uuid REFERENCES account (id),
        added_at timestamptz NOT NULL,
        CONSTRAINT past_figure_of_kind UNIQUE (id, past_fair_code, kind),
        CONSTRAINT past_figure_added_in UNIQUE (id, added_in),
        CONSTRAINT past_figure_by_its_source FOREIGN KEY (source_id, past_fair_code)
          REFERENCES past_source (id, past_fair_code),
        FOREIGN KEY (place_set, place_code) REFERENCES place (set, code),
        CONSTRAINT past_figure_kind_known CHECK (kind IN
          ('revenue_vnd', 'visits', 'booths', 'days', 'exhibitors', 'provinces')),
        CONSTRAINT past_figure_part_known CHECK (part IN
          ('whole', 'in_province', 'other_province', 'foreign', 'ocop', 'place', 'country', 'other')),
        CONSTRAINT past_figure_part_named CHECK (
          (place_set IS NOT NULL) = (part = 'place') AND (place_code IS NOT NULL) = (part = 'place') AND
          (country_code IS NOT NULL) = (part = 'country') AND
          (part_vi <> '') = (part = 'other') AND (part_en <> '') = (part = 'other')),
        CONSTRAINT past_figure_country_shape CHECK (country_code ~ '^[A-Z]{2}$'),
        CONSTRAINT past_figure_first_days_range CHECK (first_days BETWEEN 0 AND 366),
        CONSTRAINT past_figure_value_range CHECK (value BETWEEN 1 AND 100000000000000),
        CONSTRAINT past_figure_exactness_known CHECK (exactness IN
          ('stated', 'about', 'over', 'nearly', 'derived')),
        CONSTRAINT past_figure_added_by_one CHECK (
          added_as IN ('seed', 'organizer') AND
          (added_by IS NOT NULL) = (added_as = 'organizer') AND
          (added_in IS NOT NULL) = (added_as = 'organizer'))
      )`);
    await db.query(`CREATE INDEX past_figure_fair_idx ON past_figure (past_fair_code)`);
    /* The key to the fair that added the figure: another's organizers, and nobody of the seed, retract it. */
    await db.query(`
      CREATE TABLE past_figure_retracted (
        figure_id uuid PRIMARY KEY,
        retracted_in uuid NOT NULL,
        reason text NOT NULL,
        retracted_by uuid NOT NULL REFERENCES account (id),
        retracted_at timestamptz NOT NULL,
        CONSTRAINT past_figure_retracted_by_its_fair FOREIGN KEY (figure_id, retracted_in)
          REFERENCES past_figure (id, added_in),
        CONSTRAINT past_figure_retracted_reasoned CHECK (length(reason) BETWEEN 1 AND 300)
      )`);
    await db.query(`
      CREATE TABLE past_figure_choice (
        fair_id uuid NOT NULL REFERENCES fair (id),
        past_fair_code text NOT NULL REFERENCES past_fair (code),
        kind text NOT NULL,
        revision integer NOT NULL,
        figure_id uuid,
        reason text NOT NULL,
        chosen_by uuid NOT NULL REFERENCES account (id),
        chosen_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, past_fair_code, kind, revision),
        CONSTRAINT past_figure_choice_of_kind FOREIGN KEY (figure_id, past_fair_code, kind)
          REFERENCES past_figure (id, past_fair_code, kind),
        CONSTRAINT past_figure_choice_kind_known CHECK (kind IN
          ('revenue_vnd', 'visits', 'booths', 'days', 'exhibitors', 'provinces')),
        CONSTRAINT past_figure_choice_revision_positive CHECK (revision >= 1),
        CONSTRAINT past_figure_choice_reasoned CHECK (length(reason) BETWEEN 1 AND 300)
      )`);
    for (const table of [
      'past_fair',
      'past_source',
      'past_figure',
      'past_figure_retracted',
      'past_figure_choice',
    ]) {
      await db.query(
        `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
           FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
      );
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `DROP TABLE past_figure_choice, past_figure_retracted, past_figure, past_source, past_fair`,
    );
  }
}
