import { setTimeout as delay } from 'node:timers/promises';
import { OrganizationDirectory } from '@gongyou/messaging';
import {
  Inject,
  Injectable,
  type LoggerService,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { LOG } from '../gateway.log';

const RETRY_MS = 500;

/**
 * Has the directory follow the ledger, however long the ledger takes to come up. The other services wait for it before they
 * start; the gateway must be there to say what is missing.
 */
@Injectable()
export class DirectoryFollower implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Whether the directory has read everything that was there when the gateway came up. */
  isLevel = false;
  private stopped = false;
  private stopping: Promise<void> | undefined;

  constructor(
    private readonly directory: OrganizationDirectory,
    @Inject(LOG) private readonly log: LoggerService,
  ) {}

  onApplicationBootstrap(): void {
    void this.start();
  }

  /** Does not wait: the directory's last question to the ledger ends with the connection. */
  onApplicationShutdown(): void {
    this.stopped = true;
    this.stopping = this.directory.stop();
  }

  /** Resolves when nothing is asked any more; the connection must be closed before, or that takes seconds. */
  async ended(): Promise<void> {
    await this.stopping;
  }

  private async start(): Promise<void> {
    for (let told = false; !this.stopped && !this.isLevel;) {
      try {
        await this.directory.start();
        this.isLevel = true;
      } catch (error) {
        if (this.stopped) return;
        if (!told) this.log.warn(`waiting for the ledger: ${(error as Error).message}`, DirectoryFollower.name);
        told = true;
        await delay(RETRY_MS);
      }
    }
  }
}
