import type { EventEmitter } from 'node:events';
import { answerHeaders, type CommandAnswer, requestHeaders } from '@gongyou/messaging';
import { headers as natsHeaders, type MsgHdrs, type NatsConnection } from 'nats';
import type { Outcome, SentCommand } from './command-book';

/** A real enterprise system would wait longer; here a fault must outlast it. */
const ANSWERED_WITHIN_MS = 2_000;
const UNAVAILABLE = '503';
const DEFECT = '500';

/**
 * One sender of commands: its name in the subject, its connection, and what its messages carry beside the command. The first
 * acknowledgement of each command is told under the name of its operation.
 */
export class Sending {
  constructor(
    readonly client: string,
    private readonly connection: NatsConnection,
    private readonly acknowledgements: EventEmitter,
    private readonly more: Readonly<Record<string, string>> = {},
  ) {}

  /** Sends it and waits; never throws. */
  async once(command: SentCommand): Promise<Outcome> {
    const sentAt = Date.now();
    const outcome = await this.ask(command);
    const isFirst = command.attempts.every((attempt) => attempt.outcome.kind !== 'acknowledged');
    command.attempts.push({ sentAt, endedAt: Date.now(), outcome });
    if (outcome.kind === 'acknowledged' && isFirst) this.acknowledgements.emit(command.operation);
    return outcome;
  }

  /** Sends it and does not wait. */
  andForget(command: SentCommand): void {
    const now = Date.now();
    this.connection.publish(this.subjectOf(command), JSON.stringify(command.body), {
      headers: this.headersOf(command),
    });
    command.attempts.push({ sentAt: now, endedAt: now, outcome: { kind: 'unanswered' } });
  }

  private async ask(command: SentCommand): Promise<Outcome> {
    try {
      const headers = this.headersOf(command);
      const timeout = ANSWERED_WITHIN_MS;
      const message = await this.connection.request(this.subjectOf(command), JSON.stringify(command.body), {
        timeout,
        headers,
      });
      const code = message.headers?.get(answerHeaders.error);
      const text = message.string();
      if (!code) return { kind: 'acknowledged', text, answer: JSON.parse(text) as CommandAnswer };
      const status = message.headers?.get(answerHeaders.errorCode);
      if (status === UNAVAILABLE) return { kind: 'unanswered' };
      return status === DEFECT ? { kind: 'defect' } : { kind: 'refused', code };
    } catch {
      return { kind: 'unanswered' };
    }
  }

  private subjectOf({ operation }: SentCommand): string {
    return `cmd.${this.client}.${operation}`;
  }

  private headersOf({ key, correlationId }: SentCommand): MsgHdrs {
    const sent = natsHeaders();
    const all = { ...this.more, [requestHeaders.traceparent]: `00-${correlationId}-${correlationId.slice(16)}-01` };
    for (const [name, value] of Object.entries(all)) sent.set(name, value);
    if (key !== undefined) sent.set(requestHeaders.idempotencyKey, key);
    return sent;
  }
}
