import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The registers of employers, mass organizations, union members, congresses, joint conferences, postings and honours. */
export class UnionsCongressesAndHonours1764200300000 implements MigrationInterface {
  async up(session: QueryRunner): Promise<void> {
    await session.query(`
      CREATE TABLE enterprise_ownership (
        unit_id text NOT NULL,
        from_position bigint NOT NULL,
        ownership text NOT NULL,
        from_day date NOT NULL,
        CONSTRAINT enterprise_ownership_pkey PRIMARY KEY (unit_id, from_position)
      );

      CREATE TABLE headcount (
        unit_id text NOT NULL,
        from_position bigint NOT NULL,
        staff_count integer NOT NULL,
        member_count integer NOT NULL,
        counted_on date NOT NULL,
        CONSTRAINT headcount_pkey PRIMARY KEY (unit_id, from_position)
      );

      CREATE TABLE union_contribution (
        unit_id text NOT NULL,
        month text NOT NULL,
        wages_fen bigint NOT NULL,
        due_fen bigint NOT NULL,
        paid_fen bigint NOT NULL,
        paid_on date NOT NULL,
        CONSTRAINT union_contribution_pkey PRIMARY KEY (unit_id, month)
      );
      CREATE INDEX union_contribution_short ON union_contribution (unit_id, month) WHERE paid_fen < due_fen;

      CREATE TABLE mass_organization (
        mass_organization_id text NOT NULL CONSTRAINT mass_organization_pkey PRIMARY KEY,
        kind text NOT NULL,
        form text NOT NULL,
        name text NOT NULL,
        host_unit_id text NOT NULL,
        covered_unit_ids json NOT NULL,
        stage text NOT NULL,
        applied_on date NOT NULL,
        active_since date,
        term_ends_on date,
        officers json NOT NULL,
        dissolved_on date
      );
      CREATE INDEX mass_organization_host ON mass_organization (host_unit_id, mass_organization_id);

      CREATE TABLE mass_organization_coverage (
        mass_organization_id text NOT NULL,
        unit_id text NOT NULL,
        from_position bigint NOT NULL,
        kind text NOT NULL,
        form text NOT NULL,
        covered_from date NOT NULL,
        covered_until date,
        CONSTRAINT mass_organization_coverage_pkey PRIMARY KEY (mass_organization_id, unit_id, from_position)
      );
      CREATE INDEX mass_organization_coverage_unit ON mass_organization_coverage (unit_id);

      CREATE TABLE mass_organization_term (
        mass_organization_id text NOT NULL,
        from_position bigint NOT NULL,
        confirmed_on date NOT NULL,
        ends_on date NOT NULL,
        chair_branch_post text NOT NULL,
        CONSTRAINT mass_organization_term_pkey PRIMARY KEY (mass_organization_id, from_position)
      );

      CREATE TABLE union_member (
        worker_id text NOT NULL CONSTRAINT union_member_pkey PRIMARY KEY,
        mass_organization_id text NOT NULL,
        unit_id text NOT NULL,
        employment_form text NOT NULL,
        member_since date NOT NULL,
        ended_on date
      );
      CREATE INDEX union_member_unit ON union_member (unit_id, employment_form) WHERE ended_on IS NULL;

      CREATE TABLE congress (
        congress_id text NOT NULL CONSTRAINT congress_pkey PRIMARY KEY,
        kind text NOT NULL,
        level text NOT NULL,
        unit_id text NOT NULL,
        name text NOT NULL,
        seats integer NOT NULL,
        staff_count integer NOT NULL,
        previous_congress_id text,
        begins_on date NOT NULL,
        ends_on date NOT NULL
      );
      CREATE INDEX congress_unit ON congress (unit_id, congress_id);

      CREATE TABLE congress_delegate (
        congress_id text NOT NULL,
        worker_id text NOT NULL,
        category text NOT NULL,
        industrial_worker boolean NOT NULL,
        seated_on date NOT NULL,
        vacated_on date,
        CONSTRAINT congress_delegate_pkey PRIMARY KEY (congress_id, worker_id)
      );

      CREATE TABLE congress_session (
        congress_id text NOT NULL,
        session_id text NOT NULL,
        held_on date NOT NULL,
        delegates integer NOT NULL,
        delegates_present integer NOT NULL,
        CONSTRAINT congress_session_pkey PRIMARY KEY (congress_id, session_id)
      );

      CREATE TABLE congress_resolution (
        congress_id text NOT NULL,
        resolution_id text NOT NULL,
        session_id text NOT NULL,
        matter text NOT NULL,
        vital_interest boolean NOT NULL,
        title text NOT NULL,
        passed boolean NOT NULL,
        delegates integer NOT NULL,
        votes_for integer NOT NULL,
        votes_against integer NOT NULL,
        abstaining integer NOT NULL,
        CONSTRAINT congress_resolution_pkey PRIMARY KEY (congress_id, resolution_id)
      );

      CREATE TABLE joint_conference (
        joint_conference_id text NOT NULL CONSTRAINT joint_conference_pkey PRIMARY KEY,
        name text NOT NULL,
        government_unit_id text NOT NULL,
        union_unit_id text NOT NULL,
        established_on date NOT NULL
      );
      CREATE INDEX joint_conference_government ON joint_conference (government_unit_id);
      CREATE INDEX joint_conference_union ON joint_conference (union_unit_id);

      CREATE TABLE joint_meeting (
        joint_conference_id text NOT NULL,
        meeting_id text NOT NULL,
        held_on date NOT NULL,
        agenda text NOT NULL,
        resolutions integer NOT NULL,
        CONSTRAINT joint_meeting_pkey PRIMARY KEY (joint_conference_id, meeting_id)
      );

      CREATE TABLE mass_organization_posting (
        posting_id text NOT NULL CONSTRAINT mass_organization_posting_pkey PRIMARY KEY,
        worker_id text NOT NULL,
        mass_organization_id text NOT NULL,
        unit_id text NOT NULL,
        post text NOT NULL,
        mode text NOT NULL,
        begins_on date NOT NULL,
        ends_on date NOT NULL,
        grade text
      );
      CREATE INDEX mass_organization_posting_unit ON mass_organization_posting (unit_id, posting_id);

      CREATE TABLE honour_selection (
        selection_id text NOT NULL CONSTRAINT honour_selection_pkey PRIMARY KEY,
        honour text NOT NULL,
        level text NOT NULL,
        spirit text NOT NULL,
        title text NOT NULL,
        unit_id text NOT NULL,
        period text NOT NULL,
        stage text NOT NULL,
        opened_on date NOT NULL,
        notice_stands_until date,
        decided_on date,
        nominations integer NOT NULL,
        open_objections integer NOT NULL,
        honoured integer NOT NULL,
        honoured_persons integer NOT NULL,
        honoured_workers integer NOT NULL
      );
      CREATE INDEX honour_selection_unit ON honour_selection (unit_id, selection_id);

      CREATE TABLE honour_nomination (
        selection_id text NOT NULL,
        nomination_id text NOT NULL,
        honour text NOT NULL,
        candidate_kind text NOT NULL,
        candidate_id text NOT NULL,
        employer_unit_id text NOT NULL,
        nominating_unit_id text NOT NULL,
        industrial_worker boolean NOT NULL,
        employment_form text NOT NULL,
        standing text NOT NULL,
        certificate_number text,
        reward_fen bigint,
        given_on date,
        arrears_answered_by text,
        withdrawn_on date,
        withdrawal_reason text,
        CONSTRAINT honour_nomination_pkey PRIMARY KEY (selection_id, nomination_id)
      );
      CREATE INDEX honour_nomination_unit ON honour_nomination (nominating_unit_id, selection_id, nomination_id);
      CREATE INDEX honour_nomination_candidate ON honour_nomination (candidate_id);
    `);
  }

  async down(session: QueryRunner): Promise<void> {
    await session.query(`
      DROP TABLE honour_nomination, honour_selection, mass_organization_posting, joint_meeting, joint_conference,
        congress_resolution, congress_session, congress_delegate, congress, union_member, mass_organization_term,
        mass_organization_coverage, mass_organization, union_contribution, headcount, enterprise_ownership;
    `);
  }
}
