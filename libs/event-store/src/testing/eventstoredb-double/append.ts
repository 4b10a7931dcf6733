import { type AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb';
import type { sendUnaryData, ServerReadableStream } from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import type { Faults } from './faults';
import { type ExpectedVersion, type ProposedEvent, sizeOnDisk, type TransactionLog } from './transaction-log';
import {
  accessDenied,
  appendTooLarge,
  empty,
  eventTooLarge,
  handlerThrew,
  invalid,
  operationTimedOut,
  proposedEventOf,
  refusal,
  serverNotReady,
  streamNameOf,
} from './wire';

/** `Streams.Append`: one call for one append; options first, then the events one by one. */
export function appendHandler(
  log: TransactionLog,
  faults: Faults,
  maxAppendSize: number,
  maxAppendEventSize = Infinity,
) {
  return (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void => {
    let stream: string | undefined;
    let expected: ExpectedVersion = 'any';
    let refused: Error | undefined;
    let size = 0;
    const events: ProposedEvent[] = [];
    call.on('data', (request: AppendReq) => {
      if (refused) return;
      try {
        const options = request.getOptions();
        const message = request.getProposedMessage();
        if (options && stream === undefined) {
          stream = writableStream(streamNameOf(options.getStreamIdentifier()));
          expected = expectedVersionOf(options);
        } else if (message && stream !== undefined) {
          const event = proposedEventOf(message);
          if (sizeOnDisk(event) > maxAppendEventSize)
            throw eventTooLarge(event.id, sizeOnDisk(event), maxAppendEventSize);
          size += sizeOnDisk(event);
          if (size > maxAppendSize) throw appendTooLarge(maxAppendSize);
          events.push(event);
        } else {
          throw handlerThrew();
        }
      } catch (error) {
        refused = error as Error;
        answer(refused);
      }
    });
    call.on('end', () => {
      if (refused) return;
      if (stream === undefined) answer(handlerThrew());
      else void judge(call, answer, log, faults, { stream, expected, events });
    });
  };
}

async function judge(
  call: ServerReadableStream<AppendReq, AppendResp>,
  answer: sendUnaryData<AppendResp>,
  log: TransactionLog,
  faults: Faults,
  { stream, expected, events }: { stream: string; expected: ExpectedVersion; events: ProposedEvent[] },
): Promise<void> {
  const fault = faults.takeAppendFault();
  if (fault === 'breakBefore') return answer(connectionBroken());
  if (fault === 'timeOut') return answer(operationTimedOut());
  if (fault === 'notReady') return answer(serverNotReady());
  await faults.throughGate();
  if (call.cancelled) return;
  const written = log.write(stream, expected, events);
  if (fault === 'loseReply') return answer(connectionBroken());
  if (fault === 'neverAnswer') return;
  const response = new AppendResp();
  if (written.decision === 'wrongExpectedVersion') {
    response.setWrongExpectedVersion(wrongExpectedVersion(written.currentRevision, expected));
  } else {
    const success = new AppendResp.Success();
    if (written.lastRevision < 0) success.setNoStream(empty());
    else success.setCurrentRevision(String(written.lastRevision));
    if (written.position < 0) {
      success.setNoPosition(empty());
    } else {
      const position = new AppendResp.Position();
      position.setCommitPosition(String(written.position));
      position.setPreparePosition(String(written.position));
      success.setPosition(position);
    }
    response.setSuccess(success);
  }
  answer(null, response);
}

interface ExpectedVersionOptions {
  hasAny(): boolean;
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
  hasRevision(): boolean;
  getRevision(): string;
}

export function expectedVersionOf(options: ExpectedVersionOptions): ExpectedVersion {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'noStream';
  if (options.hasStreamExists()) return 'streamExists';
  if (options.hasRevision()) return Number(options.getRevision());
  throw invalid("'None' is not a valid ExpectedStreamRevisionOneofCase");
}

/** Only administrators write to system streams. */
export function writableStream(stream: string): string {
  if (stream.startsWith('$') && !stream.startsWith('$$')) throw accessDenied();
  return stream;
}

function wrongExpectedVersion(currentRevision: number, expected: ExpectedVersion): AppendResp.WrongExpectedVersion {
  const wrong = new AppendResp.WrongExpectedVersion();
  if (currentRevision < 0) wrong.setCurrentNoStream(empty());
  else wrong.setCurrentRevision(String(currentRevision));
  if (expected === 'any') wrong.setExpectedAny(empty());
  else if (expected === 'noStream') wrong.setExpectedNoStream(empty());
  else if (expected === 'streamExists') wrong.setExpectedStreamExists(empty());
  else wrong.setExpectedRevision(String(expected));
  return wrong;
}

const connectionBroken = () => refusal(status.UNAVAILABLE, 'Connection dropped');
