import type { Status } from '@eventstore/db-client/generated/status_pb';
import { type BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import { AllStreamPosition } from '@eventstore/db-client/generated/shared_pb';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import { Empty as GoogleEmpty } from 'google-protobuf/google/protobuf/empty_pb';
import { expectedVersionOf, writableStream } from './append';
import type { Faults } from './faults';
import {
  type ExpectedVersion,
  type ProposedEvent,
  sizeOnDisk,
  type TransactionLog,
  type WriteDecision,
} from './transaction-log';
import { batchRefusals, identifierOf, proposedEventOf, refusal, serverNotReady, streamNameOf, uuidOf } from './wire';
import { status } from '@grpc/grpc-js';

interface PendingAppend {
  stream: string;
  expected: ExpectedVersion;
  events: ProposedEvent[];
  size: number;
}

/** `Streams.BatchAppend`: many appends over one call, told apart by their correlation ids; each may come in several messages. */
export function batchAppendHandler(log: TransactionLog, faults: Faults, maxAppendSize: number) {
  return (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void => {
    const pending = new Map<string, PendingAppend>();
    const take = async (request: BatchAppendReq): Promise<void> => {
      const correlationId = uuidOf(request.getCorrelationId());
      const options = request.getOptions();
      const reply = (answer: Status | BatchAppendResp.Success, stream: string): void => {
        const response = new BatchAppendResp();
        response.setCorrelationId(request.getCorrelationId());
        response.setStreamIdentifier(identifierOf(stream));
        if (answer instanceof BatchAppendResp.Success) response.setSuccess(answer);
        else response.setError(answer);
        call.write(response);
      };
      try {
        if (options && !pending.has(correlationId)) {
          const stream = writableStream(streamNameOf(options.getStreamIdentifier()));
          const deadline = options.getDeadline()?.toDate();
          if (deadline && deadline.getTime() <= Date.now()) return reply(batchRefusals.timeout(), stream);
          const expected = expectedVersionOf({
            hasAny: () => options.hasAny(),
            hasNoStream: () => options.hasNoStream(),
            hasStreamExists: () => options.hasStreamExists(),
            hasRevision: () => options.hasStreamPosition(),
            getRevision: () => options.getStreamPosition(),
          });
          pending.set(correlationId, { stream, expected, events: [], size: 0 });
        }
        const append = pending.get(correlationId);
        // What follows an append that was refused is left unread, as by the server.
        if (!append) return;
        const events = request.getProposedMessagesList().map(proposedEventOf);
        append.events.push(...events);
        append.size += events.reduce((sum, event) => sum + sizeOnDisk(event), 0);
        if (append.size > maxAppendSize) {
          pending.delete(correlationId);
          return reply(batchRefusals.tooLarge(maxAppendSize), append.stream);
        }
        if (!request.getIsFinal()) return;
        pending.delete(correlationId);
        await judge(append, call, log, faults, reply);
      } catch (error) {
        pending.delete(correlationId);
        reply(batchRefusals.badRequest((error as Error).message), '');
      }
    };
    call.on('data', (request: BatchAppendReq) => void take(request));
    call.on('end', () => call.end());
  };
}

async function judge(
  { stream, expected, events }: PendingAppend,
  call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>,
  log: TransactionLog,
  faults: Faults,
  reply: (answer: Status | BatchAppendResp.Success, stream: string) => void,
): Promise<void> {
  const fault = faults.takeAppendFault();
  const breakCall = (): boolean => call.emit('error', refusal(status.UNAVAILABLE, 'Connection dropped'));
  if (fault === 'breakBefore') return void breakCall();
  if (fault === 'notReady') return void call.emit('error', serverNotReady());
  if (fault === 'timeOut') return reply(batchRefusals.timeout(), stream);
  await faults.throughGate();
  const written = log.write(stream, expected, events);
  if (fault === 'loseReply') return void breakCall();
  if (fault === 'neverAnswer') return;
  if (written.decision === 'wrongExpectedVersion')
    return reply(batchRefusals.wrongExpectedVersion(written.currentRevision, expected), stream);
  reply(successOf(written), stream);
}

function successOf(written: Exclude<WriteDecision, { decision: 'wrongExpectedVersion' }>): BatchAppendResp.Success {
  const success = new BatchAppendResp.Success();
  if (written.lastRevision < 0) success.setNoStream(new GoogleEmpty());
  else success.setCurrentRevision(String(written.lastRevision));
  if (written.position < 0) {
    success.setNoPosition(new GoogleEmpty());
  } else {
    const position = new AllStreamPosition();
    position.setCommitPosition(String(written.position));
    position.setPreparePosition(String(written.position));
    success.setPosition(position);
  }
  return success;
}
