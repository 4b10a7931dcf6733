import 'reflect-metadata';
import { readConfig } from '@gongyou/messaging';
import { runProjectionCommand, wordsOf } from './command';
import { OperatorConfig } from './operator.config';

/** `npm run projection -- …`: exit code 1 when something is not as it should be. Ctrl-C leaves a rebuild off. */
async function run(): Promise<void> {
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  const { NATS_URL: servers, NATS_PASSWORD: password } = readConfig(OperatorConfig, process.env);
  const isWell = await runProjectionCommand(
    process.argv.slice(2),
    { servers, password },
    (line) => void process.stdout.write(`${line}\n`),
    interrupted.signal,
  );
  if (!isWell) process.exitCode = 1;
}

run().catch((error: unknown) => {
  process.stderr.write(`${wordsOf(error)}\n`);
  process.exitCode = 1;
});
