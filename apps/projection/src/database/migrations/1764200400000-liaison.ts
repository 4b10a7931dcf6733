import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of liaison officers and of the rhythm of their work. */
export class Liaison1764200400000 implements MigrationInterface {
  async up(session: QueryRunner): Promise<void> {
    await session.query(`
      CREATE TABLE liaison_officer (
        officer_id text NOT NULL CONSTRAINT liaison_officer_pkey PRIMARY KEY,
        level text NOT NULL,
        unit_id text NOT NULL,
        stage text NOT NULL,
        nominated_on date NOT NULL,
        dispatching_unit_id text,
        managing_unit_ids json NOT NULL,
        definition_version integer,
        treatment text,
        effective_on date,
        term_ends_on date,
        topics_missing json NOT NULL,
        trained boolean NOT NULL,
        course_hours integer NOT NULL,
        on_duty_from date,
        relieved_on date,
        published boolean NOT NULL,
        armband_number text
      );
      CREATE INDEX liaison_officer_unit ON liaison_officer (unit_id, stage, officer_id);

      CREATE TABLE liaison_meeting (
        meeting_id text NOT NULL CONSTRAINT liaison_meeting_pkey PRIMARY KEY,
        district_id text NOT NULL,
        held_on date NOT NULL
      );
      CREATE INDEX liaison_meeting_district ON liaison_meeting (district_id, held_on);

      CREATE TABLE liaison_work_month (
        officer_id text NOT NULL,
        month text NOT NULL,
        post_unit_id text NOT NULL,
        activity text NOT NULL,
        entries integer NOT NULL,
        persons_present integer NOT NULL,
        requests_raised integer NOT NULL,
        matters_opened integer NOT NULL,
        CONSTRAINT liaison_work_month_pkey PRIMARY KEY (officer_id, month, post_unit_id, activity)
      );
      CREATE INDEX liaison_work_month_unit ON liaison_work_month (post_unit_id, month);

      CREATE TABLE liaison_assessment (
        officer_id text NOT NULL,
        year integer NOT NULL,
        concluded_on date NOT NULL,
        CONSTRAINT liaison_assessment_pkey PRIMARY KEY (officer_id, year)
      );

      CREATE TABLE liaison_board_posting (
        unit_id text NOT NULL CONSTRAINT liaison_board_posting_pkey PRIMARY KEY,
        position bigint NOT NULL
      );

      CREATE TABLE liaison_board_change (
        unit_id text NOT NULL CONSTRAINT liaison_board_change_pkey PRIMARY KEY,
        position bigint NOT NULL
      );

      CREATE TABLE liaison_role_definition (
        organization_id text NOT NULL,
        level text NOT NULL,
        version integer NOT NULL,
        effective_on date NOT NULL,
        basis json NOT NULL,
        role json NOT NULL,
        CONSTRAINT liaison_role_definition_pkey PRIMARY KEY (organization_id, level, version)
      );
    `);
  }

  async down(session: QueryRunner): Promise<void> {
    await session.query(`
      DROP TABLE liaison_role_definition, liaison_board_change, liaison_board_posting, liaison_assessment,
        liaison_work_month, liaison_meeting, liaison_officer
    `);
  }
}
