import { type ContractClass, commandContract, commandSubject, queryContract, querySubject } from '@gongyou/contracts';
import { ErrorCode, headers as natsHeaders, type Msg, NatsError, type NatsConnection } from 'nats';
import { currentCorrelation, traceparentOf } from './correlation';
import { answerHeaders, requestHeaders } from './headers';
import { errorOfProblem, PlatformProblem, type Problem, requestTexts } from './problem';

/** Headers of a request by name; those that are undefined are left out. */
export type RequestHeaders = Readonly<Record<string, string | undefined>>;

/** What an accepted command is answered with; the same for every repetition of its idempotency key. */
export interface CommandAnswer {
  commandId: string;
  /** The aggregate's stream, and the revision it reached. */
  stream: string;
  revision: number;
  /** The ledger's position of the command's last event: ask queries with `after` this to see what it did. */
  position: number;
  events: { eventId: string; type: string; revision: number; position: number }[];
}

/** Asks other parts of the platform over NATS, and throws their problems as `PlatformProblem`. */
export class Caller {
  constructor(
    private readonly connection: NatsConnection,
    private readonly client: string,
    private readonly timeoutMs = 10_000,
  ) {}

  /** Sends a command under this part's own name. */
  command<T extends object>(command: new () => T, data: T, headers: RequestHeaders = {}): Promise<CommandAnswer> {
    return this.request(commandSubject(commandContract(command as ContractClass), this.client), data, headers);
  }

  /** Asks a query under this part's own name. */
  query<T extends object, A>(query: new () => T, parameters: T, headers: RequestHeaders = {}): Promise<A> {
    return this.request(querySubject(queryContract(query as ContractClass), this.client), parameters, headers);
  }

  async request<A>(subject: string, body: unknown, headers: RequestHeaders = {}): Promise<A> {
    return JSON.parse((await this.ask(subject, JSON.stringify(body), headers)).string()) as A;
  }

  /** The answer as it came, for callers that need its headers or its bytes. */
  async ask(subject: string, body: string, headers: RequestHeaders = {}, timeoutMs = this.timeoutMs): Promise<Msg> {
    const answer = await this.send(subject, body, headers, timeoutMs);
    if (answer.headers?.has(answerHeaders.error)) throw errorOfProblem(JSON.parse(answer.string()) as Problem);
    return answer;
  }

  private async send(subject: string, body: string, headers: RequestHeaders, timeoutMs: number): Promise<Msg> {
    const sent = natsHeaders();
    const correlation = currentCorrelation();
    if (correlation) sent.set(requestHeaders.traceparent, traceparentOf(correlation.correlationId));
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) sent.set(name, value);
    try {
      return await this.connection.request(subject, body, { timeout: timeoutMs, headers: sent });
    } catch (error) {
      throw problemOfTransport(error);
    }
  }
}

function problemOfTransport(error: unknown): unknown {
  if (!(error instanceof NatsError)) return error;
  const code = error.code as ErrorCode;
  if (code === ErrorCode.NoResponders)
    return new PlatformProblem('unavailable', 'platform.noService', requestTexts.noService);
  if (code === ErrorCode.MaxPayloadExceeded)
    return new PlatformProblem('tooLarge', 'request.tooLarge', requestTexts.tooLarge);
  if (code === ErrorCode.PermissionsViolation) return error;
  return new PlatformProblem('unavailable', 'platform.noAnswer', requestTexts.noAnswer, {}, undefined, {
    cause: error,
  });
}
