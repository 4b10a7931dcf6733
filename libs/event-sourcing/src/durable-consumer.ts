import { eventSubject, findEvent, UnknownEvent, upcast } from '@gongyou/contracts';
import { EVENTS_STREAM, type RecordedEvent, withCorrelation } from '@gongyou/messaging';
import { Logger } from '@nestjs/common';
import { AckPolicy, type ConsumerMessages, DeliverPolicy, type JsMsg, type NatsConnection } from 'nats';

const ACK_WAIT_MS = 60_000;
const PAUSE_MS = 500;
/** Pauses before a reaction is tried again; the last one goes on for ever. */
const RETRY_MS = [500, 2_000, 10_000, 30_000];

interface PublishedCloudEvent {
  id: string;
  type: string;
  subject: string;
  time: string;
  typeversion: number;
  position: number;
  revision: number;
  recordedat: string;
  actor: string;
  client: string;
  organizationid: string;
  correlationid: string;
  causationid: string;
  commandid?: string;
  datasha256: string;
  data: Record<string, unknown>;
}

/**
 * Follows one type of event on JetStream under a durable name, one event after the other. What was not dealt with comes again.
 * A stream that was lost and published anew is followed again from its first event.
 */
export class DurableConsumer {
  private running: Promise<void> | undefined;
  private messages: ConsumerMessages | undefined;
  private stopped = false;
  private readonly logger: Logger;

  constructor(
    private readonly connection: NatsConnection,
    private readonly name: string,
    private readonly on: new () => object,
    private readonly react: (event: RecordedEvent & { data: never }) => Promise<void>,
  ) {
    this.logger = new Logger(name);
  }

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.messages?.stop();
    await this.running;
  }

  private async run(): Promise<void> {
    let told: string | undefined;
    while (!this.stopped) {
      try {
        this.messages = await this.consume();
        told = undefined;
        for await (const message of this.messages) await this.take(message);
      } catch (error) {
        if (this.stopped || this.connection.isClosed()) return;
        const trouble = (error as Error).message;
        if (trouble !== told) this.logger.warn(`consumer stopped and is started again: ${trouble}`);
        told = trouble;
      }
      if (!this.stopped) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  private async consume(): Promise<ConsumerMessages> {
    const manager = await this.connection.jetstreamManager({ checkAPI: false });
    await manager.consumers.add(EVENTS_STREAM, {
      durable_name: this.name,
      filter_subject: eventSubject(findEvent(this.on.name)!),
      ack_policy: AckPolicy.Explicit,
      ack_wait: ACK_WAIT_MS * 1_000_000,
      deliver_policy: DeliverPolicy.All,
      max_ack_pending: 1,
    });
    const consumer = await this.connection.jetstream().consumers.get(EVENTS_STREAM, this.name);
    return consumer.consume({ max_messages: 1, abort_on_missing_resource: true });
  }

  private async take(message: JsMsg): Promise<void> {
    try {
      const event = eventOf(message.json<PublishedCloudEvent>());
      await withCorrelation(event, () => this.react(event as RecordedEvent & { data: never }));
      message.ack();
    } catch (error) {
      const pause = RETRY_MS[Math.min(message.info.redeliveryCount - 1, RETRY_MS.length - 1)] ?? RETRY_MS[0]!;
      const reason = error instanceof UnknownEvent ? error.message : String((error as Error).message);
      this.logger.warn(`event at position ${message.seq - 1} comes again in ${pause} ms: ${reason}`);
      message.nak(pause);
    }
  }
}

function eventOf(published: PublishedCloudEvent): RecordedEvent {
  return {
    position: published.position,
    stream: published.subject,
    revision: published.revision,
    eventId: published.id,
    type: published.type,
    version: published.typeversion,
    occurredAt: published.time,
    recordedAt: published.recordedat,
    actor: published.actor,
    client: published.client,
    organizationId: published.organizationid,
    correlationId: published.correlationid,
    causationId: published.causationid,
    ...(published.commandid !== undefined && { commandId: published.commandid }),
    dataSha256: published.datasha256,
    data: upcast(published.type, published.typeversion, published.data),
  };
}
