import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever is on no site is found by an index: in a great unit he is one of a hundred thousand who are. */
export class WorkersOnNoSite1764210600000 implements MigrationInterface {
  async up(session: QueryRunner): Promise<void> {
    await session.query(`
      ALTER TABLE worker ADD COLUMN on_site boolean;
      UPDATE worker SET on_site = EXISTS (
        SELECT FROM site_stint stint WHERE stint.worker_id = worker.worker_id AND stint.until_day IS NULL);
      ALTER TABLE worker ALTER COLUMN on_site SET NOT NULL;
      CREATE INDEX worker_on_no_site ON worker (worker_id) WHERE NOT on_site;
    `);
  }

  async down(session: QueryRunner): Promise<void> {
    await session.query('ALTER TABLE worker DROP COLUMN on_site');
  }
}
