import { type AppendResult, ledgerSubjects } from '@gongyou/contracts';
import { type EventStore } from '@gongyou/event-store';
import { OnRequest } from '@gongyou/messaging';
import { Controller, Inject } from '@nestjs/common';
import { EVENT_STORE } from '../event-store.token';
import { reachable } from '../store-problem';
import { Sealing } from '../personal/sealing';
import { appendsOf } from './append-request';
import { checkAppend } from './event-check';

@Controller()
export class AppendController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly sealing: Sealing,
  ) {}

  @OnRequest(ledgerSubjects.append)
  async append(request: Readonly<Record<string, unknown>>): Promise<readonly AppendResult[]> {
    const appends = appendsOf(request);
    appends.forEach(checkAppend);
    return reachable(async () => this.store.append(await this.sealing.sealed(appends)));
  }
}
