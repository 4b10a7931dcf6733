import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the register of liaison officers holds of modes, approvals and results, and the tables of duties, rights and contact cards.
 * The mode of earlier nominations is the one that their events are read with; a rebuild gives the rest.
 */
export class LiaisonPosts1764210400000 implements MigrationInterface {
  async up(session: QueryRunner): Promise<void> {
    await session.query(`
      ALTER TABLE liaison_officer
        ADD COLUMN mode text,
        ADD COLUMN scores json NOT NULL DEFAULT '[]',
        ADD COLUMN approved_on date,
        ADD COLUMN obligations_accepted_on date;
      UPDATE liaison_officer SET mode = CASE level WHEN 'district' THEN 'fullTime' ELSE 'partTime' END;
      ALTER TABLE liaison_officer ALTER COLUMN mode SET NOT NULL, ALTER COLUMN scores DROP DEFAULT;
      CREATE INDEX liaison_officer_term ON liaison_officer (officer_id, term_ends_on)
        WHERE term_ends_on IS NOT NULL AND stage IN ('appointed', 'onDuty');

      ALTER TABLE liaison_assessment ADD COLUMN results json NOT NULL DEFAULT '[]', ADD COLUMN allows_renewal boolean;
      ALTER TABLE liaison_assessment ALTER COLUMN results DROP DEFAULT;
      CREATE TABLE liaison_judgement (
        officer_id text NOT NULL,
        year integer NOT NULL,
        managing_unit_id text NOT NULL,
        score integer NOT NULL,
        breached_obligation_ids json NOT NULL,
        duties json,
        judged_on date NOT NULL,
        CONSTRAINT liaison_judgement_pkey PRIMARY KEY (officer_id, year, managing_unit_id)
      );

      CREATE TABLE liaison_duty_done (
        officer_id text NOT NULL,
        period text NOT NULL,
        duty_id text NOT NULL,
        done_on date NOT NULL,
        CONSTRAINT liaison_duty_done_pkey PRIMARY KEY (officer_id, period, duty_id)
      );

      CREATE TABLE liaison_right_use (
        use_id text NOT NULL CONSTRAINT liaison_right_use_pkey PRIMARY KEY,
        officer_id text NOT NULL,
        post_unit_id text NOT NULL,
        right_id text NOT NULL,
        form text NOT NULL,
        subject text NOT NULL,
        used_on date NOT NULL,
        proposed_to_unit_id text,
        answer_due_on date,
        outcome text,
        answer text,
        answered_on date
      );
      CREATE INDEX liaison_right_use_officer ON liaison_right_use (officer_id, used_on);
      CREATE INDEX liaison_right_use_post ON liaison_right_use (post_unit_id, use_id);
      CREATE INDEX liaison_right_use_proposal ON liaison_right_use (proposed_to_unit_id, use_id)
        WHERE proposed_to_unit_id IS NOT NULL;

      CREATE TABLE liaison_contact_card (
        project_id text NOT NULL CONSTRAINT liaison_contact_card_pkey PRIMARY KEY,
        edition integer NOT NULL,
        officer_id text NOT NULL,
        hotline text NOT NULL,
        complaint_code text NOT NULL
      );
      CREATE TABLE liaison_contact_card_holder (
        worker_id text NOT NULL,
        project_id text NOT NULL,
        edition integer NOT NULL,
        acknowledged boolean NOT NULL,
        CONSTRAINT liaison_contact_card_holder_pkey PRIMARY KEY (project_id, worker_id)
      );
    `);
  }

  async down(session: QueryRunner): Promise<void> {
    await session.query(`
      DROP TABLE liaison_contact_card_holder, liaison_contact_card, liaison_right_use, liaison_duty_done, liaison_judgement;
      ALTER TABLE liaison_assessment DROP COLUMN results, DROP COLUMN allows_renewal;
      ALTER TABLE liaison_officer
        DROP COLUMN mode, DROP COLUMN scores, DROP COLUMN approved_on, DROP COLUMN obligations_accepted_on;
    `);
  }
}
