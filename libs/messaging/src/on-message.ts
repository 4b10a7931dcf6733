import {
  checked,
  commandContract,
  commandSubject,
  queryContract,
  querySubject,
} from '@gongyou/contracts';
import { Logger } from '@nestjs/common';
import { Ctx, MessagePattern, type NatsContext, Payload } from '@nestjs/microservices';
import type { MsgHdrs } from 'nats';
import { withCorrelation } from './correlation';
import { type Sender, senderOf } from './identity/sender';
import { PlatformProblem, problemOf, requestTexts } from './problem';
import { Answer, Reply } from './reply';

type Handler<T> = (data: T, sender: Sender) => unknown;

/**
 * Marks the method that takes a command: `(data, sender)`, the data checked against its contract.
 * What it returns is the answer; what it throws is told as a problem, and never stops the service.
 */
export const OnCommand = <T extends object>(command: new () => T) =>
  onMessage<T>(commandSubject(commandContract(command), '*'), (payload) =>
    checked(command, jsonOf(payload)),
  );

/** Marks the method that answers a query: `(parameters, sender)`. */
export const OnQuery = <T extends object>(query: new () => T) =>
  onMessage<T>(querySubject(queryContract(query), '*'), (payload) => checked(query, jsonOf(payload)));

/** Marks the method that answers an internal subject: `(request, sender)`, the request any JSON object. */
export const OnRequest = (subject: string) => onMessage<Readonly<Record<string, unknown>>>(subject, objectOf);

function onMessage<T>(subject: string, read: (payload: Uint8Array) => T) {
  return <H extends Handler<T>>(target: object, property: string, descriptor: TypedPropertyDescriptor<H>): void => {
    const handle = descriptor.value!;
    const logger = new Logger(target.constructor.name);
    // Every error is caught here: Nest's own filter would turn a refusal into «Internal server error».
    const onMessageReceived = async function (
      this: unknown,
      payload: Uint8Array,
      context: NatsContext,
    ): Promise<Reply> {
      try {
        const sender = senderOf(context.getSubject(), context.getHeaders() as MsgHdrs | undefined, new Date());
        return await withCorrelation(sender, async () => {
          try {
            const answer = await handle.call(this, read(payload), sender);
            if (answer instanceof Reply) return answer;
            return answer instanceof Answer ? Reply.json(answer.body, answer.headers) : Reply.json(answer);
          } catch (error) {
            return told(error, logger);
          }
        });
      } catch (error) {
        return told(error, logger);
      }
    };
    descriptor.value = onMessageReceived as unknown as H;
    Payload()(target, property, 0);
    Ctx()(target, property, 1);
    MessagePattern(subject)(target, property, descriptor);
  };
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
