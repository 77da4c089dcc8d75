import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Archives of sealed fairs, made by a worker and fetched by organizers: kept in pieces, because a file
 * may be larger than anyone wants in memory. What was made is never changed, and is whole or not there.
 */
export class FairArchives1760000000986 implements MigrationInterface {
  name = 'FairArchives1760000000986';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fair_archive (
        fair_id uuid NOT NULL REFERENCES fair (id),
        edition integer NOT NULL,
        asked_by uuid NOT NULL REFERENCES account (id),
        made_at timestamptz NOT NULL,
        size_bytes bigint NOT NULL,
        piece_count integer NOT NULL,
        sha256 bytea NOT NULL,
        contents_hash bytea NOT NULL,
        PRIMARY KEY (fair_id, edition),
        UNIQUE (fair_id, contents_hash),
        CONSTRAINT fair_archive_edition_positive CHECK (edition >= 1),
        CONSTRAINT fair_archive_hash_length
          CHECK (octet_length(sha256) = 32 AND octet_length(contents_hash) = 32)
      )`);
    await db.query(`CREATE INDEX fair_archive_by_hash ON fair_archive (sha256)`);
    await db.query(`
      CREATE TABLE fair_archive_piece (
        fair_id uuid NOT NULL,
        edition integer NOT NULL,
        piece_no integer NOT NULL,
        bytes bytea NOT NULL,
        PRIMARY KEY (fair_id, edition, piece_no),
        FOREIGN KEY (fair_id, edition) REFERENCES fair_archive (fair_id, edition)
          DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fair_archive_piece_no_positive CHECK (piece_no >= 1),
        CONSTRAINT fair_archive_piece_small CHECK (octet_length(bytes) BETWEEN 1 AND 1048576)
      )`);
    /* Bytes are packed already: trying to press them again is lost work. */
    await db.query(`ALTER TABLE fair_archive_piece ALTER COLUMN bytes SET STORAGE EXTERNAL`);
    await db.query(`
      CREATE TABLE wanted_archive (
        fair_id uuid NOT NULL REFERENCES fair (id),
        asked_by uuid NOT NULL REFERENCES account (id),
        percent smallint,
        failed_code text,
        tried_at timestamptz,
        PRIMARY KEY (fair_id),
        CONSTRAINT wanted_archive_percent CHECK (percent BETWEEN 0 AND 100)
      )`);
    for (const table of ['fair_archive', 'fair_archive_piece']) {
      await db.query(
        `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
           FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
      );
    }
    await db.query(`
      CREATE FUNCTION fair_archive_is_whole() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT 1 FROM fair f WHERE f.id = NEW.fair_id AND f.state = 'sealed') THEN
          RAISE EXCEPTION 'only a sealed fair has an archive'
            USING ERRCODE = '23514', CONSTRAINT = 'fair_archive_of_sealed';
        END IF;
        IF NOT EXISTS (SELECT 1 FROM fair_archive_piece p
             WHERE p.fair_id = NEW.fair_id AND p.edition = NEW.edition
            HAVING count(*) = NEW.piece_count AND max(p.piece_no) = NEW.piece_count
               AND sum(octet_length(p.bytes)) = NEW.size_bytes) THEN
          RAISE EXCEPTION 'the pieces of an archive are its bytes'
            USING ERRCODE = '23514', CONSTRAINT = 'fair_archive_whole';
        END IF;
        RETURN NULL;
      END $$`);
    /* Asked at the end, when all rows lie there in whatever order. */
    await db.query(
      `CREATE CONSTRAINT TRIGGER fair_archive_whole AFTER INSERT ON fair_archive
         DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fair_archive_is_whole()`,
    );
    await db.query(`
      CREATE FUNCTION fair_archive_takes_no_more() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM fair_archive a
             WHERE a.fair_id = NEW.fair_id AND a.edition = NEW.edition
               AND NEW.piece_no > a.piece_count) THEN
          RAISE EXCEPTION 'an archive has all its pieces'
            USING ERRCODE = '23514', CONSTRAINT = 'fair_archive_whole';
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(
      `CREATE CONSTRAINT TRIGGER fair_archive_piece_in_time AFTER INSERT ON fair_archive_piece
         DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fair_archive_takes_no_more()`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE wanted_archive, fair_archive_piece, fair_archive`);
    await db.query(`DROP FUNCTION fair_archive_takes_no_more()`);
    await db.query(`DROP FUNCTION fair_archive_is_whole()`);
  }
}
