import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Memberships, studios, plans of coverage, and what the figures of the Party need of duties, lectures and vanguards. */
export class PartyFigures1764210200000 implements MigrationInterface {
  async up(session: QueryRunner): Promise<void> {
    await session.query(`
      CREATE TABLE founding_facts (
        unit_id text NOT NULL,
        position bigint NOT NULL,
        counted_on date NOT NULL,
        place text NOT NULL,
        employer text NOT NULL,
        full_members integer NOT NULL,
        works_from date NOT NULL,
        works_until date,
        CONSTRAINT founding_facts_pkey PRIMARY KEY (unit_id, position)
      );

      CREATE TABLE party_membership (
        member_id text NOT NULL CONSTRAINT party_membership_pkey PRIMARY KEY,
        party_organization_id text NOT NULL,
        branch_unit_id text NOT NULL,
        unit_id text NOT NULL,
        industrial_worker boolean NOT NULL,
        origin text NOT NULL,
        from_organization text,
        registered_on date NOT NULL,
        standing text NOT NULL,
        to_organization text,
        transfer_way text,
        transfer_issued_on date,
        left_on date,
        posts json NOT NULL,
        inclusions_settled json NOT NULL
      );
      CREATE INDEX party_membership_branch_unit ON party_membership (branch_unit_id, member_id);
      CREATE INDEX party_membership_organization ON party_membership (party_organization_id, member_id);

      CREATE TABLE torch_studio (
        studio_id text NOT NULL CONSTRAINT torch_studio_pkey PRIMARY KEY,
        name text NOT NULL,
        unit_id text NOT NULL,
        party_organization_id text NOT NULL,
        joined_on date NOT NULL,
        left_on date,
        years json NOT NULL
      );
      CREATE INDEX torch_studio_unit ON torch_studio (unit_id, studio_id);

      CREATE TABLE party_cover_plan (
        unit_id text NOT NULL CONSTRAINT party_cover_plan_pkey PRIMARY KEY,
        reason text NOT NULL,
        cover_planned_on date NOT NULL
      );

      ALTER TABLE branch_life_record ADD COLUMN crew_task_id text, ADD COLUMN lecturer_id text;
      ALTER TABLE vanguard ADD COLUMN planned_until date, ALTER COLUMN accidents DROP NOT NULL;
    `);
  }

  async down(session: QueryRunner): Promise<void> {
    await session.query(`
      ALTER TABLE vanguard DROP COLUMN planned_until, ALTER COLUMN accidents SET NOT NULL;
      ALTER TABLE branch_life_record DROP COLUMN crew_task_id, DROP COLUMN lecturer_id;
      DROP TABLE party_cover_plan, torch_studio, party_membership, founding_facts
    `);
  }
}
