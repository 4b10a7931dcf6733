import 'reflect-metadata';
import { Caller, connectBus, readConfig } from '@gongyou/messaging';
import { IsNotEmpty, IsString, Matches } from 'class-validator';
import { runCommand } from '../backup/operator-command';
import { publishProgrammes } from './publish-programmes';

/** What the operator's commands read from their environment. */
class OperatorConfig {
  @IsString() @Matches(/^(nats|tls):\/\//) NATS_URL!: string;
  /** The password of the bus user `operator`. */
  @IsString() @IsNotEmpty() NATS_PASSWORD!: string;
}

/** Publishes the bundled reform programmes on a platform of several processes; fails while supervision does not run yet. */
runCommand(async () => {
  const { NATS_URL, NATS_PASSWORD } = readConfig(OperatorConfig, process.env);
  const connection = await connectBus({ servers: NATS_URL, user: 'operator', password: NATS_PASSWORD });
  try {
    await publishProgrammes(new Caller(connection, 'operator'));
  } finally {
    await connection.close();
  }
});
