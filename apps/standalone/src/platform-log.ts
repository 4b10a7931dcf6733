import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { DataFolder } from './embedded';
import { ServerLog } from './embedded/server-log';

/** Where the services' log lines go: a bounded file in the data folder, so that the terminal keeps what a person should read. */
export async function platformLog(folder: DataFolder): Promise<{ destination: Writable; file: string }> {
  const file = join(await folder.part('logs'), 'platform.log');
  const log = new ServerLog(file, 50 * 1024 * 1024);
  const destination = new Writable({
    decodeStrings: false,
    write: (line: string, _encoding, done) => {
      log.add(line.trimEnd());
      done();
    },
  });
  return { destination, file };
}
