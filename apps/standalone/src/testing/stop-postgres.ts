import { stopTestPostgres } from './start-postgres';

/** jest's global tear-down. */
export default async function stopPostgres(): Promise<void> {
  await stopTestPostgres();
}
