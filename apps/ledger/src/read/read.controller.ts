import {
  type CommandMark,
  type EventPage,
  type FeedRequest,
  ledgerSubjects,
  type ReadRequest,
} from '@gongyou/contracts';
import { type EventStore } from '@gongyou/event-store';
import { linesOf, OnRequest, PlatformProblem, Reply } from '@gongyou/messaging';
import { Controller, Inject } from '@nestjs/common';
import { streamPattern } from '../append/event-check';
import { EVENT_STORE } from '../event-store.token';
import { MasterKey } from '../personal/master-key';
import { reachable } from '../store-problem';
import { Feed } from './feed';
import { fittingPage } from './fitting-page';

type JsonObject = Readonly<Record<string, unknown>>;

/** About what fits into one message: reading more would be thrown away. */
const MOST_EVENTS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** The store counts the events of a stream in 32 bits. */
const LAST_REVISION = 2 ** 31 - 1;

@Controller()
export class ReadController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly liveFeed: Feed,
    private readonly master: MasterKey,
  ) {}

  @OnRequest(ledgerSubjects.read)
  async read(request: JsonObject): Promise<Reply> {
    const { stream, from, limit } = request as Partial<ReadRequest>;
    if (!isStream(stream) || !isWhole(from, 0) || from > LAST_REVISION || !isWhole(limit, 1)) throw badRequest();
    const page = await reachable(() => this.store.readStream({ stream, from, limit: Math.min(limit, MOST_EVENTS) }));
    return pageReply(page);
  }

  @OnRequest(ledgerSubjects.feed)
  async feed(request: JsonObject): Promise<Reply> {
    const { after, limit, waitMs, types } = request as Partial<FeedRequest>;
    if (!isWhole(after, -1) || !isWhole(limit, 1) || !isWhole(waitMs, 0) || !areTypes(types)) throw badRequest();
    const asked = {
      after,
      limit: Math.min(limit, MOST_EVENTS),
      waitMs: Math.min(waitMs, LONGEST_WAIT_MS),
      ...(types && { types }),
    };
    return pageReply(await reachable(() => this.liveFeed.read(asked)));
  }

  @OnRequest(ledgerSubjects.command)
  async command(request: JsonObject): Promise<unknown> {
    const { commandId, fingerprint } = request as Partial<CommandMark>;
    if (!isStorable(commandId) || !isStorable(fingerprint)) throw badRequest();
    const command = await reachable(() => this.store.findCommand(commandId));
    if (!command) return { known: false };
    return {
      known: true,
      hasSameBody: command.fingerprint === this.master.fingerprint(fingerprint),
      result: command.result,
    };
  }
}

const pageReply = (page: EventPage): Reply => Reply.text(linesOf(fittingPage(page)));

const isWhole = (value: unknown, least: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= least;

const isStream = (stream: unknown): stream is string => typeof stream === 'string' && streamPattern.test(stream);

const isStorable = (text: unknown): text is string => typeof text === 'string' && /^[\x20-\x7e]{1,500}$/.test(text);

const areTypes = (types: unknown): types is readonly string[] | undefined =>
  types === undefined || (Array.isArray(types) && types.length <= 200 && types.every(isStorable));

const badRequest = (): PlatformProblem =>
  new PlatformProblem('invalid', 'ledger.badRequest', { zh: '读取请求格式错误', en: 'This is no request to read.' });
