import {
  type CommandContract,
  commandSubject,
  type Grant,
  type ProjectionStatusAnswer,
  ProjectionStatus,
  type QueryContract,
  queryContract,
  querySubject,
} from '@gongyou/contracts';
import {
  answerHeaders,
  Caller,
  currentCorrelation,
  EVERYWHERE,
  PlatformProblem,
  type RequestHeaders,
  requestHeaders,
  traceparentOf,
} from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { Msg } from 'nats';
import type { SignedIn } from '../account/signed-in';
import { GatewayMetrics } from '../operation/metrics';

const CLIENT = 'gateway';
/** Whoever watches the platform asks again soon. */
const STATUS_WITHIN_MS = 2_500;

/** What comes with a command. */
export interface CommandHeaders {
  idempotencyKey?: string;
  expectedRevision?: string;
}

/** The services behind the gateway. They judge by the grants sent along what the asker may do; the gateway does not. */
@Injectable()
export class Platform {
  constructor(
    private readonly caller: Caller,
    private readonly metrics: GatewayMetrics,
  ) {}

  /** The answer as JSON text, as the service wrote it. */
  async command(
    contract: CommandContract,
    data: unknown,
    who: SignedIn,
    { idempotencyKey, expectedRevision }: CommandHeaders = {},
  ): Promise<{ answer: string; repeated: boolean }> {
    const message = await this.ask(contract.name, commandSubject(contract, CLIENT), data, {
      ...identity(who),
      [requestHeaders.idempotencyKey]: idempotencyKey,
      [requestHeaders.expectedRevision]: expectedRevision,
    });
    return { answer: message.string(), repeated: message.headers?.get(answerHeaders.repeated) === 'true' };
  }

  /** The answer as JSON text. With `after`, as the read model stands once it has taken in that position. */
  async query(contract: QueryContract, parameters: unknown, who: SignedIn, after?: string): Promise<string> {
    const headers = { ...identity(who), [requestHeaders.after]: after };
    return (await this.ask(contract.name, querySubject(contract, CLIENT), parameters, headers)).string();
  }

  /** The answer to a query that the gateway asks in somebody's name. */
  async answer<A>(query: new () => object, parameters: object, who: SignedIn): Promise<A> {
    return JSON.parse(await this.query(queryContract(query), parameters, who)) as A;
  }

  /** The answer to a query that the gateway asks in its own name, over everything. What it shows of it is its own duty. */
  async ownAnswer<A>(query: new () => object, parameters: object, withinMs?: number): Promise<A> {
    const contract = queryContract(query);
    const headers = { [requestHeaders.grants]: grantsText([{ role: 'inspector', organizationId: EVERYWHERE }]) };
    const message = await this.ask(contract.name, querySubject(contract, CLIENT), parameters, headers, withinMs);
    return JSON.parse(message.string()) as A;
  }

  projectionStatus(): Promise<ProjectionStatusAnswer> {
    return this.ownAnswer(ProjectionStatus, {}, STATUS_WITHIN_MS);
  }

  private async ask(
    operation: string,
    subject: string,
    body: unknown,
    headers: RequestHeaders,
    withinMs?: number,
  ): Promise<Msg> {
    const started = process.hrtime.bigint();
    const answered = (outcome: string): void =>
      this.metrics.messageAnswered(operation, outcome, Number(process.hrtime.bigint() - started) / 1e9);
    const correlation = currentCorrelation();
    const traceparent = correlation && traceparentOf(correlation.correlationId);
    try {
      const sent = { ...headers, [requestHeaders.traceparent]: traceparent };
      const message = await this.caller.ask(subject, JSON.stringify(body), sent, withinMs);
      answered('answered');
      return message;
    } catch (error) {
      answered(error instanceof PlatformProblem ? error.kind : 'defect');
      throw error;
    }
  }
}

const identity = (who: SignedIn): RequestHeaders => ({
  [requestHeaders.actor]: `user:${who.accountId}`,
  [requestHeaders.grants]: grantsText(who.grants),
});

/** Grants hold identifiers only, so this is ASCII, as NATS headers must be. */
const grantsText = (grants: readonly Grant[]): string =>
  JSON.stringify(grants.map(({ role, organizationId }) => ({ role, organizationId })));
