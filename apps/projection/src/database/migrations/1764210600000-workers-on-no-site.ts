import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever is on no site, or has a rare trade, is found by an index: in a great unit he is one of a hundred thousand. */
export class WorkersOnNoSite1764210600000 implements MigrationInterface {
  async up(session: QueryRunner): Promise<void> {
    await session.query(`
      ALTER TABLE worker_place ADD COLUMN active_in text;
      UPDATE worker_place place SET active_in = stint.crew_id
      FROM (SELECT worker_id, min(crew_id COLLATE "C") AS crew_id FROM site_stint WHERE until_day IS NULL GROUP BY worker_id) stint
      WHERE stint.worker_id = place.worker_id;
      DROP INDEX worker_place_unit;
      CREATE INDEX worker_place_unit ON worker_place (unit_id, worker_id, active_in);
      CREATE INDEX worker_place_trade ON worker_place (work_type, worker_id) WHERE work_type IS NOT NULL;
      CREATE INDEX worker_place_on_no_site ON worker_place (worker_id) WHERE active_in IS NULL;
    `);
  }

  async down(session: QueryRunner): Promise<void> {
    await session.query(`
      DROP INDEX worker_place_on_no_site, worker_place_trade, worker_place_unit;
      ALTER TABLE worker_place DROP COLUMN active_in;
      CREATE INDEX worker_place_unit ON worker_place (unit_id, worker_id);
    `);
  }
}
