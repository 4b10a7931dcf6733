import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Disclosures to crews, managers' service with them, plans of crew building, why workers left, and how units produce. */
export class CrewLife1764210000000 implements MigrationInterface {
  async up(session: QueryRunner): Promise<void> {
    await session.query(`
      ALTER TABLE unit ADD COLUMN production_mode text;
      CREATE INDEX site_stint_lasting ON site_stint (crew_id) WHERE until_day IS NULL;

      ALTER TABLE morning_meeting ADD COLUMN attendee_ids json;
      CREATE INDEX morning_meeting_day ON morning_meeting (held_on, unit_id);

      CREATE TABLE crew_disclosure (
        disclosure_id text NOT NULL CONSTRAINT crew_disclosure_pkey PRIMARY KEY,
        unit_id text NOT NULL,
        subject text NOT NULL,
        month text,
        title text NOT NULL,
        sha256 text NOT NULL,
        posted_on date NOT NULL,
        objections_until date NOT NULL,
        objections json NOT NULL,
        unanswered integer NOT NULL
      );
      CREATE INDEX crew_disclosure_day ON crew_disclosure (posted_on, disclosure_id);
      CREATE INDEX crew_disclosure_unit ON crew_disclosure (unit_id, posted_on, disclosure_id);
      CREATE INDEX crew_disclosure_unanswered ON crew_disclosure (posted_on, disclosure_id) WHERE unanswered > 0;

      CREATE TABLE crew_support (
        unit_id text NOT NULL,
        assignment_id text NOT NULL,
        manager_id text NOT NULL,
        from_day date NOT NULL,
        ended_on date,
        assessments json NOT NULL,
        CONSTRAINT crew_support_pkey PRIMARY KEY (unit_id, assignment_id)
      );
      CREATE INDEX crew_support_manager ON crew_support (manager_id, from_day);

      CREATE TABLE manager_promotion (
        promotion_id text NOT NULL CONSTRAINT manager_promotion_pkey PRIMARY KEY,
        manager_id text NOT NULL,
        organization_id text NOT NULL,
        from_post text NOT NULL,
        to_post text NOT NULL,
        served json NOT NULL,
        promoted_on date NOT NULL,
        withdrawn_on date
      );
      CREATE INDEX manager_promotion_manager ON manager_promotion (manager_id, promoted_on);

      CREATE TABLE crew_building_plan (
        unit_id text NOT NULL,
        plan_id text NOT NULL,
        adopted_on date NOT NULL,
        from_day date NOT NULL,
        until_day date NOT NULL,
        measures json NOT NULL,
        goals json NOT NULL,
        results json NOT NULL,
        CONSTRAINT crew_building_plan_pkey PRIMARY KEY (unit_id, plan_id)
      );
      CREATE INDEX crew_building_plan_days ON crew_building_plan (unit_id, from_day, until_day);

      CREATE TABLE exit_reason_count (
        unit_id text NOT NULL,
        month text NOT NULL,
        reason text NOT NULL,
        amount bigint NOT NULL,
        CONSTRAINT exit_reason_count_pkey PRIMARY KEY (unit_id, month, reason)
      );
    `);
  }

  async down(session: QueryRunner): Promise<void> {
    await session.query(`
      DROP TABLE exit_reason_count, crew_building_plan, manager_promotion, crew_support, crew_disclosure;
      DROP INDEX site_stint_lasting, morning_meeting_day;
      ALTER TABLE morning_meeting DROP COLUMN attendee_ids;
      ALTER TABLE unit DROP COLUMN production_mode;
    `);
  }
}
