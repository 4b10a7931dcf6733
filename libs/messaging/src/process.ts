import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';

/** Settings that are wrong or missing. Names every variable at once, and never a value. */
export class WrongSettings extends Error {
  constructor(wrong: readonly string[]) {
    super(`这些环境变量有误 These settings are wrong:\n${wrong.join('\n')}`);
    this.name = 'WrongSettings';
  }
}

/** What a class says a process reads from its environment. Throws `WrongSettings`. */
export function readConfig<T extends object>(config: new () => T, env: NodeJS.ProcessEnv): T {
  const declared = new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(config, '', false, false)
      .map(({ propertyName }) => propertyName),
  );
  const given = Object.fromEntries([...declared].flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const instance = plainToInstance(config, given);
  const wrong = validateSync(instance).map(
    ({ property, constraints }) => `  ${property}: ${Object.values(constraints ?? {}).join(', ')}`,
  );
  if (wrong.length > 0) throw new WrongSettings(wrong);
  return instance;
}

/** Runs a service as a process of its own until SIGINT or SIGTERM, then ends it: what it has accepted is answered first. */
export function runUntilToldToStop(start: () => Promise<{ close(): Promise<void> }>): void {
  const starting = start();
  starting.catch((error: unknown) => {
    console.error(error instanceof WrongSettings ? error.message : error);
    process.exit(1);
  });
  const stop = (): void => {
    starting
      .then((service) => service.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
