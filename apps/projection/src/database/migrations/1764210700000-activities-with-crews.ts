import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What crews took part in is counted over a period, and is a small part of all branch life. */
export class ActivitiesWithCrews1764210700000 implements MigrationInterface {
  async up(session: QueryRunner): Promise<void> {
    await session.query(
      'CREATE INDEX branch_life_record_crews ON branch_life_record (held_on, record_id) WHERE with_crews',
    );
  }

  async down(session: QueryRunner): Promise<void> {
    await session.query('DROP INDEX branch_life_record_crews');
  }
}
