import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Pool } from 'pg';
import { from } from 'pg-copy-streams';
import { uuidv7 } from 'uuidv7';

const TABLE = `
  DROP TABLE IF EXISTS floor;
  CREATE TABLE floor (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, stream text NOT NULL, revision int NOT NULL, event_id uuid NOT NULL,
    entry text NOT NULL, data text NOT NULL, UNIQUE (stream, revision)
  )`;

/** What PostgreSQL itself can do with rows like ours on this machine, in this run: the plainest durable INSERT, and COPY. */
export class Floor {
  private revision = 0;

  private constructor(private readonly pool: Pool) {}

  static async open(url: string): Promise<Floor> {
    const pool = new Pool({ connectionString: url, max: 64 });
    await pool.query(TABLE);
    return new Floor(pool);
  }

  /** One event in one transaction. */
  async insert(client: number, entry: string, data: string): Promise<void> {
    this.revision += 1;
    await this.pool.query({
      name: 'floor',
      text: 'INSERT INTO floor (stream, revision, event_id, entry, data) VALUES ($1, $2, $3, $4, $5)',
      values: [`task-${client}`, this.revision, uuidv7(), entry, data],
    });
  }

  /** Rows by COPY, the fastest way in that PostgreSQL has. */
  async copy(rows: number, entry: string, data: string): Promise<void> {
    const client = await this.pool.connect();
    try {
      const escaped = [entry, data].map((text) => text.replaceAll('\\', '\\\\'));
      const lines = Array.from({ length: rows }, () => {
        this.revision += 1;
        return `task-copied\t${this.revision}\t${uuidv7()}\t${escaped.join('\t')}\n`;
      });
      await pipeline(
        Readable.from([lines.join('')]),
        client.query(from('COPY floor (stream, revision, event_id, entry, data) FROM STDIN')),
      );
    } finally {
      client.release();
    }
  }

  async close(): Promise<void> {
    await this.pool.query('DROP TABLE floor');
    await this.pool.end();
  }
}
