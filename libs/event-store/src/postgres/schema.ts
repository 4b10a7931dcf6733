/**
 * The tables of the PostgreSQL event store.
 *
 * `entry` and `data` are the bytes that were written and hashed: text, not jsonb, which would write them anew.
 * `head` holds the next position in one row. Whoever stores events locks that row first, so positions are given in the order
 * of commitment and without gaps, whichever process stores: a reader can never skip one (ADR-0002).
 */
export const schemaSql = `
CREATE SCHEMA IF NOT EXISTS ledger;

CREATE TABLE IF NOT EXISTS ledger.events (
  position bigint NOT NULL PRIMARY KEY,
  stream text NOT NULL COLLATE "C",
  revision integer NOT NULL,
  event_id uuid NOT NULL,
  type text NOT NULL COLLATE "C",
  entry text NOT NULL,
  data text NOT NULL,
  leaf bytea NOT NULL,
  CONSTRAINT events_stream_revision UNIQUE (stream, revision),
  CONSTRAINT events_event_id UNIQUE (event_id)
);

CREATE TABLE IF NOT EXISTS ledger.commands (
  command_id text NOT NULL COLLATE "C" PRIMARY KEY,
  fingerprint text NOT NULL,
  stream text NOT NULL,
  revision integer NOT NULL,
  position bigint NOT NULL,
  events integer NOT NULL
);

CREATE TABLE IF NOT EXISTS ledger.head (
  only_row boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (only_row),
  next_position bigint NOT NULL
);
INSERT INTO ledger.head (next_position) VALUES (0) ON CONFLICT DO NOTHING;

CREATE OR REPLACE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events and commands are never changed or removed';
END $$;

CREATE OR REPLACE TRIGGER events_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.events
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE OR REPLACE TRIGGER commands_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.commands
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
`;

/** One process at a time sets up the schema; the number is ours alone. */
export const SCHEMA_LOCK = 7_401_966_001;

/** The channel on which a commit is announced to the other ledger processes. */
export const COMMITTED_CHANNEL = 'ledger_committed';
