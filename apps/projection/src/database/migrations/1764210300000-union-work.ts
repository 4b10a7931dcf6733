import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Collective admissions, member cards, rules and benefits of unions, proposals, recommendations, matters of vital interest, scores and rewards. */
export class UnionWork1764210300000 implements MigrationInterface {
  async up(session: QueryRunner): Promise<void> {
    await session.query(`
      CREATE TABLE collective_admission (
        admission_id text NOT NULL CONSTRAINT collective_admission_pkey PRIMARY KEY,
        mass_organization_id text NOT NULL,
        unit_id text NOT NULL,
        basis text NOT NULL,
        rules json,
        opened_on date NOT NULL,
        held_on date
      );
      CREATE INDEX collective_admission_unit ON collective_admission (unit_id, admission_id);

      CREATE TABLE collective_admission_worker (
        admission_id text NOT NULL,
        worker_id text NOT NULL,
        standing text NOT NULL,
        employment_form text,
        told_on date NOT NULL,
        CONSTRAINT collective_admission_worker_pkey PRIMARY KEY (admission_id, worker_id)
      );

      ALTER TABLE union_member ADD COLUMN membership_number text;
      ALTER TABLE union_member ADD COLUMN card_issued_on date;

      CREATE TABLE union_membership_stay (
        worker_id text NOT NULL,
        from_position bigint NOT NULL,
        mass_organization_id text NOT NULL,
        unit_id text NOT NULL,
        from_day date NOT NULL,
        CONSTRAINT union_membership_stay_pkey PRIMARY KEY (worker_id, from_position)
      );

      CREATE TABLE union_admission_rules_version (
        unit_id text NOT NULL,
        version integer NOT NULL,
        basis json NOT NULL,
        categories json NOT NULL,
        steps json NOT NULL,
        in_force_from date NOT NULL,
        CONSTRAINT union_admission_rules_version_pkey PRIMARY KEY (unit_id, version)
      );

      CREATE TABLE union_member_benefits_version (
        mass_organization_id text NOT NULL,
        version integer NOT NULL,
        entitlements json NOT NULL,
        in_force_from date NOT NULL,
        CONSTRAINT union_member_benefits_version_pkey PRIMARY KEY (mass_organization_id, version)
      );

      CREATE TABLE posting_rule (
        unit_id text NOT NULL,
        from_position bigint NOT NULL,
        document_number text NOT NULL,
        title text NOT NULL,
        in_force_from date NOT NULL,
        in_force_until date,
        CONSTRAINT posting_rule_pkey PRIMARY KEY (unit_id, from_position)
      );

      CREATE TABLE congress_proposal (
        congress_id text NOT NULL,
        proposal_id text NOT NULL,
        made_on date,
        answered_on date,
        adopted boolean,
        CONSTRAINT congress_proposal_pkey PRIMARY KEY (congress_id, proposal_id)
      );

      CREATE TABLE delegate_recommendation (
        recommendation_id text NOT NULL CONSTRAINT delegate_recommendation_pkey PRIMARY KEY,
        worker_id text NOT NULL,
        body text NOT NULL,
        level text NOT NULL,
        body_name text NOT NULL,
        skill_level text NOT NULL,
        recommending_unit_id text NOT NULL,
        consented_on date NOT NULL,
        recommended_on date NOT NULL,
        outcome text,
        decided_on date
      );
      CREATE INDEX delegate_recommendation_unit ON delegate_recommendation (recommending_unit_id, recommendation_id);

      CREATE TABLE vital_matter (
        matter_id text NOT NULL CONSTRAINT vital_matter_pkey PRIMARY KEY,
        unit_id text NOT NULL,
        matter text NOT NULL,
        title text NOT NULL,
        in_force_from date NOT NULL,
        found_on date,
        congress_id text,
        resolution_id text,
        covered_on date,
        revoked_on date
      );
      CREATE INDEX vital_matter_unit ON vital_matter (unit_id, matter_id);

      ALTER TABLE honour_selection ADD COLUMN previous_selection_id text;
      ALTER TABLE honour_nomination ADD COLUMN score_hundredths integer;
      ALTER TABLE honour_nomination ADD COLUMN paid_fen bigint NOT NULL DEFAULT 0;
      ALTER TABLE honour_nomination ALTER COLUMN paid_fen DROP DEFAULT;

      CREATE TABLE honour_reward_payment (
        selection_id text NOT NULL,
        payment_id text NOT NULL,
        nomination_id text NOT NULL,
        unit_id text NOT NULL,
        honour text NOT NULL,
        payee_id text NOT NULL,
        paid_fen bigint NOT NULL,
        paid_on date NOT NULL,
        CONSTRAINT honour_reward_payment_pkey PRIMARY KEY (selection_id, payment_id)
      );
      CREATE INDEX honour_reward_payment_unit ON honour_reward_payment (unit_id, selection_id, payment_id);
    `);
  }

  async down(session: QueryRunner): Promise<void> {
    await session.query(`
      DROP TABLE honour_reward_payment, vital_matter, delegate_recommendation, congress_proposal, posting_rule,
        union_member_benefits_version, union_admission_rules_version, union_membership_stay, collective_admission_worker,
        collective_admission;
      ALTER TABLE union_member DROP COLUMN membership_number, DROP COLUMN card_issued_on;
      ALTER TABLE honour_selection DROP COLUMN previous_selection_id;
      ALTER TABLE honour_nomination DROP COLUMN score_hundredths, DROP COLUMN paid_fen;
    `);
  }
}
