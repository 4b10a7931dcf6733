import { createHash } from 'node:crypto';
import type { PlatformClient } from '@gongyou/contracts';
import {
  BUS,
  Caller,
  correlationIdOf,
  PlatformProblem,
  requestHeaders,
  SERVICE_NAME,
  traceparentOf,
} from '@gongyou/messaging';
import {
  type DynamicModule,
  Inject,
  Injectable,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type Type,
} from '@nestjs/common';
import type { NatsConnection } from 'nats';
import { DurableConsumer } from './durable-consumer';
import type { ProcessManager, SendCommand } from './process-manager';

const PROCESSES = Symbol('the process managers of this service');

/** Runs the process managers of a service, each on a durable consumer of its own. */
@Module({})
export class ProcessManagersModule {
  static register(processes: readonly Type<ProcessManager>[], imports: DynamicModule['imports'] = []): DynamicModule {
    return {
      module: ProcessManagersModule,
      imports,
      providers: [
        ...processes,
        { provide: PROCESSES, useFactory: (...all: ProcessManager[]) => all, inject: [...processes] },
        ProcessManagersRunner,
      ],
    };
  }
}

@Injectable()
class ProcessManagersRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private consumers: DurableConsumer[] = [];

  constructor(
    @Inject(PROCESSES) private readonly processes: readonly ProcessManager[],
    @Inject(BUS) private readonly connection: NatsConnection,
    @Inject(SERVICE_NAME) private readonly service: PlatformClient,
    private readonly caller: Caller,
  ) {}

  onApplicationBootstrap(): void {
    this.consumers = this.processes.map(
      (process) =>
        new DurableConsumer(this.connection, `${this.service}-${process.name}`, process.on, (event) =>
          process.react(event, this.sender(process.name, event)),
        ),
    );
    this.consumers.forEach((consumer) => consumer.start());
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.consumers.map((consumer) => consumer.stop()));
  }

  /** Sends commands whose key is made of the process, the event and the step: a repetition of the reaction changes nothing. */
  private sender(process: string, event: { eventId: string; correlationId: string }): SendCommand {
    return async (step, command, data) => {
      const key = createHash('sha256')
        .update(JSON.stringify([process, event.eventId, step]))
        .digest('base64url');
      try {
        await this.caller.command(command, data, {
          [requestHeaders.idempotencyKey]: key,
          [requestHeaders.causation]: event.eventId,
          [requestHeaders.traceparent]: traceparentOf(
            correlationIdOf(`00-${event.correlationId}-${'1'.repeat(16)}-01`),
          ),
        });
      } catch (error) {
        // A rule that says no will say no again: the event is dealt with, and the reaction had nothing to do.
        if (error instanceof PlatformProblem && error.kind === 'refused') return;
        throw error;
      }
    };
  }
}
