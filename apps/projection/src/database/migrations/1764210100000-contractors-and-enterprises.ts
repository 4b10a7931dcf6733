import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of labour subcontractors, of how enterprises are governed and open, of service centres and Red Worksites. */
export class ContractorsAndEnterprises1764210100000 implements MigrationInterface {
  async up(session: QueryRunner): Promise<void> {
    await session.query(`
      CREATE TABLE labour_subcontractor_selection (
        selection_id text NOT NULL CONSTRAINT labour_subcontractor_selection_pkey PRIMARY KEY,
        unit_id text NOT NULL,
        title text NOT NULL,
        stage text NOT NULL,
        criteria json NOT NULL,
        candidates json NOT NULL,
        opened_on date NOT NULL,
        ended_on date,
        reason text,
        why_not_the_best text,
        officer_required boolean
      );
      CREATE INDEX labour_subcontractor_selection_unit ON labour_subcontractor_selection (unit_id, selection_id);

      CREATE TABLE crew_selection (
        crew_unit_id text NOT NULL CONSTRAINT crew_selection_pkey PRIMARY KEY,
        selection_id text NOT NULL,
        labour_subcontractor_id text NOT NULL,
        referred_on date NOT NULL
      );

      CREATE TABLE procurement_step (
        step_id text NOT NULL CONSTRAINT procurement_step_pkey PRIMARY KEY,
        unit_id text NOT NULL,
        kind text NOT NULL,
        title text NOT NULL,
        labour_subcontractor_id text,
        opened_on date NOT NULL,
        closed_on date,
        outcome text,
        officer_required boolean
      );
      CREATE INDEX procurement_step_unit ON procurement_step (unit_id, step_id);
      CREATE INDEX procurement_step_open ON procurement_step (unit_id, step_id) WHERE closed_on IS NULL;

      CREATE TABLE liaison_participation (
        position bigint NOT NULL CONSTRAINT liaison_participation_pkey PRIMARY KEY,
        step text NOT NULL,
        decision_id text NOT NULL,
        unit_id text NOT NULL,
        officer_id text NOT NULL,
        opinion text NOT NULL,
        statement text NOT NULL,
        took_part_on date NOT NULL
      );
      CREATE INDEX liaison_participation_unit ON liaison_participation (unit_id, position);
      CREATE INDEX liaison_participation_officer ON liaison_participation (officer_id, position);
      CREATE INDEX liaison_participation_decision ON liaison_participation (step, decision_id, position);

      CREATE TABLE equity_holding (
        labour_subcontractor_id text NOT NULL,
        contractor_id text NOT NULL,
        from_day date NOT NULL,
        kind text NOT NULL,
        share_basis_points integer NOT NULL,
        until_day date,
        CONSTRAINT equity_holding_pkey PRIMARY KEY (labour_subcontractor_id, contractor_id, from_day)
      );
      CREATE INDEX equity_holding_contractor ON equity_holding (contractor_id, labour_subcontractor_id);

      CREATE TABLE red_worksite (
        unit_id text NOT NULL CONSTRAINT red_worksite_pkey PRIMARY KEY,
        party_organization_id text,
        enrolled_on date NOT NULL,
        due_on date NOT NULL,
        stage text NOT NULL,
        completed_on date,
        entries json NOT NULL
      );
      CREATE INDEX red_worksite_due ON red_worksite (due_on, unit_id) WHERE stage = 'incomplete';

      CREATE TABLE enterprise_articles (
        unit_id text NOT NULL,
        from_position bigint NOT NULL,
        included boolean NOT NULL,
        from_day date NOT NULL,
        CONSTRAINT enterprise_articles_pkey PRIMARY KEY (unit_id, from_position)
      );

      CREATE TABLE cross_held_post (
        unit_id text NOT NULL,
        cross_held_post_id text NOT NULL,
        organization_post text NOT NULL,
        corporate_post text NOT NULL,
        from_day date NOT NULL,
        until_day date,
        CONSTRAINT cross_held_post_pkey PRIMARY KEY (unit_id, cross_held_post_id)
      );

      CREATE TABLE employee_seat (
        unit_id text NOT NULL,
        seat_id text NOT NULL,
        board text NOT NULL,
        worker_id text NOT NULL,
        elected_by text NOT NULL,
        elected_on date NOT NULL,
        term_from date NOT NULL,
        term_until date NOT NULL,
        vacated_on date,
        CONSTRAINT employee_seat_pkey PRIMARY KEY (unit_id, seat_id)
      );

      CREATE TABLE party_mass_service_centre (
        centre_id text NOT NULL CONSTRAINT party_mass_service_centre_pkey PRIMARY KEY,
        park_unit_id text NOT NULL,
        name text NOT NULL,
        place text NOT NULL,
        area_square_metres integer NOT NULL,
        services json NOT NULL,
        opening_hours text NOT NULL,
        opened_on date NOT NULL,
        closed_on date
      );
      CREATE INDEX party_mass_service_centre_park ON party_mass_service_centre (park_unit_id, centre_id);

      CREATE TABLE service_centre_booking (
        centre_id text NOT NULL,
        booking_id text NOT NULL,
        booked_for date NOT NULL,
        unit_id text NOT NULL,
        purpose text NOT NULL,
        persons integer NOT NULL,
        cancelled boolean NOT NULL,
        CONSTRAINT service_centre_booking_pkey PRIMARY KEY (centre_id, booking_id, booked_for)
      );
      CREATE INDEX service_centre_booking_day ON service_centre_booking (centre_id, booked_for);
      CREATE INDEX service_centre_booking_id ON service_centre_booking (booking_id);

      CREATE TABLE service_centre_visits (
        centre_id text NOT NULL,
        visited_on date NOT NULL,
        visits integer NOT NULL,
        CONSTRAINT service_centre_visits_pkey PRIMARY KEY (centre_id, visited_on)
      );

      CREATE TABLE open_matters_list (
        unit_id text NOT NULL,
        effective_on date NOT NULL,
        matters json NOT NULL,
        CONSTRAINT open_matters_list_pkey PRIMARY KEY (unit_id, effective_on)
      );

      CREATE TABLE factory_affairs_disclosure (
        disclosure_id text NOT NULL CONSTRAINT factory_affairs_disclosure_pkey PRIMARY KEY,
        unit_id text NOT NULL,
        matter_id text NOT NULL,
        matter_title text NOT NULL,
        content text NOT NULL,
        form text NOT NULL,
        posted_on date NOT NULL,
        posted_until date NOT NULL,
        objections json NOT NULL,
        is_unanswered boolean NOT NULL
      );
      CREATE INDEX factory_affairs_disclosure_unit ON factory_affairs_disclosure (unit_id, disclosure_id);
      CREATE INDEX factory_affairs_disclosure_matter ON factory_affairs_disclosure (unit_id, matter_id, posted_on);
      CREATE INDEX factory_affairs_disclosure_unanswered ON factory_affairs_disclosure (disclosure_id) WHERE is_unanswered;

      CREATE TABLE oversight_finding (
        finding_id text NOT NULL CONSTRAINT oversight_finding_pkey PRIMARY KEY,
        unit_id text NOT NULL,
        body text NOT NULL,
        subject text NOT NULL,
        finding text NOT NULL,
        found_on date NOT NULL,
        measure text,
        answered_on date
      );
      CREATE INDEX oversight_finding_unit ON oversight_finding (unit_id, finding_id);
      CREATE INDEX oversight_finding_open ON oversight_finding (finding_id) WHERE answered_on IS NULL;

      CREATE TABLE employee_rights_record (
        record_id text NOT NULL,
        kind text NOT NULL,
        unit_id text NOT NULL,
        on_day date NOT NULL,
        title text NOT NULL,
        settled boolean,
        CONSTRAINT employee_rights_record_pkey PRIMARY KEY (record_id, kind)
      );
      CREATE INDEX employee_rights_record_unit ON employee_rights_record (unit_id, kind, on_day, record_id);

      CREATE TABLE congress_host (
        congress_id text NOT NULL CONSTRAINT congress_host_pkey PRIMARY KEY,
        kind text NOT NULL,
        unit_id text NOT NULL,
        name text NOT NULL
      );
    `);
  }

  async down(session: QueryRunner): Promise<void> {
    await session.query(`
      DROP TABLE congress_host, employee_rights_record, oversight_finding, factory_affairs_disclosure, open_matters_list, service_centre_visits, service_centre_booking, party_mass_service_centre, employee_seat, cross_held_post, enterprise_articles, red_worksite, equity_holding, liaison_participation, procurement_step, crew_selection, labour_subcontractor_selection
    `);
  }
}
