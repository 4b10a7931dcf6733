import { checked, commandContract, commandSubject, queryContract, querySubject } from '@gongyou/contracts';
import { Logger } from '@nestjs/common';
import { Ctx, MessagePattern, type NatsContext, Payload } from '@nestjs/microservices';
import type { MsgHdrs } from 'nats';
import { carriedCorrelationId, correlationIdOf, withCorrelation } from './correlation';
import { requestHeaders } from './headers';
import { type Sender, senderOf } from './identity/sender';
import { PlatformProblem, problemOf, requestTexts } from './problem';
import { Answer, Reply } from './reply';

type Handler<T> = (data: T, sender: Sender) => unknown;

/**
 * Marks the method that takes a command: `(data, sender)`, the data checked against its contract.
 * What it returns is the answer; what it throws is told as a problem, and never stops the service.
 */
export const OnCommand = <T extends object>(command: new () => T) =>
  onMessage<T>(commandSubject(commandContract(command), '*'), (payload) => checked(command, jsonOf(payload)));

/** Marks the method that answers a query: `(parameters, sender)`. */
export const OnQuery = <T extends object>(query: new () => T) =>
  onMessage<T>(querySubject(queryContract(query), '*'), (payload) => checked(query, jsonOf(payload)));

/** Marks the method that answers an internal subject: `(request)`, any JSON object. Who may send there is settled by NATS alone. */
export const OnRequest =
  (subject: string) =>
  <H extends (request: Readonly<Record<string, unknown>>) => unknown>(
    target: object,
    property: string,
    descriptor: TypedPropertyDescriptor<H>,
  ): void => {
    const handle = descriptor.value!;
    onPayload(subject, target, property, descriptor, function (payload, _, headers) {
      const correlationId = carriedCorrelationId(headers?.get(requestHeaders.traceparent));
      const answer = (): unknown => handle.call(this, objectOf(payload));
      return correlationId === undefined ? answer() : withCorrelation({ correlationId }, answer);
    });
  };

function onMessage<T>(subject: string, read: (payload: Uint8Array) => T) {
  return <H extends Handler<T>>(target: object, property: string, descriptor: TypedPropertyDescriptor<H>): void => {
    const handle = descriptor.value!;
    onPayload(subject, target, property, descriptor, function (payload, sentOn, headers) {
      const sender = senderOf(sentOn, headers, new Date());
      return withCorrelation(sender, () => handle.call(this, read(payload), sender));
    });
  };
}

type PayloadHandler = (this: unknown, payload: Uint8Array, subject: string, headers: MsgHdrs | undefined) => unknown;

/** Puts a handler of bytes in the place of a method, and makes a reply of what it returns or throws. */
function onPayload(
  subject: string,
  target: object,
  property: string,
  descriptor: PropertyDescriptor,
  handle: PayloadHandler,
): void {
  const logger = new Logger(target.constructor.name);
  // Every error is caught here: Nest's own filter would turn a refusal into «Internal server error».
  descriptor.value = async function (this: unknown, payload: Uint8Array, context: NatsContext): Promise<Reply> {
    const headers = context.getHeaders() as MsgHdrs | undefined;
    try {
      const answer = await handle.call(this, payload, context.getSubject(), headers);
      if (answer instanceof Reply) return answer;
      return answer instanceof Answer ? Reply.json(answer.body, answer.headers) : Reply.json(answer);
    } catch (error) {
      return withCorrelation({ correlationId: correlationIdOf(headers?.get(requestHeaders.traceparent)) }, () =>
        told(error, logger),
      );
    }
  };
  Payload()(target, property, 0);
  Ctx()(target, property, 1);
  MessagePattern(subject)(target, property, descriptor);
}

function told(error: unknown, logger: Logger): Reply {
  const problem = problemOf(error);
  if (problem.code === 'platform.defect') logger.error(error instanceof Error ? error : new Error(String(error)));
  else if (problem.status >= 500) logger.warn(`${problem.code}`);
  return Reply.problem(problem);
}

function objectOf(payload: Uint8Array): Readonly<Record<string, unknown>> {
  const request = jsonOf(payload);
  if (typeof request === 'object' && request !== null) return request as Record<string, unknown>;
  throw new PlatformProblem('invalid', 'request.notAnObject', requestTexts.notAnObject);
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The JSON that a payload holds. Throws `PlatformProblem` when it is none. */
export function jsonOf(payload: Uint8Array): unknown {
  try {
    return payload.length === 0 ? {} : (JSON.parse(decoder.decode(payload)) as unknown);
  } catch {
    throw new PlatformProblem('invalid', 'request.notJson', requestTexts.notJson);
  }
}
