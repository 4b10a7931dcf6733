import { CloseDay } from '@gongyou/contracts';
import type { Bilingual } from '@gongyou/domain';
import { Refusal } from '@gongyou/domain';
import { startNatsServer, type TestNatsServer } from '@gongyou/event-sourcing/testing';
import { Controller, type LoggerService, Module } from '@nestjs/common';
import { connect, headers, type NatsConnection } from 'nats';
import { Caller } from './caller';
import { connectBus } from './connection';
import { withCorrelation } from './correlation';
import type { Sender } from './identity/sender';
import { OnCommand, OnRequest } from './on-message';
import type { Problem } from './problem';
import { Answer } from './reply';
import { type RunningService, startOn } from './service';

const closed: Bilingual = { zh: '当日尚未结束', en: 'The day is not over.' };
const senders: Sender[] = [];
let letGo: () => void;
let taken: () => void;

@Controller()
class DayController {
  @OnCommand(CloseDay)
  close({ day }: CloseDay, sender: Sender): unknown {
    senders.push(sender);
    if (day === '2026-12-31') throw new Refusal('supervision.calendar.dayNotOver', closed, { day });
    if (day === '2026-12-30') throw new Error('secret of the inside: password=hunter2');
    return new Answer({ closed: day }, { 'Gongyou-Repeated': 'true' });
  }

  @OnRequest('slow')
  async slow(): Promise<unknown> {
    taken();
    await new Promise<void>((resolve) => (letGo = resolve));
    return { late: 'but answered' };
  }
}

@Module({ controllers: [DayController] })
class DayModule {}

const errors: unknown[] = [];
const log: LoggerService = {
  log() {},
  warn() {},
  debug() {},
  verbose() {},
  error: (error: unknown) => errors.push(error),
};

describe('A service on the bus, for a plain NATS client', () => {
  let nats: TestNatsServer;
  let service: RunningService;
  let client: NatsConnection;

  beforeAll(async () => {
    nats = await startNatsServer();
    client = await connect({ servers: nats.url });
    const connection = await connectBus({ servers: nats.url, user: 'supervision', password: '' });
    service = await startOn(connection, 'supervision', { module: DayModule }, log);
  });
  afterAll(async () => {
    await service.close();
    await client.close();
    await nats.stop();
  });

  const ask = (body: string | Uint8Array, extra: Record<string, string> = {}) => {
    const sent = headers();
    for (const [name, value] of Object.entries(extra)) sent.set(name, value);
    return client.request('cmd.payroll.supervision.calendar.close-day', body, { timeout: 5_000, headers: sent });
  };

  it('takes plain JSON and answers plain JSON, with headers', async () => {
    const answer = await ask('{"day":"2026-11-19"}');
    expect(answer.json()).toEqual({ closed: '2026-11-19' });
    expect(answer.headers?.get('Gongyou-Repeated')).toBe('true');
  });

  it('reads who sends from the subject, and believes no header about it', async () => {
    await ask('{"day":"2026-11-19"}', {
      'Gongyou-Actor': 'user:chair',
      'Gongyou-Grants': '[{"role":"administrator","organizationId":"*"}]',
      'Gongyou-Causation-Id': 'forged',
    });
    const sender = senders.at(-1)!;
    expect(sender).toMatchObject({ client: 'payroll', actor: 'client:payroll', grants: [] });
    expect(sender.causationId).toBe(sender.correlationId);
  });

  it('carries the correlation of a request on to what it asks of others', async () => {
    const heard = new Promise<string | undefined>((resolve) => {
      client.subscribe('echo', {
        max: 1,
        callback: (_, message) => {
          resolve(message.headers?.get('traceparent'));
          message.respond('{}');
        },
      });
    });
    await client.flush();
    const correlationId = '4bf92f3577b34da6a3ce929d0e0e4736';
    await withCorrelation({ correlationId }, () => new Caller(client, 'supervision').request('echo', {}));
    expect(await heard).toContain(correlationId);
  });

  it('carries the trace of the caller on as the correlation', async () => {
    await ask('{"day":"2026-11-19"}', {
      traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
      'Idempotency-Key': 'pay-2026-11',
      'Expected-Revision': '3',
    });
    expect(senders.at(-1)).toMatchObject({
      correlationId: '4bf92f3577b34da6a3ce929d0e0e4736',
      idempotencyKey: 'pay-2026-11',
      expectedRevision: 3,
    });
  });

  it.each([
    ['broken JSON', '{"day":', 'request.notJson', '400'],
    ['bytes that are no UTF-8', Uint8Array.from([0x22, 0xff, 0x22]), 'request.notJson', '400'],
    ['a list', '[]', 'request.contractViolated', '400'],
    ['null', 'null', 'request.contractViolated', '400'],
    ['a wrong type', '{"day":20261119}', 'request.contractViolated', '400'],
    ['an unknown field', '{"day":"2026-11-19","cascade":true}', 'request.contractViolated', '400'],
    ['a day that does not exist', '{"day":"2026-02-30"}', 'request.contractViolated', '400'],
  ])('answers %s with a problem in the form of the NATS service convention', async (_, body, code, number) => {
    const answer = await ask(body);
    expect(answer.headers?.get('Nats-Service-Error')).toBe(code);
    expect(answer.headers?.get('Nats-Service-Error-Code')).toBe(number);
    expect(answer.json<Problem>()).toMatchObject({
      code,
      status: Number(number),
      retryable: false,
      texts: { zh: expect.any(String), en: expect.any(String) },
    });
  });

  it.each([
    ['Idempotency-Key', 'x'.repeat(201)],
    ['Expected-Revision', '-1'],
    ['Expected-Revision', '1e3'],
  ])('refuses a malformed header %s', async (name, value) => {
    expect((await ask('{"day":"2026-11-19"}', { [name]: value })).headers?.get('Nats-Service-Error-Code')).toBe('400');
  });

  it('says what is wrong and where, and repeats no value', async () => {
    const problem = (await ask('{"day":"110105194912310021"}')).json<Problem>();
    expect(problem.violations).toEqual([{ pointer: '/day', rule: 'isDay', message: expect.any(String) }]);
    expect(JSON.stringify(problem)).not.toContain('110105194912310021');
  });

  it('tells a refusal with its code, its texts and its figures', async () => {
    expect((await ask('{"day":"2026-12-31"}')).json()).toMatchObject({
      status: 422,
      code: 'supervision.calendar.dayNotOver',
      texts: closed,
      detail: { day: '2026-12-31' },
    });
  });

  it('shows nothing of its inside when a handler throws, records it, and goes on', async () => {
    const answer = await ask('{"day":"2026-12-30"}');
    expect(answer.headers?.get('Nats-Service-Error-Code')).toBe('500');
    expect(answer.string()).not.toContain('hunter2');
    expect(String(errors.at(-1))).toContain('secret of the inside');
    expect((await ask('{"day":"2026-11-19"}')).json()).toEqual({ closed: '2026-11-19' });
  });

  it('answers what it has accepted before it stops', async () => {
    const accepted = new Promise<void>((resolve) => (taken = resolve));
    const slow = client.request('slow', '{}', { timeout: 10_000 });
    await accepted;
    const closing = service.close();
    letGo();
    expect((await slow).json()).toEqual({ late: 'but answered' });
    await closing;
    await expect(client.request('slow', '{}', { timeout: 1_000 })).rejects.toMatchObject({ code: '503' });
  });
});

describe('A service to which NATS forbids a subscription', () => {
  it('does not start, and names what is forbidden', async () => {
    const nats = await startNatsServer(`authorization { users: [
      { user: supervision, password: word, permissions: { subscribe: ["_INBOX.>", "cmd.>"] } }
    ] }`);
    const connection = await connectBus({ servers: nats.url, user: 'supervision', password: 'word' });
    await expect(startOn(connection, 'supervision', { module: DayModule }, log)).rejects.toThrow(
      'supervision may not subscribe to slow',
    );
    await connection.drain();
    await nats.stop();
  });
});
