import { randomUUID } from 'node:crypto';
import {
  type AppendToStreamOptions,
  BACKWARDS,
  END,
  EventStoreDBClient,
  jsonEvent,
  MaxAppendSizeExceededError,
  StreamNotFoundError,
  streamNameFilter,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import { AppendReq, ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { type Client, credentials, status } from '@grpc/grpc-js';
import { EventStoreDbDouble } from './event-store-db-double';

describe('The double of an EventStoreDB server, to its own client', () => {
  describe.each([
    ['by BatchAppend', true],
    ['by Append', false],
  ])('%s', (_, batchAppend) => {
    let server: EventStoreDbDouble;
    let client: EventStoreDBClient;
    beforeAll(async () => {
      server = await EventStoreDbDouble.start({ batchAppend, maxAppendSize: 10_000 });
      client = EventStoreDBClient.connectionString(server.url());
    });
    afterAll(async () => {
      await client.dispose();
      server.stop();
    });

    const event = (size = 2) => jsonEvent({ type: 'Tested', data: { text: '班'.repeat(size) }, id: randomUUID() });
    const append = (stream: string, events: ReturnType<typeof event>[], options?: AppendToStreamOptions) =>
      client.appendToStream(stream, events, options);

    it('gives revisions, and positions that grow by the bytes written', async () => {
      const first = await append('s-revisions', [event(), event()], { expectedRevision: 'no_stream' });
      const second = await append('s-revisions', [event()], { expectedRevision: 1n });
      expect([first.nextExpectedRevision, second.nextExpectedRevision]).toEqual([1n, 2n]);
      expect(second.position!.commit - first.position!.commit).toBeGreaterThan(100n);
      expect(second.position!.prepare).toBe(second.position!.commit);
    });

    it('refuses an append that expects another revision, with both revisions', async () => {
      await append('s-conflict', [event()]);
      for (const expectedRevision of ['no_stream', 5n] as const) {
        const refused = await append('s-conflict', [event()], { expectedRevision }).catch((error: unknown) => error);
        expect(refused).toBeInstanceOf(WrongExpectedVersionError);
        expect(refused).toMatchObject({ expectedVersion: expectedRevision, actualVersion: 0n });
      }
      const absent = await append('s-absent', [event()], { expectedRevision: 'stream_exists' }).catch(
        (error: unknown) => error,
      );
      expect(absent).toMatchObject({ expectedVersion: 'stream_exists', actualVersion: 'no_stream' });
    });

    it('takes the same ids again without writing: by expected revision always, by any only while it remembers', async () => {
      const events = [event(), event()];
      const first = await append('s-again', events, { expectedRevision: 'no_stream' });
      await append('s-again', [event()]);
      expect(await append('s-again', events, { expectedRevision: 'no_stream' })).toEqual(first);
      expect(await append('s-again', events, { expectedRevision: 'any' })).toEqual(first);
      server.log.forgetRecentIds();
      expect(await append('s-again', events, { expectedRevision: 'no_stream' })).toEqual(first);
      expect(await append('s-again', events, { expectedRevision: 'any' })).toMatchObject({ nextExpectedRevision: 4n });
      const [known] = events;
      await expect(append('s-again', [known!, event()], { expectedRevision: 'no_stream' })).rejects.toThrow(
        WrongExpectedVersionError,
      );
    });

    it('refuses an append above its limit', async () => {
      const refused = await append('s-large', [event(2_000), event(2_000)]).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(MaxAppendSizeExceededError);
      expect(refused).toMatchObject({ maxAppendSize: 10_000 });
      expect(server.log.stream('s-large')).toBeUndefined();
    });

    it('reads a stream in both directions, and says that one does not exist', async () => {
      await append('s-read', [event(), event(), event()]);
      const read = async (options: object) => {
        const revisions: bigint[] = [];
        for await (const { event: read } of client.readStream('s-read', options)) revisions.push(read!.revision);
        return revisions;
      };
      expect(await read({ fromRevision: 1n, maxCount: 5 })).toEqual([1n, 2n]);
      expect(await read({ fromRevision: END, direction: BACKWARDS, maxCount: 2 })).toEqual([2n, 1n]);
      const absent = (async () => {
        for await (const _ of client.readStream('s-none')) throw new Error('there is no such stream');
      })();
      await expect(absent).rejects.toThrow(StreamNotFoundError);
    });
  });

  it('subscribes to all from after a position: what is there, that it has caught up, what comes', async () => {
    const server = await EventStoreDbDouble.start();
    const client = EventStoreDBClient.connectionString(server.url());
    const write = (stream: string) => client.appendToStream(stream, jsonEvent({ type: 'Tested', data: { stream } }));
    const { position } = await write('a-0');
    for (let each = 1; each < 70; each += 1) await write(each % 2 === 0 ? `a-${each}` : `b-${each}`);
    const seen: string[] = [];
    const checkpoints: bigint[] = [];
    const filter = streamNameFilter({
      prefixes: ['a-'],
      checkpointReached: (_, { commit }) => {
        checkpoints.push(commit);
        return Promise.resolve();
      },
    });
    const subscription = client.subscribeToAll({ fromPosition: position!, filter });
    subscription.once('caughtUp', () => void write('a-last'));
    for await (const { event } of subscription) if (seen.push(event!.streamId) === 35) break;
    expect(seen).toEqual([...Array.from({ length: 34 }, (_, each) => `a-${each * 2 + 2}`), 'a-last']);
    expect(checkpoints).toEqual([...checkpoints].sort((one, other) => Number(one - other)));
    expect(checkpoints.length).toBeGreaterThanOrEqual(2);
    await subscription.unsubscribe();
    await client.dispose();
    server.stop();
  });

  describe('refuses, rather than ignores,', () => {
    let server: EventStoreDbDouble;
    let raw: StreamsClient & Client;
    beforeAll(async () => {
      server = await EventStoreDbDouble.start();
      raw = new StreamsClient(/esdb:\/\/([^?]+)/.exec(server.url())![1]!, credentials.createInsecure());
    });
    afterAll(() => {
      raw.close();
      server.stop();
    });

    const identifier = (name: string) => new StreamIdentifier().setStreamName(Buffer.from(name).toString('base64'));

    const readCode = (change: (options: ReadReq.Options) => void): Promise<number | undefined> => {
      const options = new ReadReq.Options()
        .setAll(new ReadReq.Options.AllOptions().setStart(new Empty()))
        .setCount('10')
        .setNoFilter(new Empty())
        .setUuidOption(new ReadReq.Options.UUIDOption().setString(new Empty()));
      change(options);
      return new Promise((resolve) => {
        const call = raw.read(new ReadReq().setOptions(options));
        call.on('data', () => undefined);
        call.on('end', () => resolve(undefined));
        call.on('error', (error: { code?: number }) => resolve(error.code));
      });
    };

    it.each<[string, (options: ReadReq.Options) => void, number]>([
      [
        'a read that does not say how ids are to be written',
        (options) => options.clearUuidOption(),
        status.INVALID_ARGUMENT,
      ],
      ['a read with neither a filter nor none', (options) => options.clearNoFilter(), status.INVALID_ARGUMENT],
      ['a read without a count', (options) => options.clearCount(), status.INVALID_ARGUMENT],
      [
        'a position at which no record stands',
        (options) => {
          const position = new ReadReq.Options.Position().setCommitPosition('7').setPreparePosition('7');
          options.setAll(new ReadReq.Options.AllOptions().setPosition(position));
        },
        status.INVALID_ARGUMENT,
      ],
      ['links to be resolved', (options) => options.setResolveLinks(true), status.UNIMPLEMENTED],
    ])('%s', async (_, change, code) => {
      expect(await readCode(() => undefined)).toBeUndefined();
      expect(await readCode(change)).toBe(code);
    });

    const appendCode = (...requests: AppendReq[]): Promise<number | undefined> =>
      new Promise((resolve) => {
        const call = raw.append((error) => resolve(error?.code));
        for (const request of requests) call.write(request);
        call.end();
      });
    const options = (stream: string) =>
      new AppendReq().setOptions(new AppendReq.Options().setStreamIdentifier(identifier(stream)).setAny(new Empty()));
    const message = (metadata: Record<string, string>, id: string = randomUUID()) => {
      const proposed = new AppendReq.ProposedMessage().setId(new UUID().setString(id));
      for (const [key, value] of Object.entries(metadata)) proposed.getMetadataMap().set(key, value);
      return new AppendReq().setProposedMessage(proposed);
    };
    const binary = { type: 'Tested', 'content-type': 'application/octet-stream' };

    it.each<[string, AppendReq[], number]>([
      ['an append without options', [message(binary)], status.UNKNOWN],
      [
        'an append without an expectation',
        [new AppendReq().setOptions(new AppendReq.Options().setStreamIdentifier(identifier('s')))],
        status.INVALID_ARGUMENT,
      ],
      ['an append to no stream', [options(''), message(binary)], status.INVALID_ARGUMENT],
      ['an append to a system stream', [options('$settings'), message(binary)], status.PERMISSION_DENIED],
      [
        'an event without a type',
        [options('s'), message({ 'content-type': 'application/json' })],
        status.INVALID_ARGUMENT,
      ],
      ['an event without a content type', [options('s'), message({ type: 'Tested' })], status.INVALID_ARGUMENT],
      [
        'a content type that it does not know',
        [options('s'), message({ ...binary, 'content-type': 'text/plain' })],
        status.INVALID_ARGUMENT,
      ],
      ['metadata that it would drop', [options('s'), message({ ...binary, trace: 'x' })], status.INVALID_ARGUMENT],
      ['an id that is none', [options('s'), message(binary, 'seven')], status.INVALID_ARGUMENT],
    ])('%s', async (_, requests, code) => {
      expect(await appendCode(options('s-right'), message(binary))).toBeUndefined();
      expect(await appendCode(...requests)).toBe(code);
    });

    it('a field that the protocol does not define', async () => {
      const unknownField = Buffer.from([0xf8, 0x7f, 1]);
      const bytes = Buffer.concat([new ReadReq().setOptions(new ReadReq.Options()).serializeBinary(), unknownField]);
      const code = await new Promise((resolve) => {
        const call = raw.makeServerStreamRequest(
          '/event_store.client.streams.Streams/Read',
          () => bytes,
          (answer) => answer,
          {},
        );
        call.on('error', (error: { code?: number }) => resolve(error.code));
        call.on('data', () => undefined);
      });
      expect(code).toBe(status.INTERNAL);
    });
  });
});
