/** One process at a time sets up the tables; the number is ours alone. */
export const PERSON_KEYS_LOCK = 7_401_966_002;

/** So many that a part is rewritten in the blink of an eye, also with a million persons. */
const PARTS = 64;

/**
 * The keys of persons, wrapped. A row without a key is the fence: it stays for ever and never takes a key again. In parts, because the
 * part is rewritten when a key in it is destroyed.
 */
export const personKeysSql = `
CREATE SCHEMA IF NOT EXISTS ledger;

CREATE TABLE IF NOT EXISTS ledger.master_key (
  only_row boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (only_row),
  id text NOT NULL
);

CREATE TABLE IF NOT EXISTS ledger.person_keys (
  person_id text NOT NULL COLLATE "C" PRIMARY KEY,
  wrapped_key bytea,
  made_at timestamptz NOT NULL,
  destroyed_at timestamptz,
  reason text,
  CONSTRAINT destroyed_or_not CHECK ((wrapped_key IS NULL) = (destroyed_at IS NOT NULL) AND (wrapped_key IS NULL) = (reason IS NOT NULL))
) PARTITION BY HASH (person_id);

DO $$
BEGIN
  FOR part IN 0..${PARTS - 1} LOOP
    EXECUTE format(
      'CREATE TABLE IF NOT EXISTS ledger.person_keys_%s PARTITION OF ledger.person_keys FOR VALUES WITH (MODULUS ${PARTS}, REMAINDER %s)',
      part, part);
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION ledger.keep_the_fence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.wrapped_key IS NOT NULL AND NEW.wrapped_key IS NULL AND NEW.person_id = OLD.person_id THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the key of a person is never changed or removed, only destroyed';
END $$;

CREATE OR REPLACE TRIGGER fence_is_kept BEFORE UPDATE OR DELETE ON ledger.person_keys
  FOR EACH ROW EXECUTE FUNCTION ledger.keep_the_fence();
CREATE OR REPLACE TRIGGER fences_are_kept BEFORE TRUNCATE ON ledger.person_keys
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.keep_the_fence();
`;

/** Whether a name is that of one of the parts; it stands in a statement that takes no parameters. Throws otherwise. */
export function partitionOf(name: string): string {
  if (!/^ledger\.person_keys_[0-9]{1,2}$/.test(name))
    throw new Error('the key of a person is kept in an unknown table');
  return name;
}
