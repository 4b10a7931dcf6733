import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Accounts1763600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE gateway.account (
        account_id uuid CONSTRAINT account_pk PRIMARY KEY,
        username text NOT NULL CONSTRAINT account_username_key UNIQUE,
        password_hash text NOT NULL,
        must_change_password boolean NOT NULL,
        wrong_passwords integer NOT NULL,
        locked_until timestamptz,
        disabled boolean NOT NULL,
        grants jsonb NOT NULL,
        created_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE gateway.session (
        token_sha256 text CONSTRAINT session_pk PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT session_account_fk REFERENCES gateway.account ON DELETE CASCADE,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX session_account_idx ON gateway.session (account_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE gateway.session, gateway.account');
  }
}
