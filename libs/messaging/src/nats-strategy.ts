import { type CustomTransportStrategy, type MessageHandler, NatsContext, ServerNats } from '@nestjs/microservices';
import type { Msg, MsgHdrs, NatsConnection, Subscription } from 'nats';
import { lastValueFrom } from 'rxjs';
import { PlatformProblem, problemOf } from './problem';
import { Reply } from './reply';

/**
 * Nest's NATS transport for callers in any language: plain bytes in, plain JSON out, errors by the NATS service convention.
 *
 * Instances of a service share the work as a queue group. On `close()` no new request is taken, and every request that was taken
 * is answered before the promise resolves, within `drainMs`.
 */
export class NatsStrategy extends ServerNats implements CustomTransportStrategy {
  private readonly taken: Subscription[] = [];
  private inFlight = 0;
  private idle: (() => void) | undefined;

  constructor(
    private readonly connection: NatsConnection,
    private readonly queue: string,
    private readonly drainMs = 10_000,
  ) {
    super({});
  }

  /** Calls back with an error when NATS forbids one of the subscriptions: such a service would look healthy and hear nothing. */
  override async listen(callback: (error?: unknown, ...rest: unknown[]) => void): Promise<void> {
    const forbidden: string[] = [];
    for (const [pattern, handler] of this.messageHandlers) {
      const callbackOf = (error: Error | null, message: Msg): void => {
        if (!error) return void this.take(handler, message);
        forbidden.push(pattern);
        this.logger.error(`subscription to ${pattern} failed: ${error.message}`);
      };
      this.taken.push(this.connection.subscribe(pattern, { queue: this.queue, callback: callbackOf }));
    }
    try {
      // The server tells what it forbids before it answers the flush.
      await this.connection.flush();
    } catch (error) {
      return callback(error);
    }
    if (forbidden.length === 0) return callback();
    callback(new Error(`${this.queue} may not subscribe to ${forbidden.join(', ')}: see the permissions on the bus`));
  }

  override async close(): Promise<void> {
    if (this.connection.isClosed()) return;
    await Promise.all(this.taken.filter((each) => !each.isClosed()).map((each) => each.drain()));
    if (this.inFlight > 0)
      await Promise.race([new Promise<void>((resolve) => (this.idle = resolve)), this.timeLimit()]);
    if (!this.connection.isClosed()) await this.connection.flush();
  }

  private async take(handler: MessageHandler, message: Msg): Promise<void> {
    this.inFlight += 1;
    try {
      message.respond(...wire(await this.replyTo(handler, message)));
    } catch (error) {
      // An answer larger than the bus carries, or a connection that is gone: the caller must still hear something if it can.
      this.logger.error(error);
      if (!this.connection.isClosed()) message.respond(...wire(Reply.problem(problemOf(error))));
    } finally {
      this.inFlight -= 1;
      if (this.inFlight === 0) this.idle?.();
    }
  }

  private async replyTo(handler: MessageHandler, message: Msg): Promise<Reply> {
    const headers = headersOf(message);
    if (headers instanceof PlatformProblem) return Reply.problem(problemOf(headers));
    const context = new NatsContext([message.subject, headers]);
    const answer: unknown = await lastValueFrom(this.transformToObservable(await handler(message.data, context)));
    return answer instanceof Reply ? answer : Reply.json(answer);
  }

  private timeLimit(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, this.drainMs).unref());
  }
}

/** The client library reads headers only when they are asked for, and throws at a name that no header can have. */
function headersOf(message: Msg): MsgHdrs | undefined | PlatformProblem {
  try {
    return message.headers;
  } catch {
    return new PlatformProblem('invalid', 'request.badHeader', {
      zh: '消息头无法读取',
      en: 'The headers of the message cannot be read.',
    });
  }
}

const wire = ({ payload, headers }: Reply): [Uint8Array, { headers?: Reply['headers'] }] => [
  payload,
  headers ? { headers } : {},
];
