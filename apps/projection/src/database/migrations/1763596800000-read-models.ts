import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of the read models. */
export class ReadModels1763596800000 implements MigrationInterface {
  async up(session: QueryRunner): Promise<void> {
    await session.query(`
      CREATE TABLE checkpoint (
        id smallint NOT NULL CONSTRAINT checkpoint_pkey PRIMARY KEY,
        position bigint NOT NULL
      );
      INSERT INTO checkpoint (id, position) VALUES (1, -1);

      CREATE TABLE recorded_day (
        from_position bigint NOT NULL CONSTRAINT recorded_day_pkey PRIMARY KEY,
        day date NOT NULL
      );

      CREATE TABLE parked_event (
        position bigint NOT NULL CONSTRAINT parked_event_pkey PRIMARY KEY,
        stream text NOT NULL,
        event_type text NOT NULL,
        handler text NOT NULL,
        error text NOT NULL,
        parked_at timestamptz NOT NULL
      );
      CREATE INDEX parked_event_stream ON parked_event (stream, position);

      CREATE TABLE unit (
        unit_id text NOT NULL CONSTRAINT unit_pkey PRIMARY KEY,
        kind text NOT NULL,
        name text NOT NULL,
        parent_id text,
        credit_code text,
        established_on date NOT NULL,
        closed_on date
      );
      CREATE INDEX unit_parent_id ON unit (parent_id);

      CREATE TABLE unit_parent (
        unit_id text NOT NULL,
        from_position bigint NOT NULL,
        parent_id text,
        from_day date NOT NULL,
        CONSTRAINT unit_parent_pkey PRIMARY KEY (unit_id, from_position)
      );

      CREATE TABLE unit_name (
        unit_id text NOT NULL,
        from_position bigint NOT NULL,
        name text NOT NULL,
        from_day date NOT NULL,
        CONSTRAINT unit_name_pkey PRIMARY KEY (unit_id, from_position)
      );

      CREATE TABLE programme_version (
        programme_id text NOT NULL,
        version integer NOT NULL,
        position bigint NOT NULL,
        programme json NOT NULL,
        CONSTRAINT programme_version_pkey PRIMARY KEY (programme_id, version)
      );

      CREATE TABLE adoption_change (
        position bigint NOT NULL CONSTRAINT adoption_change_pkey PRIMARY KEY,
        programme_id text NOT NULL,
        organization_id text NOT NULL,
        day date NOT NULL,
        programme_version integer,
        departments json NOT NULL,
        founding json
      );
      CREATE INDEX adoption_change_adoption ON adoption_change (organization_id, programme_id);

      CREATE TABLE task (
        task_id text NOT NULL CONSTRAINT task_pkey PRIMARY KEY,
        stream text NOT NULL,
        programme_id text NOT NULL,
        organization_id text NOT NULL,
        measure_id text NOT NULL,
        title text NOT NULL,
        owner_unit_id text NOT NULL,
        cooperating_unit_ids json NOT NULL,
        lead_unit_ids json NOT NULL,
        stage text NOT NULL,
        overdue boolean NOT NULL,
        progress_percent integer NOT NULL,
        planned_on date NOT NULL,
        due_on date NOT NULL,
        evidence_asked text,
        duty_id text,
        duty_period text,
        escalated_to_unit_id text,
        evidence json NOT NULL
      );
      CREATE INDEX task_due ON task (programme_id, due_on, task_id);
      CREATE INDEX task_owner ON task (owner_unit_id);
      CREATE INDEX task_duty ON task (duty_id, duty_period) WHERE duty_id IS NOT NULL;
      CREATE INDEX task_open ON task (task_id) WHERE stage IN ('planned', 'inProgress', 'returned') AND NOT overdue;

      CREATE TABLE last_closed_day (
        id smallint NOT NULL CONSTRAINT last_closed_day_pkey PRIMARY KEY,
        day date NOT NULL
      );

      CREATE TABLE issued_report (
        position bigint NOT NULL CONSTRAINT issued_report_pkey PRIMARY KEY,
        programme_id text NOT NULL,
        organization_id text NOT NULL,
        period text NOT NULL,
        as_of_day date NOT NULL,
        as_of_position bigint NOT NULL,
        report_sha256 text NOT NULL,
        issued_on date NOT NULL
      );
      CREATE INDEX issued_report_adoption ON issued_report (programme_id, organization_id, position);

      CREATE TABLE posting (
        position bigint NOT NULL,
        line integer NOT NULL,
        event_id uuid NOT NULL,
        indicator text NOT NULL,
        programme_id text NOT NULL,
        organization_id text NOT NULL,
        measure_id text NOT NULL,
        unit_id text NOT NULL,
        period_month text NOT NULL,
        dimension text NOT NULL,
        day date NOT NULL,
        amount bigint NOT NULL,
        CONSTRAINT posting_pkey PRIMARY KEY (position, line)
      );
      CREATE INDEX posting_figure ON posting (organization_id, programme_id, indicator, period_month, position, line);
      CREATE INDEX posting_day ON posting (organization_id, programme_id, day);

      CREATE TABLE balance (
        organization_id text NOT NULL,
        programme_id text NOT NULL,
        period_month text NOT NULL,
        indicator text NOT NULL,
        measure_id text NOT NULL,
        unit_id text NOT NULL,
        dimension text NOT NULL,
        amount bigint NOT NULL,
        CONSTRAINT balance_pkey PRIMARY KEY (organization_id, programme_id, period_month, indicator, measure_id, unit_id, dimension)
      );

      CREATE TABLE posting_account (
        stream text NOT NULL CONSTRAINT posting_account_pkey PRIMARY KEY,
        account json NOT NULL
      );
    `);
  }

  async down(session: QueryRunner): Promise<void> {
    await session.query(`
      DROP TABLE posting_account, balance, posting, issued_report, last_closed_day, task, adoption_change, programme_version,
        unit_name, unit_parent, unit, parked_event, recorded_day, checkpoint
    `);
  }
}
