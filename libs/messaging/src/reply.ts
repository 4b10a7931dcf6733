import { headers as natsHeaders, type MsgHdrs } from 'nats';
import { answerHeaders } from './headers';
import type { Problem } from './problem';

/** An answer on its way to the bus: the bytes and the headers. */
export class Reply {
  private constructor(
    readonly payload: Uint8Array,
    readonly headers?: MsgHdrs,
  ) {}

  /** Plain JSON, with headers when they are needed. */
  static json(body: unknown, extra: Readonly<Record<string, string>> = {}): Reply {
    return new Reply(encode(JSON.stringify(body ?? {})), headersOf(extra));
  }

  /** Text that is already in its wire form. */
  static text(body: string): Reply {
    return new Reply(encode(body));
  }

  /** An error in the form of the NATS service convention, with the problem as the body. */
  static problem(problem: Problem): Reply {
    const extra = { [answerHeaders.error]: problem.code, [answerHeaders.errorCode]: String(problem.status) };
    return new Reply(encode(JSON.stringify(problem)), headersOf(extra));
  }
}

/** What a handler returns when its answer carries headers. */
export class Answer<T> {
  constructor(
    readonly body: T,
    readonly headers: Readonly<Record<string, string>>,
  ) {}
}

const encoder = new TextEncoder();
const encode = (text: string): Uint8Array => encoder.encode(text);

function headersOf(extra: Readonly<Record<string, string>>): MsgHdrs | undefined {
  const entries = Object.entries(extra);
  if (entries.length === 0) return undefined;
  const result = natsHeaders();
  for (const [name, value] of entries) result.set(name, value);
  return result;
}
