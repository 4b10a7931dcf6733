import { startNatsServer, type TestNatsServer } from '@gongyou/event-sourcing/testing';
import { EVENTS_STREAM } from '@gongyou/messaging';
import { AckPolicy, connect, type JetStreamManager, type NatsConnection } from 'nats';
import { EventsConsumers } from './events-consumer';

describe('The durable consumer of an enterprise system', () => {
  let nats: TestNatsServer;
  let connection: NatsConnection;
  let manager: JetStreamManager;

  beforeAll(async () => {
    nats = await startNatsServer();
    connection = await connect({ servers: nats.url });
    manager = await connection.jetstreamManager();
    await manager.streams.add({ name: EVENTS_STREAM, subjects: ['events.>'] });
  });
  afterAll(async () => {
    await connection.close();
    await nats.stop();
  });

  const publish = async (...texts: string[]): Promise<void> => {
    for (const text of texts) await connection.jetstream().publish('events.supervision.ProgressReported', text);
  };
  const next = async (name: string) => {
    const consumer = await connection.jetstream().consumers.get(EVENTS_STREAM, name);
    return consumer.next({ expires: 1_000 });
  };

  it('hands out the next event only when the one before is acknowledged, so that none comes behind a later one', async () => {
    await new EventsConsumers(connection, 100).give('board', 'events.>');
    await publish('first', 'second');
    // It is lost on its way: nobody acknowledges it.
    expect((await next('client_board'))?.string()).toBe('first');
    const again = await next('client_board');
    expect(again?.string()).toBe('first');
    await again?.ackAck();
    expect((await next('client_board'))?.string()).toBe('second');
  });

  it('is brought to that when it was made without, and keeps its place', async () => {
    await manager.consumers.add(EVENTS_STREAM, {
      durable_name: 'client_older',
      filter_subject: 'events.>',
      ack_policy: AckPolicy.Explicit,
    });
    await (await next('client_older'))?.ackAck();
    await new EventsConsumers(connection).give('older', 'events.>');
    const { config } = await manager.consumers.info(EVENTS_STREAM, 'client_older');
    expect(config.max_ack_pending).toBe(1);
    expect((await next('client_older'))?.string()).toBe('second');
  });
});
