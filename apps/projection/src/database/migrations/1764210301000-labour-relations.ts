import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Wage talks with their contracts, and what employers told the union before they ended contracts. */
export class LabourRelations1764210301000 implements MigrationInterface {
  async up(session: QueryRunner): Promise<void> {
    await session.query(`
      CREATE TABLE collective_contract (
        collective_contract_id text NOT NULL CONSTRAINT collective_contract_pkey PRIMARY KEY,
        unit_id text NOT NULL,
        scope text NOT NULL,
        subject text NOT NULL,
        stage text NOT NULL,
        demanded_on date NOT NULL,
        due_on date,
        late_steps json NOT NULL,
        signed_on date,
        in_force_from date,
        ends_on date
      );
      CREATE INDEX collective_contract_unit ON collective_contract (unit_id, collective_contract_id);

      CREATE TABLE contract_end_notice (
        notice_id text NOT NULL CONSTRAINT contract_end_notice_pkey PRIMARY KEY,
        employer_unit_id text NOT NULL,
        mass_organization_id text NOT NULL,
        worker_id text NOT NULL,
        notified_on date NOT NULL,
        planned_end_on date NOT NULL,
        opinion_raised_on date,
        answered_on date
      );
      CREATE INDEX contract_end_notice_employer ON contract_end_notice (employer_unit_id, notice_id);
    `);
  }

  async down(session: QueryRunner): Promise<void> {
    await session.query('DROP TABLE contract_end_notice, collective_contract');
  }
}
