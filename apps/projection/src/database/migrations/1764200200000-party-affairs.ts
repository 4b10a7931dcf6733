import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The registers of Party affairs. */
export class PartyAffairs1764200200000 implements MigrationInterface {
  async up(session: QueryRunner): Promise<void> {
    await session.query(`
      CREATE TABLE party_organization (
        party_organization_id text NOT NULL CONSTRAINT party_organization_pkey PRIMARY KEY,
        name text NOT NULL,
        kind text NOT NULL,
        founding text NOT NULL,
        setting text NOT NULL,
        unit_id text NOT NULL,
        covered_unit_ids json NOT NULL,
        superior_id text,
        full_members integer NOT NULL,
        probationary_members integer NOT NULL,
        worker_members integer,
        party_groups integer NOT NULL,
        committee boolean NOT NULL,
        secretary_mode text,
        secretary_since date,
        officers_since date,
        term_ends_on date,
        founded_on date NOT NULL,
        dissolved_on date
      );
      CREATE INDEX party_organization_unit ON party_organization (unit_id, party_organization_id);

      CREATE TABLE party_coverage (
        party_organization_id text NOT NULL,
        unit_id text NOT NULL,
        CONSTRAINT party_coverage_pkey PRIMARY KEY (party_organization_id, unit_id)
      );
      CREATE INDEX party_coverage_unit ON party_coverage (unit_id);

      CREATE TABLE founding_duty (
        unit_id text NOT NULL CONSTRAINT founding_duty_pkey PRIMARY KEY,
        place text NOT NULL,
        employer text NOT NULL,
        full_members integer NOT NULL,
        works_from date NOT NULL,
        works_until date,
        reason text,
        founding_planned_on date,
        instructor_assigned boolean NOT NULL
      );

      CREATE TABLE party_parameter_set (
        position bigint NOT NULL CONSTRAINT party_parameter_set_pkey PRIMARY KEY,
        place text NOT NULL,
        effective_from date NOT NULL,
        basis text NOT NULL,
        parameters json NOT NULL
      );
      CREATE INDEX party_parameter_set_place ON party_parameter_set (place, effective_from, position);

      CREATE TABLE branch_life_record (
        record_id text NOT NULL CONSTRAINT branch_life_record_pkey PRIMARY KEY,
        party_organization_id text NOT NULL,
        unit_id text NOT NULL,
        kind text NOT NULL,
        held_on date NOT NULL,
        subject text NOT NULL,
        present integer NOT NULL,
        crew_ids json NOT NULL,
        with_crews boolean NOT NULL,
        lecturer text,
        rating_percent integer,
        class_hours integer,
        corrections integer NOT NULL,
        withdrawn boolean NOT NULL
      );
      CREATE INDEX branch_life_record_day ON branch_life_record (held_on, record_id);
      CREATE INDEX branch_life_record_unit ON branch_life_record (unit_id, held_on, record_id);
      CREATE INDEX branch_life_record_branch ON branch_life_record (party_organization_id, held_on, record_id);

      CREATE TABLE party_admission (
        admission_id text NOT NULL CONSTRAINT party_admission_pkey PRIMARY KEY,
        applicant_id text NOT NULL,
        party_organization_id text NOT NULL,
        unit_id text NOT NULL,
        stage text NOT NULL,
        stage_since date NOT NULL,
        groups json NOT NULL,
        distinctions json NOT NULL,
        employer text NOT NULL,
        limits json NOT NULL,
        next_due_on date,
        admitted_unit_id text,
        admitted_on date,
        probation_ends_on date,
        standing_from date,
        papers json NOT NULL
      );
      CREATE INDEX party_admission_unit ON party_admission (unit_id, admission_id);
      CREATE INDEX party_admission_admitted ON party_admission (admitted_unit_id, admitted_on) WHERE admitted_on IS NOT NULL;
      CREATE INDEX party_admission_due ON party_admission (admission_id, next_due_on) WHERE next_due_on IS NOT NULL;

      CREATE TABLE floating_member (
        floating_member_id text NOT NULL CONSTRAINT floating_member_pkey PRIMARY KEY,
        member_id text NOT NULL,
        unit_id text NOT NULL,
        home_organization text NOT NULL,
        away_since date NOT NULL,
        declared_on date NOT NULL,
        stage text NOT NULL,
        party_organization_id text,
        attachment text,
        requested_on date,
        attached_on date,
        left_on date
      );
      CREATE INDEX floating_member_unit ON floating_member (unit_id, floating_member_id);

      CREATE TABLE vanguard (
        vanguard_id text NOT NULL CONSTRAINT vanguard_pkey PRIMARY KEY,
        kind text NOT NULL,
        party_organization_id text NOT NULL,
        unit_id text NOT NULL,
        place text NOT NULL,
        task text NOT NULL,
        members integer NOT NULL,
        worker_members integer NOT NULL,
        tasks_completed integer NOT NULL,
        accidents integer NOT NULL,
        set_up_on date NOT NULL,
        closed_on date
      );
      CREATE INDEX vanguard_unit ON vanguard (unit_id, vanguard_id);

      CREATE TABLE party_pairing (
        pairing_id text NOT NULL CONSTRAINT party_pairing_pkey PRIMARY KEY,
        party_organization_id text NOT NULL,
        unit_id text NOT NULL,
        partner_ids json NOT NULL,
        agreement text NOT NULL,
        agreed_from date NOT NULL,
        agreed_until date NOT NULL,
        activities integer NOT NULL,
        last_activity_on date,
        ended_on date
      );
      CREATE INDEX party_pairing_unit ON party_pairing (unit_id, pairing_id);

      CREATE TABLE learning_place (
        learning_place_id text NOT NULL CONSTRAINT learning_place_pkey PRIMARY KEY,
        unit_id text NOT NULL,
        kind text NOT NULL,
        place text NOT NULL,
        area_square_metres integer NOT NULL,
        equipment text NOT NULL,
        signposted boolean NOT NULL,
        opening_hours text NOT NULL,
        opened_on date NOT NULL,
        standard text,
        standard_met boolean,
        checked_on date,
        closed_on date
      );
      CREATE INDEX learning_place_unit ON learning_place (unit_id, learning_place_id);

      CREATE TABLE party_dues (
        member_id text NOT NULL CONSTRAINT party_dues_pkey PRIMARY KEY,
        party_organization_id text NOT NULL,
        unit_id text NOT NULL,
        dues_from text NOT NULL,
        settled_months json NOT NULL
      );
      CREATE INDEX party_dues_unit ON party_dues (unit_id, member_id);
    `);
  }

  async down(session: QueryRunner): Promise<void> {
    await session.query(`
      DROP TABLE party_dues, learning_place, party_pairing, vanguard, floating_member, party_admission,
        branch_life_record, party_parameter_set, founding_duty, party_coverage, party_organization
    `);
  }
}
