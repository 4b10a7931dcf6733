import { Code } from '@eventstore/db-client/generated/code_pb';
import {
  AccessDenied,
  BadRequest,
  Empty,
  MaximumAppendSizeExceeded,
  StreamIdentifier,
  Timeout,
  UUID,
  WrongExpectedVersion,
} from '@eventstore/db-client/generated/shared_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import type { Message } from 'google-protobuf';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty as GoogleEmpty } from 'google-protobuf/google/protobuf/empty_pb';
import type { ExpectedVersion, LogRecord, ProposedEvent } from './transaction-log';

/** A refusal as the server sends it: a gRPC status, and for its own exceptions their name and details in the trailers. */
export function refusal(code: status, details: string, exception: Record<string, string> = {}): ServiceError {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(exception)) metadata.set(key, value);
  return Object.assign(new Error(details), { code, details, metadata });
}

export const invalid = (details: string): ServiceError => refusal(status.INVALID_ARGUMENT, details);
/** What ASP.NET answers when a handler throws what is no RpcException. */
export const handlerThrew = (): ServiceError => refusal(status.UNKNOWN, 'Exception was thrown by handler.');
export const accessDenied = (): ServiceError =>
  refusal(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
export const unauthenticated = (): ServiceError => refusal(status.UNAUTHENTICATED, 'Unauthenticated');
export const operationTimedOut = (): ServiceError =>
  refusal(status.ABORTED, 'Operation timed out: Commit phase timeout.');
export const serverNotReady = (): ServiceError => refusal(status.UNAVAILABLE, 'Server Is Not Ready');
export const appendTooLarge = (limit: number): ServiceError =>
  refusal(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  });
export const eventTooLarge = (eventId: string, size: number, limit: number): ServiceError =>
  refusal(
    status.INVALID_ARGUMENT,
    `Event with Id: ${eventId}, Size: ${size}, exceeds Maximum Append Event Size of ${limit}.`,
    { exception: 'maximum-append-event-size-exceeded', 'maximum-append-event-size': String(limit) },
  );
export const streamDeleted = (stream: string): ServiceError =>
  refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });
export const missingMetadata = (property: string): ServiceError =>
  refusal(status.INVALID_ARGUMENT, `Required Metadata Property '${property}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });

/** The same refusals as answers within a batch append. */
export const batchRefusals = {
  wrongExpectedVersion: (currentRevision: number, expected: ExpectedVersion): Status => {
    const details = new WrongExpectedVersion();
    if (currentRevision < 0) details.setCurrentNoStream(new GoogleEmpty());
    else details.setCurrentStreamRevision(String(currentRevision));
    if (expected === 'any') details.setExpectedAny(new GoogleEmpty());
    else if (expected === 'noStream') details.setExpectedNoStream(new GoogleEmpty());
    else if (expected === 'streamExists') details.setExpectedStreamExists(new GoogleEmpty());
    else details.setExpectedStreamPosition(String(expected));
    return statusOf(Code.ALREADY_EXISTS, 'WrongExpectedVersion', details);
  },
  timeout: (): Status => statusOf(Code.DEADLINE_EXCEEDED, 'Timeout', new Timeout()),
  accessDenied: (): Status => statusOf(Code.PERMISSION_DENIED, 'AccessDenied', new AccessDenied()),
  tooLarge: (limit: number): Status => {
    const details = new MaximumAppendSizeExceeded();
    details.setMaxappendsize(limit);
    return statusOf(Code.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', details);
  },
  badRequest: (message: string): Status => {
    const details = new BadRequest();
    details.setMessage(message);
    return statusOf(Code.INVALID_ARGUMENT, 'BadRequest', details);
  },
};

function statusOf(code: Code, name: string, details: Message): Status {
  const any = new Any();
  any.pack(details.serializeBinary(), `event_store.client.${name}`);
  const answer = new Status();
  answer.setCode(code);
  answer.setMessage(name);
  answer.setDetails(any);
  return answer;
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An id in either of its two forms. Throws a refusal. */
export function uuidOf(uuid: UUID | undefined): string {
  if (!uuid) throw invalid('an id is missing');
  const structured = uuid.getStructured();
  if (structured) {
    const hex = [structured.getMostSignificantBits(), structured.getLeastSignificantBits()]
      .map((bits) => BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, '0'))
      .join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
  const text = uuid.getString().toLowerCase();
  if (!uuidPattern.test(text)) throw invalid(`'${text}' is no uuid`);
  return text;
}

/** The name of a stream. Throws a refusal when it is none. */
export function streamNameOf(identifier: StreamIdentifier | undefined): string {
  const name = Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
  if (name === '') throw invalid('the name of the stream is missing');
  return name;
}

interface ProposedMessage {
  getId(): UUID | undefined;
  getMetadataMap(): { get(key: string): string | undefined; getLength(): number };
  getCustomMetadata_asU8(): Uint8Array;
  getData_asU8(): Uint8Array;
}

/** What a proposed message holds. Throws a refusal for all that a server would refuse, misread or silently drop. */
export function proposedEventOf(message: ProposedMessage): ProposedEvent {
  const map = message.getMetadataMap();
  const type = map.get('type');
  const contentType = map.get('content-type');
  if (!type) throw missingMetadata('type');
  if (!contentType) throw missingMetadata('content-type');
  if (map.getLength() !== 2) throw invalid('only type and content-type belong into the metadata of a proposed message');
  if (contentType !== 'application/json' && contentType !== 'application/octet-stream')
    throw invalid(`'${contentType}' is no content type of EventStoreDB`);
  const data = Buffer.from(message.getData_asU8());
  const isJson = contentType === 'application/json';
  if (isJson) JSON.parse(data.toString('utf8'));
  return { id: uuidOf(message.getId()), type, isJson, data, metadata: Buffer.from(message.getCustomMetadata_asU8()) };
}

/** A recorded event as a read or a subscription sends it. */
export function eventResponse(record: LogRecord, structuredId: boolean): ReadResp {
  const recorded = new ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(uuidMessage(record.id, structuredId));
  recorded.setStreamIdentifier(identifierOf(record.stream));
  recorded.setStreamRevision(String(record.revision));
  recorded.setCommitPosition(String(record.position));
  recorded.setPreparePosition(String(record.position));
  recorded.setData(new Uint8Array(record.data));
  recorded.setCustomMetadata(new Uint8Array(record.metadata));
  recorded.getMetadataMap().set('type', record.type);
  recorded.getMetadataMap().set('created', record.created);
  recorded.getMetadataMap().set('content-type', record.isJson ? 'application/json' : 'application/octet-stream');
  const event = new ReadResp.ReadEvent();
  event.setEvent(recorded);
  event.setCommitPosition(String(record.position));
  const response = new ReadResp();
  response.setEvent(event);
  return response;
}

export function identifierOf(stream: string): StreamIdentifier {
  const identifier = new StreamIdentifier();
  identifier.setStreamName(new Uint8Array(Buffer.from(stream, 'utf8')));
  return identifier;
}

export const empty = (): Empty => new Empty();

function uuidMessage(id: string, structured: boolean): UUID {
  const uuid = new UUID();
  if (!structured) {
    uuid.setString(id);
    return uuid;
  }
  const hex = id.replaceAll('-', '');
  const bits = new UUID.Structured();
  bits.setMostSignificantBits(BigInt.asIntN(64, BigInt(`0x${hex.slice(0, 16)}`)).toString());
  bits.setLeastSignificantBits(BigInt.asIntN(64, BigInt(`0x${hex.slice(16)}`)).toString());
  uuid.setStructured(bits);
  return uuid;
}
