import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register of workers. */
export class WorkerRegister1764200000000 implements MigrationInterface {
  async up(session: QueryRunner): Promise<void> {
    await session.query(`
      CREATE TABLE worker (
        worker_id text NOT NULL CONSTRAINT worker_pkey PRIMARY KEY,
        organization_id text NOT NULL,
        stage text NOT NULL,
        name text,
        name_index text,
        identity_document_type text NOT NULL,
        identity_number text,
        identity_number_index text,
        phone text,
        phone_index text,
        registered_address text,
        present_address text,
        sex text NOT NULL,
        education text NOT NULL,
        registered_on date NOT NULL,
        contracts json NOT NULL,
        trainings json NOT NULL,
        merged_into text,
        erased_on date,
        kept json NOT NULL
      );
      CREATE INDEX worker_name_index ON worker (name_index, worker_id) WHERE name_index IS NOT NULL;
      CREATE INDEX worker_identity_number_index ON worker (identity_number_index, worker_id)
        WHERE identity_number_index IS NOT NULL;
      CREATE INDEX worker_phone_index ON worker (phone_index, worker_id) WHERE phone_index IS NOT NULL;

      CREATE TABLE worker_place (
        worker_id text NOT NULL,
        unit_id text NOT NULL,
        work_type text,
        active boolean NOT NULL,
        CONSTRAINT worker_place_pkey PRIMARY KEY (worker_id, unit_id)
      );
      CREATE INDEX worker_place_unit ON worker_place (unit_id, worker_id);

      CREATE TABLE site_stint (
        worker_id text NOT NULL,
        project_id text NOT NULL,
        from_position bigint NOT NULL,
        crew_id text NOT NULL,
        work_type text NOT NULL,
        work_role text NOT NULL,
        age_group text NOT NULL,
        contract_id text NOT NULL,
        registered_as text NOT NULL,
        entered_on date NOT NULL,
        from_day date NOT NULL,
        until_day date,
        CONSTRAINT site_stint_pkey PRIMARY KEY (worker_id, project_id, from_position)
      );
      CREATE INDEX site_stint_crew ON site_stint (crew_id, from_day);
      CREATE INDEX site_stint_project ON site_stint (project_id, from_day);

      CREATE TABLE personal_data_look (
        position bigint NOT NULL CONSTRAINT personal_data_look_pkey PRIMARY KEY,
        worker_id text NOT NULL,
        actor text NOT NULL,
        purpose text NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX personal_data_look_worker ON personal_data_look (worker_id, position);
    `);
  }

  async down(session: QueryRunner): Promise<void> {
    await session.query('DROP TABLE worker, worker_place, site_stint, personal_data_look');
  }
}
