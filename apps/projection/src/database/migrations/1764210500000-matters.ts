import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of matters, of the logs that raise them, of safety posts and of sharing in districts. */
export class Matters1764210500000 implements MigrationInterface {
  async up(session: QueryRunner): Promise<void> {
    await session.query(`
      CREATE TABLE matter (
        matter_id text NOT NULL CONSTRAINT matter_pkey PRIMARY KEY,
        unit_id text NOT NULL,
        kind text NOT NULL,
        subject text NOT NULL,
        source text NOT NULL,
        record_id text NOT NULL,
        raised_on date NOT NULL,
        stage text NOT NULL,
        level text NOT NULL,
        level_unit_id text NOT NULL,
        owner_id text,
        owned_since date NOT NULL,
        due_on date NOT NULL,
        due_provisional boolean NOT NULL,
        answered_on date,
        answered_level text,
        answer text,
        measure text,
        planned_for date,
        in_time boolean,
        told text,
        closed_on date,
        hops json NOT NULL
      );
      CREATE INDEX matter_unit ON matter (unit_id, matter_id);
      CREATE INDEX matter_stage ON matter (stage, matter_id);
      CREATE INDEX matter_record ON matter (record_id, matter_id);
      CREATE INDEX matter_owner ON matter (owner_id, matter_id);
      CREATE INDEX matter_open ON matter (matter_id) WHERE stage IN ('unanswered', 'answered');

      CREATE TABLE liaison_parameters (
        organization_id text NOT NULL,
        effective_from date NOT NULL,
        team_visits_per_month integer NOT NULL,
        guidance_every_months integer NOT NULL,
        check_every_months integer NOT NULL,
        CONSTRAINT liaison_parameters_pkey PRIMARY KEY (organization_id, effective_from)
      );

      CREATE TABLE liaison_work_entry (
        officer_id text NOT NULL,
        entry_id text NOT NULL,
        post_unit_id text NOT NULL,
        unit_id text NOT NULL,
        worked_on date NOT NULL,
        month text NOT NULL,
        activity text NOT NULL,
        work_kind_id text,
        duty_ids json NOT NULL,
        persons_present integer NOT NULL,
        requests_raised integer NOT NULL,
        matters_opened integer NOT NULL,
        minutes integer,
        result text,
        subordinate_id text,
        findings json NOT NULL,
        CONSTRAINT liaison_work_entry_pkey PRIMARY KEY (officer_id, entry_id)
      );
      CREATE INDEX liaison_work_entry_unit ON liaison_work_entry (unit_id, month);
      CREATE INDEX liaison_work_entry_post ON liaison_work_entry (post_unit_id, month);
      CREATE INDEX liaison_work_entry_officer ON liaison_work_entry (officer_id, month);
      CREATE INDEX liaison_work_entry_subordinate ON liaison_work_entry (subordinate_id, activity, worked_on)
        WHERE subordinate_id IS NOT NULL;

      CREATE TABLE crew_support_visit (
        unit_id text NOT NULL,
        month text NOT NULL,
        visit_id text NOT NULL,
        assignment_id text NOT NULL,
        role text NOT NULL,
        visited_on date NOT NULL,
        minutes integer,
        matters_raised integer NOT NULL,
        matters_followed_up integer NOT NULL,
        CONSTRAINT crew_support_visit_pkey PRIMARY KEY (unit_id, month, visit_id)
      );
      CREATE INDEX crew_support_visit_assignment ON crew_support_visit (unit_id, assignment_id, month);

      CREATE TABLE safety_post (
        post_id text NOT NULL CONSTRAINT safety_post_pkey PRIMARY KEY,
        unit_id text NOT NULL,
        kind text NOT NULL,
        worker_id text NOT NULL,
        appointed_on date NOT NULL,
        ended_on date
      );
      CREATE INDEX safety_post_unit ON safety_post (unit_id, post_id);

      CREATE TABLE hazard (
        post_id text NOT NULL,
        hazard_id text NOT NULL,
        unit_id text NOT NULL,
        month text NOT NULL,
        found_by text NOT NULL,
        kind text NOT NULL,
        found_on date NOT NULL,
        remedied_on date,
        rewarded_on date,
        paid_fen bigint NOT NULL,
        CONSTRAINT hazard_pkey PRIMARY KEY (post_id, hazard_id)
      );
      CREATE INDEX hazard_month ON hazard (unit_id, month);

      CREATE TABLE resource_sharing (
        sharing_id text NOT NULL CONSTRAINT resource_sharing_pkey PRIMARY KEY,
        district_id text NOT NULL,
        from_project_id text NOT NULL,
        to_project_id text NOT NULL,
        resource text NOT NULL,
        description text NOT NULL,
        shared_on date NOT NULL,
        is_withdrawn boolean NOT NULL
      );
      CREATE INDEX resource_sharing_district ON resource_sharing (district_id, shared_on);
    `);
  }

  async down(session: QueryRunner): Promise<void> {
    await session.query(`
      DROP TABLE resource_sharing, hazard, safety_post, crew_support_visit, liaison_work_entry, liaison_parameters, matter
    `);
  }
}
