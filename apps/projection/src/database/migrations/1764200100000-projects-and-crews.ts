import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The registers of projects and crews, credit codes with their warnings, and where units stood on both clocks. */
export class ProjectsAndCrews1764200100000 implements MigrationInterface {
  async up(session: QueryRunner): Promise<void> {
    await session.query(`
      ALTER TABLE unit ADD COLUMN credit_code_check text, ADD COLUMN credit_code_notice json;
      UPDATE unit SET credit_code_check = 'valid' WHERE credit_code IS NOT NULL;

      CREATE TABLE unit_placement (
        unit_id text NOT NULL,
        from_position bigint NOT NULL,
        parent_id text,
        from_day date NOT NULL,
        until_position bigint,
        until_day date,
        CONSTRAINT unit_placement_pkey PRIMARY KEY (unit_id, from_position)
      );
      INSERT INTO unit_placement
        SELECT unit_id, from_position, parent_id, from_day,
               lead(from_position) OVER later, lead(from_day) OVER later
        FROM unit_parent WINDOW later AS (PARTITION BY unit_id ORDER BY from_position);
      CREATE INDEX unit_placement_parent ON unit_placement (parent_id);
      DROP TABLE unit_parent;

      CREATE TABLE crew (
        unit_id text NOT NULL CONSTRAINT crew_pkey PRIMARY KEY,
        trade text NOT NULL,
        labour_subcontractor_id text,
        stage text NOT NULL,
        formed_on date NOT NULL,
        dissolved_on date,
        leader_id text,
        leader_since date,
        manager_id text,
        manager_since date,
        is_guided boolean NOT NULL,
        last_meeting_on date,
        last_morning_meeting_on date,
        supports json NOT NULL,
        party_members json NOT NULL,
        powers json NOT NULL,
        reviews json NOT NULL
      );
      CREATE INDEX crew_stage ON crew (stage, unit_id);
      CREATE INDEX crew_trade ON crew (trade, unit_id);
      CREATE INDEX crew_labour_subcontractor ON crew (labour_subcontractor_id, unit_id);
      CREATE INDEX crew_manager ON crew (manager_id, unit_id);
      CREATE INDEX crew_unsupported ON crew (unit_id) WHERE manager_id IS NULL AND stage <> 'dissolved';
      CREATE INDEX crew_unguided ON crew (unit_id) WHERE NOT is_guided AND stage <> 'dissolved';

      CREATE TABLE crew_meeting (
        unit_id text NOT NULL,
        meeting_id text NOT NULL,
        held_on date NOT NULL,
        member_count integer NOT NULL,
        present_count integer NOT NULL,
        matters json NOT NULL,
        CONSTRAINT crew_meeting_pkey PRIMARY KEY (unit_id, meeting_id)
      );
      CREATE INDEX crew_meeting_day ON crew_meeting (unit_id, held_on);

      CREATE TABLE crew_item (
        unit_id text NOT NULL,
        item_id text NOT NULL,
        kind text NOT NULL,
        title text NOT NULL,
        sha256 text,
        issued_on date NOT NULL,
        acknowledge_by date NOT NULL,
        acknowledged_on date,
        acknowledged_by_count integer NOT NULL,
        CONSTRAINT crew_item_pkey PRIMARY KEY (unit_id, item_id)
      );
      CREATE INDEX crew_item_due ON crew_item (acknowledge_by, unit_id, item_id);
      CREATE INDEX crew_item_late ON crew_item (acknowledge_by, unit_id, item_id)
        WHERE acknowledged_on IS NULL OR acknowledged_on > acknowledge_by;

      CREATE TABLE power_use (
        unit_id text NOT NULL,
        use_id text NOT NULL,
        power text NOT NULL,
        holder_id text NOT NULL,
        action text NOT NULL,
        used_on date NOT NULL,
        CONSTRAINT power_use_pkey PRIMARY KEY (unit_id, use_id)
      );
      CREATE INDEX power_use_day ON power_use (unit_id, used_on);

      CREATE TABLE morning_meeting (
        unit_id text NOT NULL,
        held_on date NOT NULL,
        shift text NOT NULL,
        place text NOT NULL,
        present_count integer NOT NULL,
        topics json NOT NULL,
        risks json NOT NULL,
        minutes integer,
        evidence_count integer NOT NULL,
        is_corrected boolean NOT NULL,
        CONSTRAINT morning_meeting_pkey PRIMARY KEY (unit_id, held_on, shift)
      );

      CREATE TABLE project (
        unit_id text NOT NULL CONSTRAINT project_pkey PRIMARY KEY,
        facts json NOT NULL,
        category text NOT NULL,
        status text NOT NULL,
        status_since date NOT NULL,
        registered_on date NOT NULL,
        started_on date,
        completed_on date,
        planned_awards json NOT NULL,
        standardised json,
        is_standardised boolean NOT NULL
      );
      CREATE INDEX project_status ON project (status, unit_id);
      CREATE INDEX project_category ON project (category, unit_id);
      CREATE INDEX project_standardised ON project (unit_id) WHERE is_standardised;

      CREATE TABLE project_participant (
        unit_id text NOT NULL,
        participation_id text NOT NULL,
        credit_code text NOT NULL,
        company_name text NOT NULL,
        role text NOT NULL,
        company_unit_id text,
        manager_id text,
        entered_on date NOT NULL,
        left_on date,
        CONSTRAINT project_participant_pkey PRIMARY KEY (unit_id, participation_id)
      );
    `);
  }

  async down(session: QueryRunner): Promise<void> {
    await session.query(`
      DROP TABLE project_participant, project, morning_meeting, power_use, crew_item, crew_meeting, crew;
      CREATE TABLE unit_parent (
        unit_id text NOT NULL,
        from_position bigint NOT NULL,
        parent_id text,
        from_day date NOT NULL,
        CONSTRAINT unit_parent_pkey PRIMARY KEY (unit_id, from_position)
      );
      INSERT INTO unit_parent SELECT unit_id, from_position, parent_id, from_day FROM unit_placement;
      DROP TABLE unit_placement;
      ALTER TABLE unit DROP COLUMN credit_code_check, DROP COLUMN credit_code_notice;
    `);
  }
}
