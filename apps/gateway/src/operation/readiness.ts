import type { NatsConnection } from 'nats';
import { BUS } from '@gongyou/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DirectoryFollower } from '../bus/directory-follower';
import { type GatewayParameters, PARAMETERS } from '../gateway.parameters';
import { Platform } from '../message/platform';

/** A part that the gateway needs and that is not there, and how that shows. */
export interface MissingPart {
  part: 'bus' | 'accounts' | 'directory' | 'projection';
  reason: string;
}

/** The reason of a part that gives no other. */
export const NO_ANSWER = 'does not answer';

const WITHIN_MS = 3_000;

/** Whether a report can be asked for: bus, accounts, organization tree and projection are there, and the projection is not far behind. */
@Injectable()
export class Readiness {
  constructor(
    @Inject(BUS) private readonly bus: NatsConnection,
    private readonly database: DataSource,
    private readonly follower: DirectoryFollower,
    private readonly platform: Platform,
    @Inject(PARAMETERS) private readonly parameters: GatewayParameters,
  ) {}

  async missing(): Promise<MissingPart[]> {
    const found = await Promise.all([
      this.lacks('bus', () => this.busReason()),
      this.lacks('accounts', () => this.accountsReason()),
      this.lacks('directory', () => this.directoryReason()),
      this.lacks('projection', () => this.projectionReason()),
    ]);
    return found.filter((each) => each !== undefined);
  }

  private async busReason(): Promise<string | undefined> {
    await this.bus.rtt();
    return undefined;
  }

  private async accountsReason(): Promise<string | undefined> {
    await this.database.query('SELECT 1');
    return undefined;
  }

  private directoryReason(): string | undefined {
    return this.follower.isLevel ? undefined : 'the organization tree is not read yet';
  }

  private async projectionReason(): Promise<string | undefined> {
    const { lag } = await this.platform.projectionStatus();
    return lag > this.parameters.readyWithinLag ? `${lag} events behind the ledger` : undefined;
  }

  private async lacks(
    part: MissingPart['part'],
    ask: () => Promise<string | undefined> | string | undefined,
  ): Promise<MissingPart | undefined> {
    try {
      const reason = await within(WITHIN_MS, Promise.resolve().then(ask));
      return reason === undefined ? undefined : { part, reason };
    } catch {
      // What went wrong inside is no business of whoever may ask for this.
      return { part, reason: NO_ANSWER };
    }
  }
}

async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
